import { ApiObject, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { DNS, findings, foreign, objectOf, peer, pods, Shop, openShop, tcp, workload } from './shop';
import { SecureNamespace } from '../../src/namespace/secure-namespace';
import { External, KubeApi } from '../../src/network/external';
import { Pods } from '../../src/network/pods';

/** `web` calls `db`, the internet and a range; pods of others call `web`, and whoever calls a webhook. */
function declared(): Shop {
  const made = openShop();
  const web = workload(made.namespace, 'web', { ports: [{ number: 8080, name: 'web' }, { number: 9443, name: 'hook' }, { number: 9090, name: 'metrics' }] });
  web.connections.allowTo(workload(made.namespace, 'db', { port: 5432 }));
  web.connections.allowTo(External.internet(), { port: 443 });
  web.connections.allowTo(External.cidr('203.0.113.0/24', { except: ['203.0.113.128/25'] }), { port: 8000, endPort: 8999 });
  web.connections.allowFrom(Pods.inNamespace('edge', { app: 'gateway', tier: 'edge' }), { portName: 'web' });
  web.connections.allowFrom(KubeApi.webhookCaller(), { portName: 'hook' });
  return made;
}

const WEB = { podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'web' } } };
const policy = (spec: unknown) => ({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec });

function findingsWith(spec: unknown): string[] {
  const { chart, namespace } = declared();
  foreign(namespace, 'theirs', policy(spec));
  return findings(chart);
}

const RULE = '[shop/shop/theirs] policy-opens-declared-flows-only: NetworkPolicy "theirs" opens to ';
const INGRESS_OF_WEB = 'part of pods in edge on 8080/TCP or the API server, from whatever address it calls on 9443/TCP';
const EGRESS_OF_WEB = 'part of db on 5432/TCP or the internet on 443/TCP or external 203.0.113.0/24 on 8000-8999/TCP '
  + 'or the cluster\'s DNS on 53/UDP or the cluster\'s DNS on 53/TCP';

const GATEWAY = pods('edge', { app: 'gateway', tier: 'edge' });
const block = (cidr: string, ...except: string[]) => ({ ipBlock: except.length > 0 ? { cidr, except } : { cidr } });

