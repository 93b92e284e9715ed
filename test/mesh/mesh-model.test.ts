import { endpoint, modelOf, shopOf } from './meshed';
import { PodSecurityLevel } from '../../src/kube/pod-security-level';
import { AppProtocol, PortProtocol } from '../../src/kube/port';
import { IstioDataPlane } from '../../src/mesh/istio-data-plane';
import { portOf } from '../../src/mesh/mesh-model';
import { TokenDemands } from '../../src/mesh/token-demands';
import { SecureNamespace } from '../../src/namespace/secure-namespace';
import { External, KubeApi } from '../../src/network/external';
import { FlowGraph } from '../../src/network/flow-graph';
import { IngressController } from '../../src/network/ingress-controller';
import { Monitoring, Pods } from '../../src/network/pods';
import { workload } from '../network/shop';

test('all namespaces of the app are part of the mesh, or those that are named', () => {
  const { chart } = shopOf();
  new SecureNamespace(chart, 'ops');
  SecureNamespace.imported(chart, 'theirs', { level: PodSecurityLevel.RESTRICTED });
  const all = modelOf(chart);
  expect(['shop', 'ops', 'theirs', 'other'].map(name => all.isMeshed(name))).toEqual([true, true, true, false]);
  expect(all.made).toEqual(['shop', 'ops']);
  const some = modelOf(chart, { namespaces: ['ops'] });
  expect(['shop', 'ops', 'theirs'].map(name => some.isMeshed(name))).toEqual([false, true, false]);
  expect(some.made).toEqual(['ops']);
  expect(some.endpoints).toEqual([]);
  expect([...all.endpointsByNamespace].map(([name, ends]) => [name, ends.map(end => end.name)])).toEqual([['shop', ['web', 'cart', 'store']]]);
});

test('a caller is known by its account, by its addresses, or not at all', () => {
  const { chart, web } = shopOf();
  const model = modelOf(chart);
  expect(model.callerOf(web.peer)).toEqual({ kind: 'account', namespace: 'shop', serviceAccount: 'web' });
  expect(model.callerOf(Pods.inNamespace('ops', { app: 'x' }, { serviceAccount: 'robot' }))).toEqual({ kind: 'account', namespace: 'ops', serviceAccount: 'robot' });
  expect(model.callerOf(Pods.inNamespace('ops', { app: 'x' }))).toEqual({ kind: 'anyone' });
  expect(model.callerOf(KubeApi.webhookCaller())).toEqual({ kind: 'anyone' });
  expect(model.callerOf(External.cidr('192.0.2.0/24'))).toEqual({ kind: 'addresses', blocks: [{ cidr: '192.0.2.0/24', except: [] }] });
  expect(model.callerOf(External.internet())).toMatchObject({ kind: 'addresses', blocks: [{ cidr: '0.0.0.0/0' }] });
  expect(modelOf(chart, { namespaces: [] }).callerOf(web.peer)).toEqual({ kind: 'anyone' });
});

test('proxies carry TCP between members, and nothing else', () => {
  const { chart, namespace, web } = shopOf();
  const dns = workload(namespace, 'dns', { ports: [{ number: 5353, protocol: PortProtocol.UDP }, { number: 5353, protocol: PortProtocol.TCP }] });
  web.connections.allowTo(dns, { protocol: PortProtocol.UDP });
  web.connections.allowTo(dns, { protocol: PortProtocol.TCP });
  dns.connections.allowFrom(Pods.inNamespace('ops', { app: 'x' }), { protocol: PortProtocol.TCP });
  const flows = FlowGraph.of(chart).into(endpoint(chart, 'dns'));
  expect(flows.map(flow => modelOf(chart).carries(flow))).toEqual([false, true, false]);
});

test('a Service has a waypoint where a flow to it names requests, in ambient mode, from the moment when it does', () => {
  const { chart, web, cart } = shopOf();
  const [ambient, sidecar] = [modelOf(chart), modelOf(chart, { dataPlane: IstioDataPlane.SIDECAR })];
  const end = endpoint(chart, 'cart');
  cart.connections.allowFrom(Pods.inNamespace('ops', { app: 'x' }, { serviceAccount: 'robot' }));
  expect(ambient.hasWaypoint(end)).toBe(false);
  web.connections.allowTo(cart, { grpcMethods: ['shop.Cart/GetCart'] });
  expect([ambient.hasWaypoint(end), sidecar.hasWaypoint(end), ambient.hasWaypoint(endpoint(chart, 'web'))]).toEqual([true, false, false]);
  expect(FlowGraph.of(chart).into(end).map(flow => ambient.isByWaypoint(flow))).toEqual([true, true]);
});

