import { AppProtocol } from '../../src/kube/port';
import { settleEgress } from '../../src/mesh/egress-settings';
import { Pods } from '../../src/network/pods';

const GATEWAY = Pods.inNamespace('edge', { istio: 'egress' }, { serviceAccount: 'edge-account' });

test('a host is reached on 443 by TLS unless something else is said', () => {
  expect(settleEgress('stripe', 'shop', { host: 'api.stripe.com' })).toEqual({
    name: 'stripe', host: 'api.stripe.com', protocol: 'TLS', egress: { namespace: 'shop', port: 443 },
  });
  expect(settleEgress('stripe', 'shop', { host: 'api.stripe.com', port: 5432, appProtocol: AppProtocol.TCP, name: 'db' })).toEqual({
    name: 'db', host: 'api.stripe.com', protocol: 'TCP', egress: { namespace: 'shop', port: 5432 },
  });
});

test('a gateway has a Service and a port, which follow from its pods unless something else is said', () => {
  const pods = { kind: 'pods', namespace: 'edge', labels: { istio: 'egress' }, serviceAccount: 'edge-account' };
  const gatewayOf = (more: object) => settleEgress('stripe', 'shop', { host: 'api.stripe.com', gateway: GATEWAY, ...more }).egress.gateway;
  expect(gatewayOf({})).toEqual({ pods, port: 443, service: 'edge-account' });
  expect(gatewayOf({ gatewayPort: 8443, gatewayService: 'edge' })).toEqual({ pods, port: 8443, service: 'edge' });
});
