import { shopOf } from './meshed';
import { GatewayApi } from '../../src/mesh/gateway-api';
import { settleGateway } from '../../src/mesh/gateway-settings';
import { SecureGatewayProps } from '../../src/mesh/secure-gateway-props';
import { IngressController } from '../../src/network/ingress-controller';

const OWN = { api: GatewayApi.KUBERNETES, hosts: ['shop.example.com'], credentialName: 'shop-tls' };

function settle(props: Partial<SecureGatewayProps>) {
  const { web, cart } = shopOf();
  return settleGateway('public', { workload: cart, ...OWN, ...props, ...props.workload ? {} : { workload: props.port === 8080 ? web : cart } });
}

test('pods that istiod makes are known by the name of the gateway, and opened by the app', () => {
  const { name, pods, flow, servicePort, endpoint } = settle({ clientCidrs: ['203.0.113.0/24'] });
  expect(name).toBe('public');
  expect(pods).toEqual({
    kind: 'pods', namespace: 'shop', labels: { 'gateway.networking.k8s.io/gateway-name': 'public' }, serviceAccount: 'public-istio', isOpened: true,
  });
  expect([flow.port, servicePort, endpoint.name, flow.request]).toEqual([{ number: 7070, protocol: 'TCP' }, 70, 'cart', undefined]);
});

test('pods of others are known by what selects them, and dial the Service', () => {
  const { pods, clients, clientCidrs } = settle({ api: GatewayApi.ISTIO, gateway: IngressController.pods('edge', { istio: 'ingress' }, { serviceAccount: 'edge' }) });
  expect(pods).toEqual({ kind: 'pods', namespace: 'edge', labels: { istio: 'ingress' }, serviceAccount: 'edge' });
  expect([clients, clientCidrs]).toEqual([[], []]);
});

test('clients are those who are named, and everybody outside if that is said', () => {
  const named = settle({ clientCidrs: ['203.0.113.0/24', '198.51.100.0/24', '203.0.113.0/24'] });
  expect(named.clientCidrs).toEqual(['198.51.100.0/24', '203.0.113.0/24']);
  expect(named.clients.map(({ _shape: { kind } }) => kind)).toEqual(['blocks']);
  const open = settle({ clientCidrs: ['10.1.0.0/16'], acceptInternet: true });
  expect(open.clientCidrs).toEqual([]);
  expect(open.clients.map(({ _shape: { kind } }) => kind)).toEqual(['blocks', 'internet']);
});

test('hosts have an order, and each is one', () => {
  expect(settle({ acceptInternet: true, hosts: ['www.example.com', 'a.example.com', 'www.example.com'] }).hosts).toEqual(['a.example.com', 'www.example.com']);
});

test('requests are limited by what is said of them', () => {
  expect(settle({ acceptInternet: true, port: 8080, paths: ['/b', '/a'], methods: ['POST', 'GET'] }).flow.request).toEqual({ methods: ['GET', 'POST'], paths: ['/a', '/b'] });
});
