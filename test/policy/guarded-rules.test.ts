import { CATALOG } from '../../src/policy/catalog';
import { guardedBy, guardedKinds, RuleChoice, rulesByAction } from '../../src/policy/guarded-rules';
import { Severity } from '../../src/policy/rule';

const chosen = (choice: Partial<RuleChoice<string>> = {}) => rulesByAction({ exceptRules: [], action: 'Warn', actions: {}, minor: 37, ...choice });
const idsOf = (choice: Partial<RuleChoice<string>>) => [...chosen(choice)].map(([action, rules]) => [action, rules.map(({ id }) => id)]);

test('where nothing is asked for, everything that ends a synthesis is enforced, as far as a policy can', () => {
  const ids = chosen().get('Warn')!.map(({ id }) => id);
  // Files of nodes are no objects of the API.
  const isFile = (kinds: readonly string[]) => /EncryptionConfig|ClusterConfiguration/.test(kinds.join());
  const errors = CATALOG.filter(({ severity, kinds = [] }) => severity === Severity.ERROR && !isFile(kinds)).map(({ id }) => id);
  expect(errors.filter(id => !ids.includes(id))).toEqual(['api-not-removed', 'namespace-not-default', 'scc-privileged-off', 'selector-matches-template']);
  expect(ids.filter(id => !errors.includes(id))).toEqual(['controller-revision-unwritten']);
});

test('rules are asked for by id, each once and in their order', () => {
  expect(idsOf({ rules: ['privileged-off', 'host-pid-off', 'privileged-off'] })).toEqual([['Warn', ['host-pid-off', 'privileged-off']]]);
});

test('a rule is left out, or has an action of its own, for which it need not end a synthesis', () => {
  expect(idsOf({ rules: ['privileged-off', 'host-pid-off'], exceptRules: ['host-pid-off'], actions: { 'privileged-off': 'Deny', 'ingress-tls-set': 'Audit' } }))
    .toEqual([['Audit', ['ingress-tls-set']], ['Deny', ['privileged-off']]]);
});

test('a rule that the version of the cluster does not have is passed over', () => {
  const later = CATALOG.find(({ on, since }) => on !== 'object' && since !== undefined && since > 30)!;
  expect(idsOf({ rules: [later.id], minor: later.since! - 1 })).toEqual([]);
  expect(idsOf({ rules: [later.id], minor: later.since })).toEqual([['Warn', [later.id]]]);
});

test('only shapes that a rule is about have a policy', () => {
  const names = (...rules: string[]) => guardedBy(chosen({ rules }).get('Warn')!).map(({ shape }) => shape.name);
  expect(names('host-pid-off')).toEqual(['templates', 'cronjobs', 'pods']);
  expect(names('role-wildcards-unset', 'service-external-ips-unset')).toEqual(['services', 'roles']);
  expect(names('job-ttl-set')).toEqual(['jobs']);
});

test('the kinds in which a rule is enforced', () => {
  expect([...guardedKinds('role-wildcards-unset')]).toEqual(['rbac.authorization.k8s.io/Role']);
  expect([...guardedKinds('job-restart-policy')]).toEqual(['batch/Job', 'batch/CronJob']);
  expect([...guardedKinds('nothing')]).toEqual([]);
});

test.each<[string, Partial<RuleChoice<string>>, string]>([
  ['a rule that nobody knows', { rules: ['run-as-non-rot'] },
    'rule of the guardrails is unknown: got "run-as-non-rot", expected run-as-non-root or another; correct the id'],
  ['a rule that nothing resembles', { exceptRules: ['x'] }, 'rule of the guardrails is unknown: got "x", expected an id of RULES.md; correct the id'],
  ['a rule about objects in no namespace', { rules: ['webhook-failure-policy'] },
    'rule cannot be enforced by guardrails: its objects stand in no namespace, so that a policy for them would be one for the whole cluster: '
    + 'got "webhook-failure-policy", expected a rule about pods, or about objects in a namespace; leave it out'],
  ['a rule that the server keeps by itself', { actions: { 'api-not-removed': 'Deny' } },
    'rule cannot be enforced by guardrails: the API server turns every object into a version that it serves before a policy sees it: got "api-not-removed"'],
  ['a rule with an action that is left out', { actions: { 'host-pid-off': 'Deny' }, exceptRules: ['host-pid-off'] },
    'rule has an action, and is left out of the guardrails: got "host-pid-off", expected one of the two; remove it from actions or from exceptRules'],
])('%s is refused', (_, choice, message) => {
  expect(() => chosen(choice)).toThrow(message);
});
