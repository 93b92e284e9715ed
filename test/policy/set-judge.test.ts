import { deployment, namespace } from './rules/set-objects';
import { Severity } from '../../src/policy/rule';
import { SetJudge } from '../../src/policy/set-judge';
import type { SetRule } from '../../src/policy/set-rule';

const rule = (id: string, rest: Partial<SetRule> = {}): SetRule => ({
  id,
  title: 'T',
  why: 'W',
  severity: Severity.ERROR,
  message: 'a workload is there; remove it',
  controls: {},
  judge: graph => graph.workloads.all.map(({ index, name }) => ({ index, problem: `a workload is there: got "${name}", expected none` })),
  ...rest,
});

function judged(rules: readonly SetRule[], minor = 36) {
  const judge = new SetJudge(minor, rules);
  [namespace(), deployment('web'), deployment('cart')].forEach(json => judge.see(json));
  return judge.conclude();
}

test('what is found says what is wrong, and then what the rule says to do', () => {
  const one = rule('one');
  expect(judged([one])[0]).toEqual({ rule: one, index: 1, message: 'a workload is there: got "web", expected none; remove it', severity: Severity.ERROR });
});

test('a fault may matter less than its rule, and say where it is', () => {
  const one = rule('one', { judge: () => [{ index: 0, field: 'spec', container: 'main', problem: 'p', severity: Severity.WARNING }] });
  expect(judged([one])).toEqual([{ rule: one, index: 0, field: 'spec', container: 'main', message: 'p; remove it', severity: Severity.WARNING }]);
});

test('it is in the order of the objects, and for one object in that of the rules', () => {
  expect(judged([rule('b'), rule('a')]).map(({ index, rule: { id } }) => `${index} ${id}`)).toEqual(['1 b', '1 a', '2 b', '2 a']);
});

test('a rule is judged in its versions, and only where somebody wants it', () => {
  const rules = [rule('later', { since: 34 }), rule('earlier', { until: 28 }), rule('off', { severity: Severity.OFF })];
  expect([28, 33, 34].map(minor => judged(rules, minor).map(({ rule: { id } }) => id))).toEqual([['earlier', 'earlier'], [], ['later', 'later']]);
});

test('an empty set is as it must be', () => {
  expect(new SetJudge(36).conclude()).toEqual([]);
});
