import { expressionFor, Rule, Severity } from '../../src/policy/rule';

const RULE: Rule = {
  id: 'anything',
  title: 'anything goes',
  why: 'nothing',
  severity: Severity.ERROR,
  on: 'pod',
  expression: 'first',
  message: 'nothing; do nothing',
  enforced: 'template',
  controls: {},
};
const over = (rule: Partial<Rule>) => [28, 29, 30, 31, 32].map(minor => expressionFor({ ...RULE, ...rule }, minor));

test('a rule without versions says the same to all of them', () => {
  expect(over({})).toEqual(Array(5).fill('first'));
});

test('a rule is judged from its first version to its last', () => {
  expect(over({ since: 29, until: 31 })).toEqual([undefined, 'first', 'first', 'first', undefined]);
});

test('the newest form that a version has is the one', () => {
  const changes = [{ since: 30, expression: 'second' }, { since: 32, expression: 'third' }];
  expect(over({ changes })).toEqual(['first', 'first', 'second', 'second', 'third']);
});
