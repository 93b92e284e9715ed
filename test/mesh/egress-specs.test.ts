import { endpoint, shopOf } from './meshed';
import { settleEgress } from '../../src/mesh/egress-settings';
import { egressEntrySpec, egressGatewaySpec, egressRouteSpec } from '../../src/mesh/egress-specs';
import { Pods } from '../../src/network/pods';

const gateway = (namespace: string) => settleEgress('stripe', 'bank', {
  host: 'api.stripe.com', gateway: Pods.inNamespace(namespace, { istio: 'egress' }, { serviceAccount: 'edge' }),
});

test('its own namespace, that of its gateway and those of its callers see a host', () => {
  const callers = [endpoint(shopOf().chart, 'web')];
  const seen = (settings: Parameters<typeof egressEntrySpec>[0], by = callers) => egressEntrySpec(settings, by).exportTo;
  expect(seen(gateway('edge'))).toEqual(['.', 'edge', 'shop']);
  expect(seen(gateway('bank'))).toEqual(['.', 'shop']);
  expect(seen(settleEgress('stripe', 'shop', { host: 'api.stripe.com' }))).toEqual(['.']);
  expect(egressRouteSpec(gateway('edge'), [], 'cluster.local').exportTo).toEqual(['.', 'edge']);
});

test('the route of the sidecars ends at the gateway, and that of the gateway at the host', () => {
  const { tls, gateways } = egressRouteSpec(gateway('edge'), [], 'cluster.local') as any;
  expect(gateways).toEqual(['mesh', 'bank/stripe']);
  expect(tls.map(({ match, route }: any) => [match[0].gateways[0], match[0].port, route[0].destination.host])).toEqual([
    ['mesh', 443, 'edge.edge.svc.cluster.local'], ['bank/stripe', 443, 'api.stripe.com'],
  ]);
});

test('the gateway opens nothing', () => {
  expect(egressGatewaySpec(gateway('edge')).servers).toEqual([
    { hosts: ['./api.stripe.com'], port: { name: 'tls', number: 443, protocol: 'TLS' }, tls: { mode: 'PASSTHROUGH' } },
  ]);
});
