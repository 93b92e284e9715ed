import { endpoint, modelOf, shopOf } from './meshed';
import { PortProtocol } from '../../src/kube/port';
import { IstioDataPlane } from '../../src/mesh/istio-data-plane';
import { TokenDemands } from '../../src/mesh/token-demands';
import { isBeyondReading, permissionsOf } from '../../src/mesh/workload-permissions';
import { FlowGraph } from '../../src/network/flow-graph';
import { Monitoring, Pods } from '../../src/network/pods';
import { workload } from '../network/shop';

const WEB = { kind: 'account', namespace: 'shop', serviceAccount: 'web' };
const WAYPOINT = { kind: 'account', namespace: 'shop', serviceAccount: 'waypoint' };
const SCRAPER = Monitoring.pods('ops', { app: 'x' }, { serviceAccount: 'x' });
const REQUEST = { methods: ['POST'], paths: ['/shop.Cart/GetCart'] };

function called() {
  const made = shopOf();
  made.web.connections.allowTo(made.cart, { grpcMethods: ['shop.Cart/GetCart'] });
  made.cart.connections.allowFrom(SCRAPER);
  return made;
}

test('a sidecar decides everything, on the ports of its pod', () => {
  const { chart } = called();
  expect(permissionsOf(modelOf(chart, { dataPlane: IstioDataPlane.SIDECAR }), endpoint(chart, 'cart'))).toEqual({
    atPods: [
      { caller: WEB, port: 7070, issuers: [], request: REQUEST },
      { caller: { kind: 'account', namespace: 'ops', serviceAccount: 'x' }, port: 7070, issuers: [] },
    ],
    atService: [],
  });
});

test('a waypoint decides by the port of the Service, and the pods let the waypoint in', () => {
  const { chart } = called();
  expect(permissionsOf(modelOf(chart), endpoint(chart, 'cart'))).toEqual({
    atPods: [
      { caller: WAYPOINT, port: 7070, issuers: [] },
      { caller: { kind: 'account', namespace: 'ops', serviceAccount: 'x' }, port: 7070, issuers: [] },
    ],
    atService: [{ caller: WEB, port: 70, issuers: [], request: REQUEST }],
  });
});

test('whoever has no identity is not let in, unless the workload waives it', () => {
  const { chart, namespace, web } = shopOf();
  const open = workload(namespace, 'open', { waivers: [{ rule: 'mesh-mtls-strict', reason: 'the caller is outside of the mesh' }] });
  for (const each of [web, open]) { each.connections.allowFrom(Pods.inNamespace('ops', { app: 'x' })); }
  const model = modelOf(chart);
  expect(permissionsOf(model, endpoint(chart, 'web')).atPods).toEqual([]);
  expect(permissionsOf(model, endpoint(chart, 'open')).atPods).toEqual([{ caller: { kind: 'anyone' }, port: 8080, issuers: [] }]);
});

test('what the proxy of a node cannot hold to its limits is not let in at all', () => {
  const { chart, cart, web } = shopOf();
  cart.connections.allowFrom(SCRAPER, { methods: ['GET'] });
  web.connections.allowFrom(SCRAPER);
  TokenDemands.of(chart).add(endpoint(chart, 'web'), { port: 8080, issuer: 'https://a.example.com' });
  const model = modelOf(chart);
  for (const name of ['cart', 'web']) {
    expect(permissionsOf(model, endpoint(chart, name))).toEqual({ atPods: [], atService: [] });
    expect(FlowGraph.of(chart).into(endpoint(chart, name)).map(flow => isBeyondReading(model, endpoint(chart, name), flow))).toEqual([true]);
  }
  expect(permissionsOf(modelOf(chart, { dataPlane: IstioDataPlane.SIDECAR }), endpoint(chart, 'web')).atPods).toEqual([
    { caller: { kind: 'account', namespace: 'ops', serviceAccount: 'x' }, port: 8080, issuers: ['https://a.example.com'] },
  ]);
});

test('what is no TCP is not for the mesh to allow', () => {
  const { chart, namespace, web } = shopOf();
  web.connections.allowTo(workload(namespace, 'dns', { ports: [{ number: 5353, protocol: PortProtocol.UDP }] }));
  expect(permissionsOf(modelOf(chart), endpoint(chart, 'dns'))).toEqual({ atPods: [], atService: [] });
});