describe('a policy that opens what nobody declared is an error', () => {
  test('an allow-all, for each workload and side, with what it opens and what is declared', () => {
    expect(findingsWith({ podSelector: {}, policyTypes: ['Ingress', 'Egress'], ingress: [{}], egress: [{}] })).toEqual([
      `${RULE}"web" what no flow declares, at spec.ingress[0]: got {}, expected ${INGRESS_OF_WEB}; `
      + 'declare the flow with connections.allowFrom(…), or remove the policy',
      `${RULE}"web" what no flow declares, at spec.egress[0]: got {}, expected ${EGRESS_OF_WEB}; `
      + 'declare the flow with connections.allowTo(…), or remove the policy',
      `${RULE}"db" what no flow declares, at spec.ingress[0]: got {}, expected part of web on 5432/TCP; declare the flow with connections.allowFrom(…), or remove the policy`,
      `${RULE}"db" what no flow declares, at spec.egress[0]: got {}, expected no rule, since no flow is declared; `
      + 'declare the flow with connections.allowTo(…), or remove the policy',
    ]);
  });

  test.each<[string, unknown]>([
    ['every port', { ...WEB, ingress: [{ from: [GATEWAY] }] }],
    ['an empty list of ports, which is every port', { ...WEB, ingress: [{ from: [GATEWAY], ports: [] }] }],
    ['every port of a protocol', { ...WEB, ingress: [{ from: [GATEWAY], ports: [{ protocol: 'TCP' }] }] }],
    ['another port', { ...WEB, ingress: [{ from: [GATEWAY], ports: [tcp(9090)] }] }],
    ['one port more', { ...WEB, ingress: [{ from: [GATEWAY], ports: [tcp(8080), tcp(9090)] }] }],
    ['another protocol', { ...WEB, ingress: [{ from: [GATEWAY], ports: [{ port: 8080, protocol: 'UDP' }] }] }],
    ['a range that is wider', { ...WEB, ingress: [{ from: [GATEWAY], ports: [{ port: 8080, endPort: 8081 }] }] }],
    ['a name that is another port', { ...WEB, ingress: [{ from: [GATEWAY], ports: [{ port: 'metrics' }] }] }],
    ['a name that no port has', { ...WEB, ingress: [{ from: [GATEWAY], ports: [{ port: 'http' }] }] }],
    ['a name of the destination, which differs from pod to pod', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [peer('db')], ports: [{ port: 'http' }] }] }],
    ['everyone', { ...WEB, ingress: [{ ports: [tcp(8080)] }] }],
    ['an empty list of peers, which is everyone', { ...WEB, ingress: [{ from: [], ports: [tcp(8080)] }] }],
    ['one peer more', { ...WEB, ingress: [{ from: [GATEWAY, peer('db')], ports: [tcp(8080)] }] }],
    ['fewer labels', { ...WEB, ingress: [{ from: [pods('edge', { app: 'gateway' })], ports: [tcp(8080)] }] }],
    ['every pod of the namespace', { ...WEB, ingress: [{ from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'edge' } } }], ports: [tcp(8080)] }] }],
    ['such pods in every namespace', { ...WEB, ingress: [{ from: [{ namespaceSelector: {}, podSelector: { matchLabels: { app: 'gateway', tier: 'edge' } } }], ports: [tcp(8080)] }] }],
    ['such pods in its own namespace', { ...WEB, ingress: [{ from: [{ podSelector: { matchLabels: { app: 'gateway', tier: 'edge' } } }], ports: [tcp(8080)] }] }],
    ['an empty peer', { ...WEB, ingress: [{ from: [{}], ports: [tcp(8080)] }] }],
    ['addresses instead of pods', { ...WEB, ingress: [{ from: [block('10.0.0.0/8')], ports: [tcp(8080)] }] }],
    ['pods instead of addresses', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [peer('db')], ports: [tcp(443)] }] }],
    ['the internet with private ranges', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('0.0.0.0/0')], ports: [tcp(443)] }] }],
    ['a private range of it', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('10.1.0.0/16')], ports: [tcp(443)] }] }],
    ['a range around a private one', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('8.0.0.0/6', '11.0.0.0/8')], ports: [tcp(443)] }] }],
    ['the part that was left out', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('203.0.113.128/26')], ports: [tcp(8080)] }] }],
    ['the other family', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('2001:db8::/32')], ports: [tcp(443)] }] }],
    ['an address that can be read in two ways', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('198.51.100.1/24')], ports: [tcp(443)] }] }],
    ['a range with a hole that can be read in two ways',
      { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('203.0.113.0/24', '203.0.113.128/024')], ports: [tcp(8080)] }] }],
    ['a range that ends late', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('203.0.113.0/25')], ports: [{ port: 8000, endPort: 9000 }] }] }],
    ['any resolver of names', { ...WEB, policyTypes: ['Egress'], egress: [{ ports: [{ port: 53, protocol: 'UDP' }] }] }],
  ])('%s', (_, spec) => {
    expect(findingsWith(spec)).toEqual([expect.stringContaining(`${RULE}"web" what no flow declares, at spec.`)]);
  });

  test('a policy without podSelector selects every pod', () => {
    expect(findingsWith({ ingress: [{}] })).toHaveLength(2);
  });

  test('a policy without policyTypes is about egress too, if it has rules for it', () => {
    expect(findingsWith({ ...WEB, egress: [{}] })).toEqual([expect.stringContaining('at spec.egress[0]: got {}')]);
  });

  test('a policy that selects by another label of the pods', () => {
    expect(findingsWith({ podSelector: { matchLabels: { app: 'web' } }, ingress: [{}] })).toHaveLength(1);
    expect(findingsWith({ podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'api'] }] }, ingress: [{}] })).toHaveLength(1);
    expect(findingsWith({ podSelector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['db'] }] }, ingress: [{}] })).toHaveLength(1);
  });

  test('the rule that opens more is named, not those beside it', () => {
    const good = { from: [GATEWAY], ports: [tcp(8080)] };
    expect(findingsWith({ ...WEB, ingress: [good, {}, good] })).toEqual([expect.stringContaining('at spec.ingress[1]: got {}')]);
  });

  test('of many flows some are named', () => {
    const { chart, namespace } = openShop();
    const web = workload(namespace, 'web');
    for (let i = 1; i < 9; i++) { web.connections.allowFrom(workload(namespace, `caller-${i}`)); }
    foreign(namespace, 'theirs', policy({ ...WEB, ingress: [{}] }));
    const [line] = findings(chart);
    expect(line).toContain(
      'expected part of caller-1 on 8080/TCP or caller-2 on 8080/TCP or caller-3 on 8080/TCP or caller-4 on 8080/TCP or caller-5 on 8080/TCP or 3 more;',
    );
  });

  test('a workload of which no flow is declared expects no rule', () => {
    const { chart, namespace } = openShop();
    workload(namespace, 'web');
    foreign(namespace, 'theirs', policy({ ...WEB, ingress: [{ from: [GATEWAY], ports: [tcp(8080)] }] }));
    expect(findings(chart)).toEqual([expect.stringContaining('expected no rule, since no flow is declared; declare the flow with connections.allowFrom(…)')]);
  });
});

