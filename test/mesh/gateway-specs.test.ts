import { shopOf } from './meshed';
import { GatewayApi } from '../../src/mesh/gateway-api';
import { settleGateway } from '../../src/mesh/gateway-settings';
import { gatewayAuthorizationSpec, gatewaySpec, infrastructure, istioGatewaySpec, redirectSpec, routeSpec, virtualServiceSpec } from '../../src/mesh/gateway-specs';
import { SecureGatewayProps } from '../../src/mesh/secure-gateway-props';
import { IngressController } from '../../src/network/ingress-controller';

const theirs = { api: GatewayApi.ISTIO, gateway: IngressController.pods('edge', { istio: 'ingress' }, { serviceAccount: 'edge' }) };

function settle(props: Partial<SecureGatewayProps> = {}) {
  const own = props.api ? {} : { acceptInternet: true };
  return settleGateway('public', { api: GatewayApi.KUBERNETES, hosts: ['b.example.com', 'a.example.com'], credentialName: 'tls', workload: shopOf().cart, ...own, ...props });
}

test('each host has two listeners with names that no other has, and routes stand behind one kind of them', () => {
  const listeners: any = gatewaySpec(settle(), undefined).listeners;
  expect(listeners.map(({ name, port, hostname }: any) => `${name} ${port} ${hostname}`)).toEqual([
    'https 443 a.example.com', 'http 80 a.example.com', 'https-2 443 b.example.com', 'http-2 80 b.example.com',
  ]);
  expect(routeSpec(settle()).parentRefs).toEqual([{ name: 'public', sectionName: 'https' }, { name: 'public', sectionName: 'https-2' }]);
  expect(redirectSpec(settle()).parentRefs).toEqual([{ name: 'public', sectionName: 'http' }, { name: 'public', sectionName: 'http-2' }]);
});

test('parameters are named where there are some', () => {
  expect(gatewaySpec(settle(), undefined).infrastructure).toBe(undefined);
  expect(gatewaySpec(settle(), 'x').infrastructure).toEqual({ parametersRef: { group: '', kind: 'ConfigMap', name: 'x' } });
});

test('the route leads to the port of the Service', () => {
  expect(routeSpec(settle()).rules).toEqual([{ backendRefs: [{ name: 'cart', port: 70 }] }]);
  expect(virtualServiceSpec(settle(theirs), 'corp.local').http).toEqual([
    { route: [{ destination: { host: 'cart.shop.svc.corp.local', port: { number: 70 } } }] },
  ]);
});

test('only where requests are limited does the gateway ask for them, and never on the port of the redirect', () => {
  const rules = (props: Partial<SecureGatewayProps>): any => gatewayAuthorizationSpec(settle(props)).rules;
  const operations = (props: Partial<SecureGatewayProps>) => rules(props)[0].to.map(({ operation }: any) => Object.keys(operation));
  expect(operations({})).toEqual([['hosts', 'ports'], ['hosts', 'ports']]);
  expect(operations({ paths: ['/a'], methods: ['GET'] })).toEqual([['hosts', 'methods', 'paths', 'ports'], ['hosts', 'ports']]);
});

test('a load balancer takes only the named clients', () => {
  expect(infrastructure(settle({ acceptInternet: undefined, clientCidrs: ['203.0.113.0/24'] })).service).toEqual({
    spec: { externalTrafficPolicy: 'Local', loadBalancerSourceRanges: ['203.0.113.0/24'] },
  });
  expect(infrastructure(settle()).service).toEqual({ spec: { externalTrafficPolicy: 'Local' } });
});

test('a gateway of others answers for all hosts over TLS 1.3, and sends away who asks in the clear', () => {
  expect(istioGatewaySpec(settle(theirs))).toEqual({
    selector: { istio: 'ingress' },
    servers: [
      {
        hosts: ['./a.example.com', './b.example.com'],
        port: { name: 'https', number: 443, protocol: 'HTTPS' },
        tls: { credentialName: 'tls', minProtocolVersion: 'TLSV1_3', mode: 'SIMPLE' },
      },
      { hosts: ['./a.example.com', './b.example.com'], port: { name: 'http', number: 80, protocol: 'HTTP' }, tls: { httpsRedirect: true } },
    ],
  });
});
