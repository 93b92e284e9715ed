import { AdmissionPolicies } from '../../src/policy/loaded-policies';
import { PolicyFindings } from '../../src/report/policy-findings';
import { binding, configMap, documents, policy } from '../policy/policies';

const isA = 'object.metadata.name == "a"';

function judged(validations: object[], names: readonly string[], bound: object[] = [binding('first')]) {
  const findings = new PolicyFindings(AdmissionPolicies.load(documents(policy('first', { validations }), ...bound), 36));
  names.forEach((name, i) => findings.see(i + 10, configMap(name, {})));
  return { ...findings.conclude(), rules: findings.rules };
}

test('a finding names the object by its number, and says what the policy says', () => {
  const { found, notes } = judged([{ expression: isA, message: 'another name is needed' }], ['a', 'b', 'c']);
  expect(notes).toEqual([]);
  const told = found.map(({ index, problem, fix, severity, field, rule }) => ({ index, problem, fix, severity, field, rule: rule.id }));
  expect(told).toEqual([11, 12].map(index => ({
    index,
    problem: 'another name is needed',
    fix: 'write what the policy asks for, or have it changed by those who keep it',
    severity: 'error',
    field: 'metadata.name',
    rule: 'first',
  })));
});

test('where the policy says what to do, that is the mending', () => {
  const { found: [{ problem, fix }] } = judged([{ expression: isA, message: 'name is wrong; call it a' }], ['b']);
  expect([problem, fix]).toEqual(['name is wrong', 'call it a']);
});

test('each validation has a rule of its own', () => {
  const { found, rules } = judged([{ expression: isA, message: 'x' }, { expression: isA, message: 'y' }], ['b']);
  expect(found.map(({ rule }) => rule.id)).toEqual(['first-0', 'first-1']);
  expect(rules.map(({ id }) => id)).toEqual(['first', 'first-0', 'first-1']);
});

test('no credential that a policy quotes is shown', () => {
  const secret = `ghp_${'aB3dE5'.repeat(6)}`;
  const { found: [{ problem }] } = judged([{ expression: 'false', messageExpression: `"got ${secret}"` }], ['b']);
  expect(problem).toMatch(/^got <GitHub token/);
});

test('what is to be said of a policy itself is no finding about an object', () => {
  const { found, notes } = judged([{ expression: 'false', message: 'x' }], ['b'], []);
  expect(found).toEqual([]);
  expect(notes).toEqual([expect.stringContaining('has no binding, so that it judges nothing; add one, or remove it')]);
});