describe('a policy that opens no more than what is declared is accepted', () => {
  test.each<[string, unknown]>([
    ['a default deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }],
    ['the very same rules', { ...WEB, policyTypes: ['Ingress', 'Egress'], ingress: [{ from: [GATEWAY], ports: [tcp(8080)] }, { ports: [tcp(9443)] }], egress: [{ to: [peer('db')], ports: [tcp(5432)] }, DNS] }],
    ['a port whose protocol goes without saying', { ...WEB, ingress: [{ from: [GATEWAY], ports: [{ port: 8080 }] }] }],
    ['a port by its name', { ...WEB, ingress: [{ from: [GATEWAY], ports: [{ port: 'web' }] }] }],
    ['more labels', { ...WEB, ingress: [{ from: [pods('edge', { app: 'gateway', tier: 'edge', zone: 'a' })], ports: [tcp(8080)] }] }],
    ['further conditions', { ...WEB, ingress: [{ from: [{ ...GATEWAY as object, podSelector: { matchLabels: { app: 'gateway', tier: 'edge' }, matchExpressions: [{ key: 'x', operator: 'Exists' }] } }], ports: [tcp(8080)] }] }],
    ['anybody who may call the webhook anyway', { ...WEB, ingress: [{ from: [block('0.0.0.0/0'), peer('db')], ports: [tcp(9443)] }] }],
    ['a workload of the same namespace without saying which', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [{ podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'db' } } }], ports: [tcp(5432)] }] }],
    ['a part of the internet', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('198.51.100.0/24')], ports: [tcp(443)] }] }],
    ['a range around a private one, without it', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('8.0.0.0/6', '10.0.0.0/7')], ports: [tcp(443)] }] }],
    ['a part of a range, on a part of its ports', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('203.0.113.0/26')], ports: [{ port: 8080, endPort: 8090 }] }] }],
    ['a whole range without what was left out', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('203.0.113.0/24', '203.0.113.128/25')], ports: [tcp(8080)] }] }],
    ['one resolver of names over one protocol', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [pods('kube-system', { 'k8s-app': 'kube-dns' })], ports: [{ port: 53, protocol: 'UDP' }] }] }],
    ['rules for a side that the policy is not about', { ...WEB, policyTypes: ['Ingress'], egress: [{}] }],
    ['rules for pods of others', { podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'other' } }, ingress: [{}] }],
    ['rules for pods without a label of ours', { podSelector: { matchExpressions: [{ key: 'app.kubernetes.io/instance', operator: 'DoesNotExist' }] }, ingress: [{}] }],
    ['no spec at all', undefined],
  ])('%s', (_, spec) => {
    expect(findingsWith(spec)).toEqual([]);
  });

  test('an allow-all in a namespace of others', () => {
    const { chart } = declared();
    foreign(chart, 'theirs', { ...policy({ podSelector: {}, ingress: [{}] }), metadata: { namespace: 'elsewhere' } });
    expect(findings(chart)).toEqual([]);
  });

  test('an object of another group that is called a NetworkPolicy', () => {
    const { chart, namespace } = declared();
    foreign(namespace, 'calico', { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', metadata: { namespace: 'shop' }, spec: { selector: 'app == "x"', ingress: [{ action: 'Allow' }] } });
    expect(findings(chart)).toEqual([]);
  });
});

