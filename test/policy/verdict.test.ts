import { ApiObject, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { PodSecurityLevel } from '../../src/kube/pod-security-level';
import type { Finding } from '../../src/policy/finding';
import { NamespaceLevels } from '../../src/policy/namespace-levels';
import { setOwner } from '../../src/policy/owner';
import { Severity } from '../../src/policy/rule';
import { failures, FindingStatus, settle, VerdictContext } from '../../src/policy/verdict';
import { WaiverLedger } from '../../src/policy/waiver-ledger';

const VARIABLE = 'CDK8S_HARDENED_BREAK_GLASS';
afterEach(() => { delete process.env[VARIABLE]; });

function parts() {
  const chart = new Chart(Testing.app(), 'chart');
  const metadata = { name: 'web', namespace: 'shop' };
  const object = new ApiObject(chart, 'web', { apiVersion: 'apps/v1', kind: 'Deployment', metadata });
  const waivers = new WaiverLedger();
  const levels = new NamespaceLevels();
  const finding = (rule: string, more: Partial<Finding> = {}): Finding => ({ rule, construct: object, message: 'is wrong', object: 'Deployment shop/web', ...more });
  const verdict = (found: Finding[], more: Partial<VerdictContext> = {}) => settle(found, { waivers, levels, aboutWaivers: () => [], ...more });
  const statuses = (found: Finding[], more: Partial<VerdictContext> = {}) => (
    verdict(found, more).findings.map(({ rule, severity, status }) => `${rule} ${severity} ${status}`)
  );
  return { chart, object, waivers, levels, finding, verdict, statuses };
}

test('a finding of which nothing else is said is an open error', () => {
  const { finding, verdict, statuses } = parts();
  expect(statuses([finding('host-network-off'), finding('cpu-limit-set', { severity: Severity.WARNING }), finding('x', { severity: Severity.OFF })])).toEqual([
    'host-network-off error open', 'cpu-limit-set warning open',
  ]);
  expect(failures(verdict([finding('a'), finding('b', { severity: Severity.WARNING })])).map(({ rule }) => rule)).toEqual(['a']);
});

test('a waiver gives leave, is used by it, and stands beside the finding', () => {
  const { chart, waivers, finding, verdict } = parts();
  const waiver = { rule: 'host-network-off', reason: 'a router' };
  waivers.add(chart, [waiver]);
  const { findings } = verdict([finding('host-network-off')]);
  expect(findings.map(each => [each.status, each.waiver])).toEqual([[FindingStatus.WAIVED, waiver]]);
  expect(waivers.entries.map(({ isUsed }) => isUsed)).toEqual([true]);
});

test('a waiver is asked for only where a finding matters', () => {
  const { chart, waivers, finding, verdict } = parts();
  waivers.add(chart, [{ rule: 'host-network-off', reason: 'a router' }]);
  verdict([finding('host-network-off', { severity: Severity.OFF })]);
  expect(waivers.entries.map(({ isUsed }) => isUsed)).toEqual([false]);
});

test('nobody is given leave to write two objects of one name', () => {
  const { chart, waivers, finding, statuses } = parts();
  waivers.add(chart, [{ rule: 'unique-objects', reason: 'both' }]);
  expect(statuses([finding('unique-objects')])).toEqual(['unique-objects error open']);
});

test('what a baseline lists is known; broken output is not asked of it', () => {
  const { finding, statuses } = parts();
  const found = [finding('a'), finding('b'), finding('unique-objects')];
  const asked: string[] = [];
  const baseline = (findings: readonly Finding[]) => {
    asked.push(...findings.map(({ rule }) => rule));
    return { known: new Set([found[0]]), findings: [finding('baseline-current', { severity: Severity.WARNING })] };
  };
  expect(statuses(found, { baseline })).toEqual(['a error known', 'b error open', 'unique-objects error open', 'baseline-current warning open']);
  expect(asked).toEqual(['a', 'b']);
});

test('in an emergency every open error is lifted but broken output and credentials; what is waived or known stays so', () => {
  const { chart, waivers, finding, statuses, verdict } = parts();
  waivers.add(chart, [{ rule: 'waived', reason: 'so' }]);
  const found = ['a', 'waived', 'known', 'unique-objects', 'credentials-not-in-env'].map(rule => finding(rule));
  const context = {
    baseline: () => ({ known: new Set([found[2]]), findings: [] }), aboutWaivers: () => [finding('waiver-current'), finding('waiver-used', { severity: Severity.WARNING })],
  };
  process.env[VARIABLE] = 'INC-4711 the shop is down';
  expect(statuses(found, context)).toEqual([
    'a error lifted', 'known error known', 'unique-objects error open', 'credentials-not-in-env error open', 'waiver-current error lifted',
    'waiver-used warning open', 'waived error waived',
  ]);
  expect(verdict(found, context).breakGlass).toBe('INC-4711 the shop is down');
  expect(waivers.entries.map(({ waiver }) => waiver.rule)).toEqual(['waived']);
});

test.each([
  ['privilege-escalation-off', PodSecurityLevel.RESTRICTED, 'BASELINE'], ['host-network-off', PodSecurityLevel.RESTRICTED, 'PRIVILEGED'],
  ['host-network-off', PodSecurityLevel.BASELINE, 'PRIVILEGED'],
])('a waiver of %s in a namespace of the level %s does not help, and the error says what does', (rule, level, lower) => {
  const { chart, waivers, levels, finding, verdict } = parts();
  levels.set('shop', level);
  waivers.add(chart, [{ rule, reason: 'so' }]);
  expect(failures(verdict([finding(rule)])).map(each => `${each.rule}: ${each.message}`)).toEqual([
    `namespace-admits-waived: namespace "shop" would refuse the pods of Deployment shop/web: got "a waiver of ${rule}", `
    + `expected none, since it enforces the ${level} level; put the workload into a namespace of its own, `
    + `a SecureNamespace with level PodSecurityLevel.${lower} and a waiver of pod-security-restricted`,
  ]);
});

test.each([
  ['privilege-escalation-off', PodSecurityLevel.BASELINE], ['host-network-off', PodSecurityLevel.PRIVILEGED], ['cpu-limit-set', PodSecurityLevel.RESTRICTED],
])('a waiver of %s in a namespace of the level %s is enough', (rule, level) => {
  const { chart, waivers, levels, finding, verdict } = parts();
  levels.set('shop', level);
  waivers.add(chart, [{ rule, reason: 'so' }]);
  expect(failures(verdict([finding(rule)]))).toEqual([]);
});

test('a namespace of which nobody knows the level refuses nothing', () => {
  const { chart, waivers, finding, verdict } = parts();
  waivers.add(chart, [{ rule: 'host-network-off', reason: 'so' }]);
  expect(failures(verdict([finding('host-network-off')]))).toEqual([]);
});

class Maker extends Construct {
  public _propOf(field: string): string | undefined {
    return field === 'spec.replicas' ? 'replicas' : undefined;
  }
}

test('a finding tells the prop by which the program changes the field, where there is one and nobody has told another', () => {
  const { chart, object, finding, verdict } = parts();
  setOwner(object, new Maker(chart, 'maker'));
  const told = (more: Partial<Finding>) => {
    const [{ prop, message }] = verdict([finding('a', more)]).findings;
    return [prop, message];
  };
  expect(told({ field: 'spec.replicas' })).toEqual(['replicas', 'is wrong; in the program: replicas of Maker']);
  expect(told({ field: 'spec.paused' })).toEqual([undefined, 'is wrong']);
  expect(told({ field: 'spec.replicas', prop: 'scale' })).toEqual(['scale', 'is wrong']);
  expect(told({})).toEqual([undefined, 'is wrong']);
});

test('what the namespace refuses is told of the object and the container', () => {
  const { chart, waivers, levels, finding, verdict } = parts();
  levels.set('shop', PodSecurityLevel.RESTRICTED);
  waivers.add(chart, [{ rule: 'run-as-non-root', reason: 'x' }]);
  const refused = (more: Partial<Finding>) => verdict([finding('run-as-non-root', more)]).findings.filter(({ rule }) => rule === 'namespace-admits-waived')
    .map(({ object, container }) => ({ object, container }));
  expect(refused({ container: 'main' })).toEqual([{ object: 'Deployment shop/web', container: 'main' }]);
  expect(refused({ object: undefined })).toEqual([{ object: undefined, container: undefined }]);
  expect(Object.keys(verdict([finding('run-as-non-root', { object: undefined })]).findings[0])).not.toContain('object');
});

test('an object in no namespace is refused by none, and neither is a rule that belongs to no level', () => {
  const { chart, waivers, levels, finding, statuses } = parts();
  levels.set('shop', PodSecurityLevel.RESTRICTED);
  const cluster = new ApiObject(chart, 'role', { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole' });
  waivers.add(chart, [{ rule: 'run-as-non-root', reason: 'x' }, { rule: 'mine', reason: 'x' }]);
  expect(statuses([finding('run-as-non-root', { construct: cluster }), finding('run-as-non-root', { construct: chart }), finding('mine')])).toEqual([
    'run-as-non-root error waived', 'run-as-non-root error waived', 'mine error waived',
  ]);
});
