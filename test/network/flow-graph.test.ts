import { DNS, findings, foreign, manifest, peer, shop, workload } from './shop';
import { External } from '../../src/network/external';
import { FlowGraph } from '../../src/network/flow-graph';
import { Pods } from '../../src/network/pods';
import { SecureIngress } from '../../src/network/secure-ingress';

test('an app has one graph', () => {
  const [one, other] = [shop(), shop()];
  expect(FlowGraph.of(one.namespace)).toBe(FlowGraph.of(one.chart));
  expect(FlowGraph.of(one.chart)).not.toBe(FlowGraph.of(other.chart));
});

test('the same flow declared twice is one, and flows that differ in peer, port or range are not', () => {
  const { chart, namespace } = shop();
  const web = workload(namespace, 'web');
  const graph = FlowGraph.of(chart);
  const [end] = graph.endpoints;
  for (let i = 0; i < 2; i++) {
    web.connections.allowTo(External.cidr('203.0.113.0/24'), { port: 443 });
    web.connections.allowTo(External.cidr('203.0.113.0/24'), { port: 80 });
    web.connections.allowTo(External.cidr('203.0.113.0/24'), { port: 80, endPort: 90 });
    web.connections.allowTo(External.cidr('203.0.112.0/24'), { port: 443 });
    web.connections.allowTo(Pods.inNamespace('a', { app: 'x' }), { port: 443 });
    web.connections.allowTo(Pods.inNamespace('b', { app: 'x' }), { port: 443 });
  }
  expect(graph.outOf(end)).toHaveLength(6);
  expect(graph.into(end)).toEqual([]);
});

test('a flow that is declared after a first synthesis is written by the next', () => {
  const { chart, namespace } = shop();
  const [web, db] = [workload(namespace, 'web'), workload(namespace, 'db')];
  expect(manifest(chart, 'NetworkPolicy', 'db').spec.ingress).toBeUndefined();
  web.connections.allowTo(db);
  expect(manifest(chart, 'NetworkPolicy', 'db').spec.ingress).toEqual([{ from: [peer('web')], ports: [{ port: 8080, protocol: 'TCP' }] }]);
  workload(namespace, 'late').connections.allowTo(db);
  expect(manifest(chart, 'NetworkPolicy', 'db').spec.ingress[0].from).toEqual([peer('late'), peer('web')]);
  expect(findings(chart)).toEqual([]);
});

test('a flow that is declared after a first synthesis is judged by the next', () => {
  const { chart, namespace } = shop();
  const web = workload(namespace, 'web');
  expect(findings(chart)).toEqual([]);
  web.connections.allowTo(External.cidr('169.254.169.254/32'), { port: 80 });
  expect(findings(chart)).toHaveLength(1);
});

test('names that a workload may resolve after a first synthesis are judged and written by the next', () => {
  const { chart, namespace } = shop();
  const web = workload(namespace, 'web');
  foreign(namespace, 'theirs', { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec: { podSelector: {}, egress: [DNS] } });
  expect(findings(chart)).toHaveLength(1);
  web.connections.allowDns();
  expect(findings(chart)).toEqual([]);
  expect(manifest(chart, 'NetworkPolicy', 'web').spec.egress).toEqual([DNS]);
});

test('a workload of another app is refused as an end: nobody would write its side', () => {
  const [mine, theirs] = [shop(), shop()];
  const [web, db] = [workload(mine.namespace, 'web'), workload(theirs.namespace, 'db')];
  const message = 'flow names workload "db" of another app: got "shop/shop/db", expected a workload of this app; '
    + 'name its pods with Pods.inNamespace(…), and declare the flow in the other app too';
  expect(() => web.connections.allowTo(db)).toThrow(new Error(message));
  expect(() => web.connections.allowFrom(db)).toThrow(new Error(message));
  expect(() => new SecureIngress(mine.chart, 'in', {
    host: 'shop.example.com', tlsSecretName: 'tls', ingressClassName: 'nginx', workload: db, controller: Pods.inNamespace('nginx', { app: 'nginx' }),
  })).toThrow(new Error(message));
});

test('the callers of a host outside are known, and what one flow opens', () => {
  const { chart, namespace } = shop();
  const [web, cart] = [workload(namespace, 'web'), workload(namespace, 'cart')];
  web.connections.allowTo(External.host('api.example.com'), { port: 443 });
  web.connections.allowTo(cart);
  const graph = FlowGraph.of(chart);
  const names = (host: string) => graph.callersOf(External.host(host)).map(({ name }) => name);
  expect([names('api.example.com'), names('api.example.org')]).toEqual([['web'], []]);
  const [flow] = graph.into(graph.endpoints.find(({ name }) => name === 'cart')!);
  expect(graph.openingsOf(flow, 'into')).toEqual([{ peer: web.peer, port: { number: 8080, protocol: 'TCP' } }]);
  expect(graph.openingsOf(flow, 'outOf')).toEqual([{ peer: cart.peer, port: { number: 8080, protocol: 'TCP' } }]);
});
