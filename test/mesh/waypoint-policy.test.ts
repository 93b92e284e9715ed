import { mesh, shopOf, spec } from './meshed';
import { waypointSelector, waypointSpec } from '../../src/mesh/waypoint-policy';
import { Monitoring, Pods } from '../../src/network/pods';
import { DNS, peer, pods, tcp } from '../network/shop';

test('a waypoint is reached by those who call by it, and reaches what is behind it, istiod and names', () => {
  const { chart, web, cart, store } = shopOf();
  web.connections.allowTo(cart, { grpcMethods: ['shop.Cart/GetCart'] });
  cart.connections.allowFrom(Pods.inNamespace('ops', { app: 'x' }, { serviceAccount: 'x' }));
  // Neither goes through it.
  cart.connections.allowFrom(Monitoring.pods('ops', { app: 'prometheus' }, { serviceAccount: 'prometheus' }));
  web.connections.allowTo(store);
  mesh(chart);
  expect(spec(chart, 'NetworkPolicy', 'waypoint')).toEqual({
    podSelector: { matchLabels: { 'gateway.networking.k8s.io/gateway-name': 'waypoint' } },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [pods('ops', { app: 'x' }), peer('web')], ports: [tcp(15008)] }],
    egress: [{ ports: [tcp(15008)], to: [peer('cart')] }, { ports: [tcp(15012)], to: [pods('istio-system', { app: 'istiod' })] }, DNS],
  });
});

test('istiod makes it from a Gateway of its class', () => {
  expect(waypointSpec()).toEqual({ gatewayClassName: 'istio-waypoint', listeners: [{ name: 'mesh', port: 15008, protocol: 'HBONE' }] });
  expect(waypointSelector('shop')).toEqual({ 'gateway.networking.k8s.io/gateway-name': 'waypoint' });
});
