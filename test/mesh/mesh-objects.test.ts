import { mesh, meshObjects, shopOf, spec } from './meshed';
import { PodSecurityLevel } from '../../src/kube/pod-security-level';
import { PortProtocol } from '../../src/kube/port';
import { IstioDataPlane } from '../../src/mesh/istio-data-plane';
import { IstioVersion } from '../../src/mesh/istio-version';
import { MeshScope } from '../../src/mesh/mesh-scope';
import { SecureNamespace } from '../../src/namespace/secure-namespace';
import { External, KubeApi } from '../../src/network/external';
import { findings, manifest, workload } from '../network/shop';

const SIDECAR = { dataPlane: IstioDataPlane.SIDECAR };

test('with sidecars a namespace takes mutual TLS alone, allows nothing and knows no host, and each workload has what its flows need', () => {
  const { chart, web, cart } = shopOf();
  web.connections.allowTo(cart, { grpcMethods: ['shop.Cart/GetCart'] });
  web.connections.allowTo(External.host('api.example.com'), { port: 443 });
  mesh(chart, SIDECAR);
  expect(meshObjects(chart)).toEqual([
    'ServiceEntry shop/api.example.com', 'Sidecar shop/web', 'AuthorizationPolicy shop/cart',
    'PeerAuthentication shop/default', 'Telemetry shop/access-log', 'AuthorizationPolicy shop/allow-nothing', 'Sidecar shop/default',
  ]);
  expect(spec(chart, 'PeerAuthentication', 'default')).toEqual({ mtls: { mode: 'STRICT' } });
  expect(spec(chart, 'AuthorizationPolicy', 'allow-nothing')).toEqual({});
  expect(spec(chart, 'Sidecar', 'default')).toEqual({ egress: [{ hosts: ['~/*'] }], outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } });
  expect(spec(chart, 'Telemetry', 'access-log')).toEqual({ accessLogging: [{ providers: [{ name: 'envoy' }] }] });
  expect(spec(chart, 'AuthorizationPolicy', 'cart')).toEqual({
    action: 'ALLOW',
    rules: [{ from: [{ source: { serviceAccounts: ['shop/web'] } }], to: [{ operation: { methods: ['POST'], paths: ['/shop.Cart/GetCart'], ports: ['7070'] } }] }],
    selector: { matchLabels: { 'app.kubernetes.io/instance': 'cart' } },
  });
  expect(manifest(chart, 'Namespace', 'shop').metadata.labels).toMatchObject({ 'istio.io/rev': 'default' });
  expect(manifest(chart, 'Service', 'cart').metadata.labels['istio.io/use-waypoint']).toBe(undefined);
});

test('in ambient mode a flow that names requests brings a waypoint, which is closed itself', () => {
  const { chart, web, cart, store } = shopOf();
  web.connections.allowTo(store);
  web.connections.allowTo(cart, { grpcMethods: ['shop.Cart/GetCart'] });
  mesh(chart);
  expect(meshObjects(chart)).toEqual([
    'AuthorizationPolicy shop/cart', 'AuthorizationPolicy shop/cart.waypoint', 'AuthorizationPolicy shop/store',
    'PeerAuthentication shop/default', 'Telemetry shop/access-log', 'AuthorizationPolicy shop/allow-nothing', 'Gateway shop/waypoint',
    'AuthorizationPolicy shop/allow-nothing-waypoint',
  ]);
  expect(spec(chart, 'AuthorizationPolicy', 'allow-nothing-waypoint')).toEqual({
    targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'waypoint' }],
  });
  expect(spec(chart, 'AuthorizationPolicy', 'cart.waypoint')).toEqual({
    action: 'ALLOW',
    rules: [{ from: [{ source: { serviceAccounts: ['shop/web'] } }], to: [{ operation: { methods: ['POST'], paths: ['/shop.Cart/GetCart'], ports: ['70'] } }] }],
    targetRefs: [{ group: '', kind: 'Service', name: 'cart' }],
  });
  expect(manifest(chart, 'Gateway', 'waypoint').metadata.labels).toMatchObject({ 'istio.io/waypoint-for': 'service' });
  expect(manifest(chart, 'Service', 'cart').metadata.labels['istio.io/use-waypoint']).toBe('waypoint');
  expect(manifest(chart, 'Service', 'store').metadata.labels['istio.io/use-waypoint']).toBe(undefined);
  const { labels } = manifest(chart, 'Namespace', 'shop').metadata;
  expect([labels['istio.io/dataplane-mode'], labels['istio.io/rev'], labels['istio-injection']]).toEqual(['ambient', undefined, undefined]);
});

test('without a flow that names requests there is no waypoint', () => {
  const { chart, web, store } = shopOf();
  web.connections.allowTo(store);
  mesh(chart, { accessLog: false });
  expect(meshObjects(chart)).toEqual(['AuthorizationPolicy shop/store', 'PeerAuthentication shop/default', 'AuthorizationPolicy shop/allow-nothing']);
});

test('the quota leaves room for proxies: in each pod, or for the waypoint while it is replaced', () => {
  const quota = (props?: Parameters<typeof mesh>[1], limited = false) => {
    const { chart, web, cart } = shopOf();
    web.connections.allowTo(cart, limited ? { grpcMethods: ['shop.Cart/GetCart'] } : {});
    if (props) { mesh(chart, props); }
    return spec(chart, 'ResourceQuota', 'quota').hard;
  };
  const [none, sidecar, ambient, waypoint] = [quota(), quota(SIDECAR), quota({}), quota({}, true)];
  expect(ambient).toEqual(none);
  expect(Number(sidecar['limits.cpu'])).toBeGreaterThan(Number(waypoint['limits.cpu']));
  expect(Number(waypoint['limits.cpu'])).toBeGreaterThan(Number(none['limits.cpu']));
  expect([none.pods, sidecar.pods]).toEqual([none.pods, none.pods]);
});

