import { namespace, policy, service, workload } from './manifests';
import { DataPlane, Mesh } from './mesh';
import { serviceFor } from './service';
import { waypointOf } from './waypoint';

test.each<[sentence: string, ofNamespace: object, ofPod: object, plane: DataPlane]>([
  ['no label', {}, {}, 'none'],
  ['injection', { 'istio-injection': 'enabled' }, {}, 'sidecar'],
  ['no injection', { 'istio-injection': 'disabled' }, {}, 'none'],
  ['a revision', { 'istio.io/rev': 'stable' }, {}, 'sidecar'],
  ['a revision without injection', { 'istio.io/rev': 'stable', 'istio-injection': 'disabled' }, {}, 'none'],
  ['a pod that wants none', { 'istio-injection': 'enabled' }, { 'sidecar.istio.io/inject': 'false' }, 'none'],
  ['a pod that wants one', {}, { 'sidecar.istio.io/inject': 'true' }, 'sidecar'],
  ['a pod of a revision', {}, { 'istio.io/rev': 'stable' }, 'sidecar'],
  ['ambient', { 'istio.io/dataplane-mode': 'ambient' }, {}, 'ambient'],
  ['ambient for a pod', {}, { 'istio.io/dataplane-mode': 'ambient' }, 'ambient'],
  ['no ambient for a pod', { 'istio.io/dataplane-mode': 'ambient' }, { 'istio.io/dataplane-mode': 'none' }, 'none'],
  ['a sidecar in ambient', { 'istio.io/dataplane-mode': 'ambient' }, { 'sidecar.istio.io/inject': 'true' }, 'sidecar'],
  ['a gateway', { 'istio.io/dataplane-mode': 'ambient' }, { 'gateway.networking.k8s.io/gateway-name': 'g' }, 'gateway'],
])('before a workload by labels: %s', (_, ofNamespace, ofPod, plane) => {
  const mesh = Mesh.of([namespace('shop', ofNamespace), workload('shop', 'web', [], ofPod), workload('shop', 'agent', [], ofPod, { hostNetwork: true })]);
  expect(mesh.workload('shop/web').plane).toBe(plane);
  expect(mesh.workload('shop/agent').plane).toBe('none');
});

test('a service account is the one of the pods', () => {
  const job = { kind: 'CronJob', metadata: { name: 'c' }, spec: { jobTemplate: { spec: { template: { spec: { serviceAccountName: 'tick' } } } } } };
  const pod = { kind: 'Pod', metadata: { name: 'p' }, spec: { serviceAccountName: 'alone' } };
  const bare = { kind: 'Pod', metadata: { name: 'bare' }, spec: {} };
  const mesh = Mesh.of([{ kind: 'List', items: [job, pod] }, bare, workload('shop', 'web')]);
  expect(['default/c', 'default/p', 'default/bare', 'shop/web'].map(id => mesh.workload(id).serviceAccount)).toEqual(['tick', 'alone', 'default', 'web']);
});

test('policies are read in version 1 only, and in lists too', () => {
  const old = { ...policy('AuthorizationPolicy', 'shop', 'p'), apiVersion: 'security.istio.io/v1beta1' };
  expect(() => Mesh.of([old])).toThrow('AuthorizationPolicy p: got the version security.istio.io/v1beta1, expected security.istio.io/v1');
  expect(Mesh.of([{ kind: 'List', items: [policy('PeerAuthentication', 'shop', 'p')] }]).peers).toHaveLength(1);
});

const portOf = (ports: object[], target = 8080) => {
  const mesh = Mesh.of([workload('shop', 'web', [{ containerPort: 8080, name: 'api' }, { containerPort: 8081, name: 'api-udp', protocol: 'UDP' }]), service('shop', 'web', ports)]);
  return serviceFor(mesh.services, mesh.workload('shop/web').pod, target)?.port;
};

test.each<[string, object, object | undefined]>([
  ['its own number', { port: 8080 }, { number: 8080, target: 8080, protocol: 'unknown' }],
  ['another number', { port: 80, targetPort: 8080 }, { number: 80, target: 8080, protocol: 'unknown' }],
  ['a name', { port: 80, targetPort: 'api' }, { number: 80, target: 'api', protocol: 'unknown' }],
  ['the name of none', { port: 80, targetPort: 'web' }, undefined],
  ['a name for UDP', { port: 80, targetPort: 'api-udp' }, undefined],
  ['UDP', { port: 8080, protocol: 'UDP' }, undefined],
  ['another port', { port: 8081 }, undefined],
])('a Service targets a container port by %s', (_, port, expected) => {
  expect(portOf([port])).toEqual(expected);
});

