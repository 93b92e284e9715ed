import { CATALOG } from '../../src/policy/catalog';
import { Rule, Severity } from '../../src/policy/rule';
import { RuleJudge } from '../../src/policy/rule-judge';

const rule = (id: string, expression: string, more: Partial<Rule> = {}): Rule => ({
  id,
  title: id,
  why: id,
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression,
  message: 'x; y',
  enforced: 'pod',
  controls: {},
  ...more,
});
const PRIVILEGED = rule('privileged-off', 'container.?securityContext.?privileged.orValue(false) == false');
const pod = (...containers: object[]) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { containers } });

test('each container that departs is told, with the field at fault', () => {
  const judge = new RuleJudge([PRIVILEGED], 36);
  expect(judge.judge(pod({ name: 'a' }, { name: 'b', securityContext: { privileged: true } }))).toEqual([
    { rule: PRIVILEGED, field: 'spec.containers[1].securityContext.privileged', container: 'b', fault: undefined },
  ]);
});

test('a rule that cannot be evaluated is told with the reason', () => {
  const odd = rule('odd', 'container.securityContext.privileged == false');
  expect(new RuleJudge([odd], 36).judge(pod({ name: 'a' }))).toEqual([{ rule: odd, field: undefined, container: 'a', fault: 'no such key: securityContext' }]);
});

test('the catalog is compiled once for each version, without the rules that are off', () => {
  expect(RuleJudge.for(36)).toBe(RuleJudge.for(36));
  expect(RuleJudge.for(36)).not.toBe(RuleJudge.for(35));
  const privileged = pod({ name: 'a', image: 'web:1', securityContext: { privileged: true } });
  const idsOf = (judge: RuleJudge) => judge.judge(privileged).map(each => each.rule.id);
  expect(idsOf(RuleJudge.for(36))).toContain('privileged-off');
  expect([idsOf(new RuleJudge(CATALOG, 36)), idsOf(RuleJudge.for(36))].map(ids => ids.includes('priority-class-set'))).toEqual([true, false]);
});

test('a rule that is not for this version is not judged', () => {
  expect(new RuleJudge([rule('later', 'false', { since: 37 })], 36).judge(pod({ name: 'a' }))).toEqual([]);
});

test('a rule about objects judges what has no pod, and the others do not', () => {
  const [about, never] = [rule('named', 'object.metadata.name == "a"', { on: 'object' }), rule('never', 'false', { on: 'pod' })];
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'b' } };
  expect(new RuleJudge([about, never], 36).judge(service)).toEqual([{ rule: about, field: 'metadata.name', container: undefined, fault: undefined }]);
  expect(new RuleJudge([never], 36).judge(service)).toEqual([]);
});

test('a rule for some kinds judges these, however often they come', () => {
  const judge = new RuleJudge([rule('jobs', 'false', { on: 'object', kinds: ['batch/Job'] })], 36);
  const kinds = ['batch/Job', 'batch/CronJob', 'batch/Job', 'other/Job'].map(each => each.split('/'));
  expect(kinds.map(([group, kind]) => judge.judge({ apiVersion: `${group}/v1`, kind }).length)).toEqual([1, 0, 1, 0]);
});

test('a rule about pods judges each kind that has them, and no other, whatever came before', () => {
  const judge = new RuleJudge([rule('never', 'false', { on: 'pod', kinds: ['Pod', 'Service'] }), rule('jobs', 'false', { on: 'pod', kinds: ['batch/Job'] })], 36);
  const job = { apiVersion: 'batch/v1', kind: 'Job', spec: { template: pod({ name: 'a' }) } };
  const service = { apiVersion: 'v1', kind: 'Service', spec: { containers: [{ name: 'a' }] } };
  const idsOf = (json: object) => judge.judge(json).map(each => each.rule.id);
  expect([service, job, pod({ name: 'a' }), service, job].map(idsOf)).toEqual([[], ['jobs'], ['never'], [], ['jobs']]);
});

test('kinds without number are judged too', () => {
  const judge = new RuleJudge([rule('named', 'has(object.metadata.name)', { on: 'object' })], 36);
  const found = Array.from({ length: 1002 }, (_, i) => judge.judge({ apiVersion: 'example.com/v1', kind: `Kind${i}`, metadata: {} }).length);
  expect(new Set(found)).toEqual(new Set([1]));
});