test('what is declared after a first synthesis is part of the next', () => {
  const { chart, web, cart } = shopOf();
  mesh(chart);
  expect(meshObjects(chart)).toEqual(['PeerAuthentication shop/default', 'Telemetry shop/access-log', 'AuthorizationPolicy shop/allow-nothing']);
  web.connections.allowTo(cart, { grpcMethods: ['shop.Cart/GetCart'] });
  new SecureNamespace(chart, 'late');
  expect(meshObjects(chart)).toContain('AuthorizationPolicy shop/cart.waypoint');
  expect(meshObjects(chart)).toContain('PeerAuthentication late/default');
});

test('a port that callers without identity reach takes plaintext, that port alone, where the workload waives the rule', () => {
  const { chart, namespace } = shopOf();
  const hook = workload(namespace, 'hook', {
    ports: [{ number: 8443 }, { number: 9090 }], waivers: [{ rule: 'mesh-mtls-strict', reason: 'the API server is no part of the mesh' }],
  });
  hook.connections.allowFrom(KubeApi.webhookCaller(), { port: 8443 });
  mesh(chart);
  expect(spec(chart, 'PeerAuthentication', 'hook')).toEqual({
    mtls: { mode: 'STRICT' }, portLevelMtls: { 8443: { mode: 'PERMISSIVE' } }, selector: { matchLabels: { 'app.kubernetes.io/instance': 'hook' } },
  });
  expect(spec(chart, 'AuthorizationPolicy', 'hook').rules).toEqual([{ to: [{ operation: { ports: ['8443'] } }] }]);
});

test('while the namespaces join, plaintext is taken and nobody is refused', () => {
  const { chart, web, cart } = shopOf({ asOf: '2030-01-01' });
  web.connections.allowTo(cart, { grpcMethods: ['shop.Cart/GetCart'] });
  mesh(chart, { scope: MeshScope.WHOLE_MESH, waivers: [{ rule: 'mesh-mtls-strict', reason: 'the shop joins', expires: '2030-02-01' }] });
  expect(meshObjects(chart).filter(name => name.startsWith('AuthorizationPolicy'))).toEqual([]);
  expect(spec(chart, 'PeerAuthentication', 'default')).toEqual({ mtls: { mode: 'PERMISSIVE' } });
  expect(spec(chart, 'PeerAuthentication', 'default', 'istio-system')).toEqual({ mtls: { mode: 'PERMISSIVE' } });
});

test.each<[string, Parameters<typeof mesh>[1], readonly string[]]>([
  ['in ambient mode', {}, ['PeerAuthentication default', 'AuthorizationPolicy allow-nothing', 'AuthorizationPolicy allow-nothing-waypoints']],
  ['in ambient mode before waypoints could be closed so', { istioVersion: IstioVersion.V1_24 }, ['PeerAuthentication default', 'AuthorizationPolicy allow-nothing']],
  ['with sidecars', SIDECAR, ['PeerAuthentication default', 'AuthorizationPolicy allow-nothing', 'Sidecar default']],
])('%s the whole mesh is closed by objects in its root namespace, for the app that owns it', (_, props, expected) => {
  const { chart } = shopOf();
  mesh(chart, { ...props, rootNamespace: 'mesh-root', scope: MeshScope.WHOLE_MESH });
  expect(meshObjects(chart).filter(name => name.includes(' mesh-root/')).map(name => name.replace('mesh-root/', ''))).toEqual(expected);
});

test('in a namespace that somebody else makes there is nothing but what is about the workloads of the app', () => {
  const { chart } = shopOf();
  const theirs = SecureNamespace.imported(chart, 'theirs', { level: PodSecurityLevel.RESTRICTED });
  const [a, b] = [workload(theirs, 'a'), workload(theirs, 'b')];
  a.connections.allowTo(b);
  mesh(chart);
  expect(meshObjects(chart).filter(name => name.includes(' theirs/'))).toEqual(['AuthorizationPolicy theirs/b']);
});

test('a label that the program takes from a namespace, or gives it instead, is an error', () => {
  const { chart, namespace } = shopOf();
  mesh(chart);
  expect(findings(chart)).toEqual([]);
  (namespace.node.defaultChild as any).metadata.addLabel('istio.io/dataplane-mode', 'none');
  expect(findings(chart).join()).toMatch(/made-object-unchanged: Namespace shop is not written as its construct makes it: got "metadata\.labels\.istio\.io\/dataplane-mode changed/);
});

test('a label of its own against the mesh is refused', () => {
  const { chart } = shopOf();
  new SecureNamespace(chart, 'odd', { labels: { 'istio.io/dataplane-mode': 'none' } });
  mesh(chart);
  expect(() => chart.toJson()).toThrow('label istio.io/dataplane-mode of namespace "odd": got "none", expected ambient; leave it out: the mesh sets it');
});

test('a workload that is called by UDP alone needs no policy of the mesh, which carries none of it', () => {
  const { chart, namespace, web } = shopOf();
  web.connections.allowTo(workload(namespace, 'dns', { ports: [{ number: 5353, protocol: PortProtocol.UDP }] }));
  mesh(chart);
  expect(meshObjects(chart)).not.toContain('AuthorizationPolicy shop/dns');
});