describe('cdk8s-plus', () => {
  test('allowTo to a peer without a port opens every port, and is refused', () => {
    const { chart, namespace } = declared();
    const theirs = new kplus.Deployment(namespace, 'theirs', { containers: [{ image: 'theirs:1' }] });
    theirs.connections.allowTo(workload(namespace, 'api'));
    const lines = findings(chart);
    expect(lines).toEqual([expect.stringMatching(/^\[shop\/shop\/.*\] policy-opens-declared-flows-only: NetworkPolicy ".*" opens to "api" what no flow declares, at spec\.ingress\[0\]/)]);
    expect(lines[0]).toContain('expected no rule, since no flow is declared; declare the flow with connections.allowFrom(…), or remove the policy');
  });

  test('a policy with exactly the declared flow is accepted', () => {
    const { chart, namespace } = openShop();
    const [web, db] = [workload(namespace, 'web'), workload(namespace, 'db', { port: 5432 })];
    web.connections.allowTo(db);
    new kplus.NetworkPolicy(namespace, 'theirs', {
      selector: db, ingress: { rules: [{ peer: web, ports: [kplus.NetworkPolicyPort.tcp(5432)] }] },
    });
    expect(findings(chart)).toEqual([]);
  });
});

describe('a policy of ours that is patched', () => {
  const patched = (name: string, ...patches: JsonPatch[]) => {
    const { chart } = declared();
    objectOf(chart, 'NetworkPolicy', name).addJsonPatch(...patches);
    return findings(chart);
  };
  const PATCHED = (path: string, name: string) => `[${path}] policy-opens-declared-flows-only: NetworkPolicy "${name}" opens to "web" what no flow declares, `;

  test('to open more is refused', () => {
    expect(patched('web', JsonPatch.add('/spec/ingress/-', {}))).toEqual([
      `${PATCHED('shop/shop/web', 'web')}at spec.ingress[2]: got {}, expected ${INGRESS_OF_WEB}; declare the flow with connections.allowFrom(…), or remove the policy`,
    ]);
    expect(patched('web', JsonPatch.remove('/spec/ingress/0/ports'))).toEqual([expect.stringContaining(PATCHED('shop/shop/web', 'web'))]);
    expect(patched('web', JsonPatch.remove('/spec/ingress/0/from'))).toEqual([expect.stringContaining(PATCHED('shop/shop/web', 'web'))]);
    expect(patched('web', JsonPatch.replace('/spec/ingress/0/ports/0/port', 9090))).toEqual([expect.stringContaining(PATCHED('shop/shop/web', 'web'))]);
    expect(patched('db', JsonPatch.replace('/spec/podSelector', {}))).toEqual([
      expect.stringContaining('[shop/shop/db] made-object-unchanged: '), expect.stringContaining(PATCHED('shop/shop/db', 'db')),
    ]);
  });

  test('the default deny too', () => {
    expect(patched('default-deny', JsonPatch.add('/spec/ingress', [{}])).filter(line => line.includes(' policy-opens-declared-flows-only: '))).toHaveLength(2);
  });

  test('to open less is accepted', () => {
    expect(patched('web', JsonPatch.remove('/spec/ingress/0'))).toEqual([]);
    expect(patched('web', JsonPatch.add('/metadata/annotations', { why: 'not' }))).toEqual([]);
  });

  test('after a synthesis is judged by the next', () => {
    const { chart } = declared();
    expect(findings(chart)).toEqual([]);
    objectOf(chart, 'NetworkPolicy', 'web').addJsonPatch(JsonPatch.add('/spec/egress/-', {}));
    expect(findings(chart)).toHaveLength(1);
  });
});

test('a foreign policy that is patched after a synthesis is judged by the next', () => {
  const { chart, namespace } = declared();
  const theirs: ApiObject = foreign(namespace, 'theirs', policy({ podSelector: {}, policyTypes: ['Ingress'] }));
  expect(findings(chart)).toEqual([]);
  theirs.addJsonPatch(JsonPatch.add('/spec/ingress', [{}]));
  expect(findings(chart)).toHaveLength(2);
});

test('a foreign policy is judged in every namespace that the app makes', () => {
  const { chart } = declared();
  const data = new SecureNamespace(chart, 'data');
  workload(data, 'store');
  foreign(data, 'theirs', policy({ podSelector: {}, ingress: [{}] }));
  expect(findings(chart)).toEqual([expect.stringContaining('opens to "store" what no flow declares')]);
});
