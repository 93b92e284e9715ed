import { modelOf, shopOf, spec } from './meshed';
import { EgressHosts } from '../../src/mesh/egress-hosts';
import { settleEgress } from '../../src/mesh/egress-settings';
import { FlowPeer } from '../../src/network/peer';
import { DNS, manifest, pods, tcp } from '../network/shop';

function known(owner: any, host: string, namespace = 'shop', port = 443) {
  const settings = settleEgress('x', namespace, { host, port });
  return { settings, owner, peer: FlowPeer._of(host, { kind: 'host', host, egress: settings.egress }, true) };
}

test('a namespace has one waypoint for all of its hosts, and another namespace another', () => {
  const { chart, namespace } = shopOf();
  const hosts = EgressHosts.of(chart);
  hosts.add(known(namespace, 'a.example.com'));
  hosts.add(known(namespace, 'b.example.com', 'shop', 8443));
  hosts.add(known(namespace, 'c.example.com', 'bank', 9443));
  const model = modelOf(chart);
  hosts.makeWaypoint(model, 'shop', namespace);
  hosts.makeWaypoint(model, 'shop', namespace);
  const { egress, ingress } = spec(chart, 'NetworkPolicy', 'egress-waypoint');
  expect([egress[0].ports, ingress]).toEqual([[tcp(443), tcp(8443)], undefined]);
  expect(egress.slice(1)).toEqual([{ to: [pods('istio-system', { app: 'istiod' })], ports: [tcp(15012)] }, DNS]);
  expect(manifest(chart, 'Gateway', 'egress-waypoint').spec.gatewayClassName).toBe('istio-waypoint');
  expect(chart.toJson().filter(({ kind }) => kind === 'Gateway')).toHaveLength(1);
});

test('a host twice in a namespace is refused', () => {
  const { chart, namespace } = shopOf();
  const hosts = EgressHosts.of(chart);
  hosts.add(known(namespace, 'a.example.com'));
  expect(() => hosts.add(known(chart, 'a.example.com', 'shop', 8443))).toThrow('two EgressHosts of namespace "shop" are one host: got "shop", expected one, which is shop/shop; allow flows to that one');
});
