import { deployment, namespace, policy } from './rules/set-objects';
import { ObjectGraph } from '../../src/policy/object-graph';
import { PolicyCoverage } from '../../src/policy/policy-coverage';

const WEB = { matchLabels: { app: 'web' } };
const CART = { matchLabels: { app: 'cart' } };
const PORTS = { container: { ports: [{ containerPort: 8080, name: 'http' }] } };

function coverageOf(...objects: object[]) {
  const graph = new ObjectGraph();
  [deployment('web'), deployment('cart', PORTS), deployment('far', { namespace: 'bank' }), ...objects].forEach(json => graph.see(json));
  const [web, cart, far] = graph.workloads.all;
  return { coverage: PolicyCoverage.of(graph), web, cart, far };
}

test('policies of the pods and of the whole namespace isolate them, each on its sides', () => {
  const out = policy('web', { podSelector: WEB, policyTypes: ['Egress'] });
  const { coverage, web, cart, far } = coverageOf(policy('all', { podSelector: {} }), out, policy('cart', { podSelector: CART }));
  expect((['Ingress', 'Egress'] as const).map(direction => coverage.isolating(web, direction).map(({ name }) => name))).toEqual([['all'], ['web']]);
  expect((['Ingress', 'Egress'] as const).map(direction => [web, cart, far].map(each => coverage.isolates(each, direction)))).toEqual([
    [true, true, false], [true, false, false],
  ]);
  expect(coverage.isolating(far, 'Ingress')).toEqual([]);
  expect(coverage.wide('shop').map(({ name }) => name)).toEqual(['all']);
});

test('what no policy isolates is let through', () => {
  const { coverage, web, cart } = coverageOf();
  expect(coverage.lets(web, cart, 8080, 'TCP')).toBe(true);
});

const into = (rule?: object) => policy('in', { podSelector: CART, policyTypes: ['Ingress'], ...(rule ? { ingress: [rule] } : {}) });

test.each<[string, object | undefined, boolean]>([
  ['no rule', undefined, false],
  ['a rule for everybody', {}, true],
  ['the pods', { from: [{ podSelector: WEB }] }, true],
  ['other pods', { from: [{ podSelector: CART }] }, false],
  ['pods of its own namespace by name', { from: [{ podSelector: WEB, namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } }] }, true],
  ['pods of another namespace by name', { from: [{ podSelector: WEB, namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'bank' } } }] }, false],
  ['pods of namespaces by a label that nobody knows', { from: [{ podSelector: WEB, namespaceSelector: { matchLabels: { team: 'a' } } }] }, true],
  ['addresses', { from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }, true],
  ['the port by number', { ports: [{ port: 8080 }] }, true],
  ['the port by name', { ports: [{ port: 'http' }] }, true],
  ['another name', { ports: [{ port: 'grpc' }] }, false],
  ['another number', { ports: [{ port: 80 }] }, false],
  ['a range with it', { ports: [{ port: 8000, endPort: 9000 }] }, true],
  ['a range without it', { ports: [{ port: 9000, endPort: 9100 }] }, false],
  ['every port of the protocol', { ports: [{ protocol: 'TCP' }] }, true],
  ['another protocol', { ports: [{ protocol: 'UDP' }] }, false],
])('a policy of the destination with %s', (_, rule, expected) => {
  const { coverage, web, cart } = coverageOf(into(rule));
  expect(coverage.lets(web, cart, 8080, 'TCP')).toBe(expected);
});

test('a namespace of the set is told by its labels', () => {
  const from = (labels: Record<string, string>) => into({ from: [{ namespaceSelector: { matchLabels: labels } }] });
  const lets = (labels: Record<string, string>) => {
    const { coverage, web, cart } = coverageOf(namespace('shop', { team: 'a' }), from(labels));
    return coverage.lets(web, cart, 8080, 'TCP');
  };
  expect([lets({ team: 'a' }), lets({ team: 'b' })]).toEqual([true, false]);
});

test('a peer without namespaceSelector is of the namespace of the policy', () => {
  const { coverage, far, cart } = coverageOf(into({ from: [{ podSelector: {} }] }));
  expect(coverage.lets(far, cart, 8080, 'TCP')).toBe(false);
});

test('both sides must let it through', () => {
  const out = (rule: object) => policy('out', { podSelector: WEB, policyTypes: ['Egress'], egress: [rule] });
  const lets = (...objects: object[]) => {
    const { coverage, web, cart } = coverageOf(...objects);
    return coverage.lets(web, cart, 8080, 'TCP');
  };
  const to = { to: [{ podSelector: CART }], ports: [{ port: 'http' }] };
  const toOthers = { to: [{ podSelector: WEB }] };
  expect([lets(out(to)), lets(out(toOthers)), lets(out(to), into()), lets(out(to), into({}))]).toEqual([true, false, false, true]);
});