test('a Service has a waypoint where its workload asks for a token', () => {
  const { chart } = shopOf();
  TokenDemands.of(chart).add(endpoint(chart, 'web'), { port: 8080, issuer: 'https://a.example.com' });
  expect(modelOf(chart).hasWaypoint(endpoint(chart, 'web'))).toBe(true);
});

test('who dials pods goes past the waypoint: replicas, scrapers, ingress controllers, and whoever calls a sidecar of a pod', () => {
  const { chart, namespace, web } = shopOf();
  const image = 'registry.example.com/exporter:1.0';
  const app = workload(namespace, 'app', {
    sidecars: [{ name: 'exporter', image, ports: [{ number: 9100, name: 'metrics' }], health: undefined }],
    waivers: [{ rule: 'probes-set', container: 'exporter', reason: 'it is asked by nobody' }],
  });
  web.connections.allowTo(app, { port: 8080, methods: ['GET'] });
  app.connections.allowAmongReplicas({ port: 8080 });
  app.connections.allowFrom(Monitoring.pods('ops', { app: 'x' }, { serviceAccount: 'x' }), { port: 8080 });
  app.connections.allowFrom(IngressController.pods('in', { app: 'x' }, { serviceAccount: 'x' }), { port: 8080 });
  web.connections.allowTo(app, { port: 9100 });
  const model = modelOf(chart);
  expect(FlowGraph.of(chart).into(endpoint(chart, 'app')).map(flow => model.isByWaypoint(flow))).toEqual([true, false, false, false, false]);
});

test('requests are read by the sidecar of the destination, or by its waypoint', () => {
  const { chart, web, cart } = shopOf();
  web.connections.allowTo(cart, { grpcMethods: ['shop.Cart/GetCart'] });
  cart.connections.allowFrom(Monitoring.pods('ops', { app: 'x' }, { serviceAccount: 'x' }), { methods: ['GET'] });
  const flows = FlowGraph.of(chart).into(endpoint(chart, 'cart'));
  const read = (...args: Parameters<typeof modelOf>) => flows.map(flow => modelOf(...args).readsRequests(flow));
  expect(read(chart)).toEqual([true, false]);
  expect(read(chart, { dataPlane: IstioDataPlane.SIDECAR })).toEqual([true, true]);
  expect(read(chart, { dataPlane: IstioDataPlane.SIDECAR, namespaces: [] })).toEqual([false, false]);
  expect(read(chart, {}, true)).toEqual([true, true]);
});

test('a port takes plaintext only from callers without identity, and where the workload waives that there are none', () => {
  const { chart, namespace, web } = shopOf();
  const reason = 'the controller is outside of the mesh';
  const open = workload(namespace, 'open', { waivers: [{ rule: 'mesh-mtls-strict', reason }] });
  for (const each of [web, open]) { each.connections.allowFrom(Pods.inNamespace('ops', { app: 'x' })); }
  web.connections.allowTo(open);
  const model = modelOf(chart);
  const answers = (name: string) => FlowGraph.of(chart).into(endpoint(chart, name)).map(flow => model.isOpenToPlaintext(endpoint(chart, name), flow));
  expect(answers('web')).toEqual([false]);
  expect(answers('open')).toEqual([true, false]);
});

test('a port is found by its number, for TCP alone', () => {
  const { chart, namespace } = shopOf();
  workload(namespace, 'dns', { ports: [{ number: 5353, protocol: PortProtocol.UDP }, { number: 8080, appProtocol: AppProtocol.HTTP }] });
  expect(portOf(endpoint(chart, 'dns'), 5353)).toBe(undefined);
  expect(portOf(endpoint(chart, 'dns'), 8080)?.appProtocol).toBe(AppProtocol.HTTP);
});
