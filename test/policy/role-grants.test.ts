import { CelEnvironment } from '../../src/cel/environment';
import { BOOL, DYN } from '../../src/cel/type';
import type { Value } from '../../src/cel/value';
import { grantsNone } from '../../src/policy/role-grants';

const READ = { verbs: ['get', 'list'], groups: [''], resources: ['secrets'] };
const EXEC = { verbs: ['create'], groups: [''], resources: ['pods/exec'] };

function holds(expression: string, ...rules: object[]): unknown {
  return CelEnvironment.of(29).compile(expression, { object: DYN }, BOOL).evaluate({ object: { rules } as Value });
}

test('the expression says all that must come together', () => {
  expect(grantsNone(READ)).toBe(
    'object.?rules.orValue([]).all(rule, !(rule.?verbs.orValue([]).exists(verb, verb in ["get","list","*"])'
    + ' && rule.?apiGroups.orValue([]).exists(group, group in ["","*"])'
    + ' && rule.?resources.orValue([]).exists(resource, resource in ["secrets","*"])))',
  );
});

test('a role without rules gives nothing', () => {
  expect(CelEnvironment.of(29).compile(grantsNone(READ), { object: DYN }, BOOL).evaluate({ object: {} })).toBe(true);
  expect(holds(grantsNone(READ))).toBe(true);
});

test('verb, group and resource must be in one rule', () => {
  expect(holds(grantsNone(READ), { verbs: ['get'], apiGroups: [''], resources: ['secrets'] })).toBe(false);
  expect(holds(grantsNone(READ), { verbs: ['get'], apiGroups: [''], resources: ['pods'] }, { verbs: ['create'], apiGroups: [''], resources: ['secrets'] })).toBe(true);
  expect(holds(grantsNone(READ), { verbs: ['get'], apiGroups: ['example.com'], resources: ['secrets'] })).toBe(true);
});

test.each([
  ['verbs', { verbs: ['*'], apiGroups: [''], resources: ['secrets'] }],
  ['groups', { verbs: ['get'], apiGroups: ['*'], resources: ['secrets'] }],
  ['resources', { verbs: ['get'], apiGroups: [''], resources: ['*'] }],
])('a wildcard for %s gives it too', (_, rule) => {
  expect(holds(grantsNone(READ), rule)).toBe(false);
});

test('a subresource is given by its name, by a wildcard before it, and by a wildcard alone', () => {
  const gives = (resource: string) => !holds(grantsNone(EXEC), { verbs: ['create'], apiGroups: [''], resources: [resource] });
  expect(['pods/exec', '*/exec', '*', 'pods', 'pods/log', '*/log'].filter(gives)).toEqual(['pods/exec', '*/exec', '*']);
});

test('names of objects make a difference only where they may', () => {
  const named = { verbs: ['get'], apiGroups: [''], resources: ['secrets'], resourceNames: ['tls'] };
  expect(holds(grantsNone(READ), named)).toBe(false);
  expect(holds(grantsNone({ ...READ, unlessNamed: true }), named)).toBe(true);
  expect(holds(grantsNone({ ...READ, unlessNamed: true }), { ...named, resourceNames: [] })).toBe(false);
});
