import { Chart, Testing } from 'cdk8s';
import { PodSecurityLevel } from '../../src/kube/pod-security-level';
import { NamespaceLevels } from '../../src/policy/namespace-levels';
import { Rule, Severity } from '../../src/policy/rule';
import { ruleAudit, severityIn } from '../../src/policy/rule-audit';

const chart = new Chart(Testing.app(), 'chart');
const POD = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p', namespace: 'shop' },
  spec: { hostNetwork: true, securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } }, containers: [{ name: 'main', image: 'web:1' }] },
};
const namespace = (level: string) => ({
  apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { 'pod-security.kubernetes.io/enforce': level } },
});

function judged(objects: object[], levels = new NamespaceLevels()): string[] {
  const run = ruleAudit({ minor: 36, levels });
  objects.forEach(json => run.see!({ construct: chart, json }));
  return run.conclude().filter(({ rule }) => ['host-network-off', 'privilege-escalation-off'].includes(rule)).map(({ rule, severity }) => `${severity} ${rule}`).sort();
}

test('where nobody knows the namespace, the baseline is demanded and the rest is wished for', () => {
  expect(judged([POD])).toEqual(['error host-network-off', 'warning privilege-escalation-off']);
});

test('a namespace that enforces a level demands it, wherever it stands among the objects', () => {
  expect(judged([POD, namespace('restricted')])).toEqual(['error host-network-off', 'error privilege-escalation-off']);
  expect(judged([namespace('baseline'), POD])).toEqual(['error host-network-off']);
  expect(judged([POD, namespace('privileged')])).toEqual([]);
});

test('a namespace that is made elsewhere counts by what was said of it', () => {
  const levels = new NamespaceLevels();
  levels.set('shop', PodSecurityLevel.RESTRICTED);
  expect(judged([POD], levels)).toEqual(['error host-network-off', 'error privilege-escalation-off']);
});

const rule = (level: Rule['level']) => ({ level, severity: Severity.ERROR });

test('a rule that belongs to no level counts everywhere', () => {
  expect([undefined, ...Object.values(PodSecurityLevel)].map(level => severityIn(level, rule(undefined)))).toEqual(Array(4).fill(Severity.ERROR));
});

test('rules about several objects are judged with the others', () => {
  const run = ruleAudit({ minor: 36, levels: new NamespaceLevels() });
  run.see!({ construct: chart, json: namespace('restricted') });
  expect(run.conclude().map(({ rule: id, severity, object }) => `${severity} ${id} ${object}`)).toContain('warning quota-present Namespace shop');
});

const own = (id: string, severity: Severity): Rule => ({
  id, title: id, why: id, severity, on: 'object', expression: 'false', message: `${id} fails; mend it`, enforced: 'object', controls: {},
});

test('rules of the app are judged too, but for those that are off', () => {
  const run = ruleAudit({ minor: 36, levels: new NamespaceLevels(), own: [own('mine', Severity.WARNING), own('never', Severity.OFF)] });
  run.see!({ construct: chart, json: { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } } });
  expect(run.conclude().filter(({ rule: id }) => ['mine', 'never'].includes(id)).map(({ rule: id, severity }) => `${severity} ${id}`)).toEqual(['warning mine']);
});

test('what is no object is passed over', () => {
  expect(judged([null as any, {}, { apiVersion: 'v1', kind: 'Pod' }, { apiVersion: 'v1', kind: 'Pod', metadata: null, spec: POD.spec }])).toEqual([
    'error host-network-off', 'warning privilege-escalation-off',
  ]);
});
