import { ruleOf } from '../../src/policy/catalog';
import { IDLE_RULES, POLICY_RULES } from '../../src/policy/policy-rules';

test('idle are only rules that there are, and each says why', () => {
  expect(Object.keys(IDLE_RULES).filter(id => ruleOf(id)?.id !== id)).toEqual([]);
  expect(Object.values(IDLE_RULES).filter(reason => !/^[a-z].*[^.]$/.test(reason))).toEqual([]);
});

test('no idle rule is one of which a policy is made', () => {
  const ids = POLICY_RULES.map(({ id }) => id);
  expect(Object.keys(IDLE_RULES).filter(id => ids.includes(id))).toEqual([]);
  expect(['controller-revision-unwritten', 'privileged-off', 'role-wildcards-unset'].filter(id => !ids.includes(id))).toEqual([]);
});
