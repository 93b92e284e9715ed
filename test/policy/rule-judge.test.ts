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
  expect(RuleJudge.for(36).judge(privileged).map(each => each.rule.id)).toContain('privileged-off');
});