test.each([
  [{ name: 'http' }, 'HTTP'], [{ name: 'http-web' }, 'HTTP'], [{ name: 'grpc-web' }, 'HTTP'], [{ name: 'grpc' }, 'HTTP'], [{ name: 'http2-x' }, 'HTTP'],
  [{ name: 'https' }, 'TCP'], [{ name: 'tcp-sql' }, 'TCP'], [{ name: 'redis' }, 'TCP'], [{ name: 'web' }, 'unknown'], [{ name: 'httpx' }, 'unknown'], [{}, 'unknown'],
  [{ name: 'tcp', appProtocol: 'http' }, 'HTTP'], [{ name: 'http', appProtocol: 'tcp' }, 'TCP'], [{ appProtocol: 'kubernetes.io/h2c' }, 'HTTP'], [{ appProtocol: 'kubernetes.io/wss' }, 'TCP'],
  [{ name: 'http', appProtocol: 'example.com/own' }, 'unknown'],
])('a port with %j is taken for %s', (port, protocol) => {
  expect(portOf([{ port: 8080, ...port }])).toMatchObject({ protocol });
});

test('a Service is for the pods of its namespace that it selects', () => {
  const ports = [{ port: 8080 }];
  const mesh = Mesh.of([
    workload('shop', 'web'), service('bank', 'web', ports), service('shop', 'other', ports, {}, { app: 'other' }), service('shop', 'bare', ports, {}, {}),
  ]);
  expect(serviceFor(mesh.services, mesh.workload('shop/web').pod, 8080)).toBe(undefined);
});

test('two Services for one port are refused', () => {
  const mesh = Mesh.of([workload('shop', 'web'), service('shop', 'a', [{ port: 80, targetPort: 8080 }], {}, { app: 'web' }), service('shop', 'b', [{ port: 8080 }], {}, { app: 'web' })]);
  expect(() => serviceFor(mesh.services, mesh.workload('shop/web').pod, 8080)).toThrow('Service for port 8080 of shop/web: got a:80 and b:8080, expected one');
});

describe('waypoints', () => {
  const listener = { allowedRoutes: { namespaces: { from: 'All' } } };
  const { waypoints } = Mesh.of([
    { kind: 'Gateway', metadata: { namespace: 'shop', name: 'gate', labels: { 'istio.io/waypoint-for': 'all' } }, spec: { gatewayClassName: 'istio-waypoint' } },
    { kind: 'Gateway', metadata: { namespace: 'common', name: 'gate' }, spec: { gatewayClassName: 'istio-waypoint', listeners: [listener] } },
    { kind: 'Gateway', metadata: { namespace: 'shop', name: 'edge' }, spec: { gatewayClassName: 'istio' } },
  ]);
  const use = (name: string, home?: string) => ({ 'istio.io/use-waypoint': name, ...home ? { 'istio.io/use-waypoint-namespace': home } : {} });

  test.each<[string, 'service' | 'workload', Record<string, string>[], string | undefined]>([
    ['none is asked for', 'service', [{}, {}], undefined],
    ['the own namespace', 'service', [{}, use('gate')], 'shop'],
    ['the nearest label', 'service', [use('gate', 'common'), use('gate')], 'common'],
    ['the nearest label wants none', 'service', [use('none'), use('gate')], undefined],
    ['traffic that it is for', 'workload', [use('gate')], 'shop'],
    ['traffic that it is not for', 'workload', [use('gate', 'common')], undefined],
  ])('%s', (_, traffic, labels, home) => {
    expect(waypointOf(waypoints, traffic, 'shop', labels)?.namespace).toBe(home);
  });

  test('one that nobody declared, or that is not for all namespaces, is refused', () => {
    expect(() => waypointOf(waypoints, 'service', 'shop', [use('edge')])).toThrow('waypoint for shop: got shop/edge, expected a Gateway of the class istio-waypoint');
    expect(() => waypointOf(waypoints, 'service', 'bank', [use('gate', 'shop')])).toThrow('waypoint for bank: got shop/gate, expected one that all namespaces may use');
  });

  test('one for unknown traffic is refused', () => {
    const gate = { kind: 'Gateway', metadata: { name: 'g', labels: { 'istio.io/waypoint-for': 'services' } }, spec: { gatewayClassName: 'istio-waypoint' } };
    expect(() => Mesh.of([gate])).toThrow('waypoint g: got traffic for services, expected service, workload, all or none');
  });
});
