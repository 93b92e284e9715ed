import { mesh, shopOf, spec } from './meshed';
import { IstioDataPlane } from '../../src/mesh/istio-data-plane';
import { waypointPods } from '../../src/mesh/mesh-passage';
import { External } from '../../src/network/external';
import { Monitoring, Pods } from '../../src/network/pods';
import { Health } from '../../src/workload/health';
import { DNS, peer, pods, tcp, workload } from '../network/shop';

const SIDECAR = { dataPlane: IstioDataPlane.SIDECAR };
const ISTIOD = { ports: [tcp(15012)], to: [pods('istio-system', { app: 'istiod' })] };
const WAYPOINT = pods('shop', { 'gateway.networking.k8s.io/gateway-name': 'waypoint' });

test('beside a sidecar ports stay what they are, and each pod calls istiod by its name', () => {
  const { chart, web, cart } = shopOf();
  web.connections.allowTo(cart, { grpcMethods: ['shop.Cart/GetCart'] });
  mesh(chart, SIDECAR);
  expect(spec(chart, 'NetworkPolicy', 'web')).toEqual({
    podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'web' } },
    policyTypes: ['Ingress', 'Egress'],
    egress: [{ ports: [tcp(7070)], to: [peer('cart')] }, ISTIOD, DNS],
  });
  expect(spec(chart, 'NetworkPolicy', 'cart')).toMatchObject({ ingress: [{ from: [peer('web')], ports: [tcp(7070)] }], egress: [ISTIOD, DNS] });
});

test('in ambient mode members reach one another on the port of the mesh, and others on the port of the container', () => {
  const { chart, web, store } = shopOf();
  web.connections.allowTo(store);
  web.connections.allowTo(External.cidr('192.0.2.0/24'), { port: 443 });
  web.connections.allowFrom(Monitoring.pods('ops', { app: 'prometheus' }, { serviceAccount: 'prometheus' }));
  mesh(chart);
  expect(spec(chart, 'NetworkPolicy', 'web')).toMatchObject({
    ingress: [{ from: [pods('ops', { app: 'prometheus' })], ports: [tcp(15008)] }],
    egress: [{ ports: [tcp(443)], to: [{ ipBlock: { cidr: '192.0.2.0/24' } }] }, { ports: [tcp(15008)], to: [peer('store')] }, DNS],
  });
  expect(spec(chart, 'NetworkPolicy', 'store').ingress).toEqual([{ from: [peer('web')], ports: [tcp(15008)] }]);
});

test('in ambient mode the kubelet asks from an address of its own, on the ports that it asks alone', () => {
  const { chart, namespace } = shopOf({ ipv6: true });
  workload(namespace, 'asked', { ports: [{ number: 8080 }, { number: 9090 }], health: Health.http({ live: '/livez', ready: '/readyz', port: 9090 }) });
  mesh(chart);
  const probes = [{ ipBlock: { cidr: '169.254.7.127/32' } }, { ipBlock: { cidr: 'fd16:9254:7127:1337:ffff:ffff:ffff:ffff/128' } }];
  expect(spec(chart, 'NetworkPolicy', 'asked').ingress).toEqual([{ from: probes, ports: [tcp(9090)] }]);
  expect(spec(chart, 'NetworkPolicy', 'store').ingress).toBe(undefined);
});

test('without IPv6 there is no address of it', () => {
  const { chart, namespace } = shopOf();
  workload(namespace, 'asked', { health: Health.tcp() });
  mesh(chart);
  expect(spec(chart, 'NetworkPolicy', 'asked').ingress).toEqual([{ from: [{ ipBlock: { cidr: '169.254.7.127/32' } }], ports: [tcp(8080)] }]);
});

test('by a waypoint both ends know the waypoint alone', () => {
  const { chart, web, cart } = shopOf();
  web.connections.allowTo(cart, { grpcMethods: ['shop.Cart/GetCart'] });
  mesh(chart);
  expect(spec(chart, 'NetworkPolicy', 'web').egress).toEqual([{ ports: [tcp(15008)], to: [WAYPOINT] }, DNS]);
  expect(spec(chart, 'NetworkPolicy', 'cart').ingress).toEqual([{ from: [WAYPOINT], ports: [tcp(15008)] }]);
  expect(waypointPods('shop').description).toBe('waypoint in shop');
});

test('while plaintext is taken too, both ports are open', () => {
  const { chart, web, store } = shopOf({ asOf: '2030-01-01' });
  web.connections.allowTo(store);
  mesh(chart, { waivers: [{ rule: 'mesh-mtls-strict', reason: 'the shop joins', expires: '2030-02-01' }] });
  expect(spec(chart, 'NetworkPolicy', 'store').ingress).toEqual([{ from: [peer('web')], ports: [tcp(6379), tcp(15008)] }]);
});

test('namespaces outside the mesh stay as they are', () => {
  const { chart, web, store } = shopOf();
  web.connections.allowTo(store);
  store.connections.allowFrom(Pods.inNamespace('ops', { app: 'x' }, { serviceAccount: 'x' }));
  const before = spec(chart, 'NetworkPolicy', 'store');
  mesh(chart, { ...SIDECAR, namespaces: [] });
  expect(spec(chart, 'NetworkPolicy', 'store')).toEqual(before);
});
