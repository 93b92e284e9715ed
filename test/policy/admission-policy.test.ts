import { admissionPolicySpec, PolicyProps } from '../../src/policy/admission-policy';
import { POD_SHAPES } from '../../src/policy/policy-shape';
import { Rule, Severity } from '../../src/policy/rule';

const [templates, cronJobs, pods, debug] = POD_SHAPES;
const rule = (more: Partial<Rule> = {}): Rule => ({
  id: 'privileged-off',
  title: 'x',
  why: 'x',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression: 'container.?securityContext.?privileged.orValue(false) == false && pod.?hostPID.orValue(false) == false',
  message: 'x; y',
  enforced: 'pod',
  controls: {},
  ...more,
});
const spec = (props: Partial<PolicyProps>): any => admissionPolicySpec({
  shape: templates, rules: [rule()], minor: 36, waived: () => [], spared: () => [], ...props,
});
const expressionOf = (props: Partial<PolicyProps> = {}) => spec(props).validations[0].expression;

test('a rule about containers is lifted over their list, and speaks of the pod by the variable', () => {
  expect(expressionOf()).toBe('variables.allContainers.all(container, container.?securityContext.?privileged.orValue(false) == false '
    + '&& variables.pod.?hostPID.orValue(false) == false)');
});

test.each<[string, Partial<Rule>, string]>([
  ['a pod', { on: 'pod', expression: '!pod.?hostPID.orValue(false)' }, '!variables.pod.?hostPID.orValue(false)'],
  ['a volume', { on: 'volume', expression: '!has(volume.hostPath)' }, 'variables.volumes.all(volume, !has(volume.hostPath))'],
  ['metadata', { on: 'meta', expression: 'size(meta) > 0' }, 'size(variables.meta) > 0'],
])('a rule about %s is a validation too', (_, more, expression) => {
  expect(expressionOf({ rules: [rule(more)] })).toBe(expression);
});

test('the text of the version is the one', () => {
  const changing = rule({ expression: 'true', changes: [{ since: 36, expression: 'false' }] });
  expect([35, 36].map(minor => expressionOf({ rules: [changing], minor }))).toEqual([
    'variables.allContainers.all(container, true)', 'variables.allContainers.all(container, false)',
  ]);
});

test('a waiver of all containers, and one of one', () => {
  const object = { kind: 'Deployment', namespace: 'shop', name: 'web' };
  const simple = rule({ expression: 'false' });
  expect(expressionOf({ rules: [simple], waived: () => [object] })).toBe('variables.allContainers.all(container, variables.id in [\'Deployment/shop/web\'] || false)');
  expect(expressionOf({ rules: [simple], waived: () => [{ ...object, container: 'it\'s' }] })).toBe(
    'variables.allContainers.all(container, variables.id + \'/\' + container.name in [\'Deployment/shop/web/it\\\'s\'] || false)');
});

test('a namespace is spared as a whole', () => {
  expect(expressionOf({ rules: [rule({ expression: 'false' })], spared: () => ['agents'] })).toBe(
    'request.namespace in [\'agents\'] || variables.allContainers.all(container, false)');
});

test('only what changes is judged, and nothing that is on its way out', () => {
  expect(spec({}).matchConditions.map((each: any) => each.name)).toEqual(['what-runs-changes', 'not-being-deleted', 'not-made-from-a-judged-template']);
  expect(spec({ shape: cronJobs }).matchConditions.map((each: any) => each.name)).toEqual(['what-runs-changes', 'not-being-deleted']);
  expect(spec({ shape: debug }).matchConditions.map((each: any) => each.name)).toEqual(['not-being-deleted']);
});

test('pods are judged only by rules that hold for injected containers, and debug containers only by rules for all', () => {
  expect(spec({ shape: pods, rules: [rule({ enforced: 'template' })] })).toBeUndefined();
  expect(spec({ shape: debug, rules: [rule({ covers: 'declared' })] })).toBeUndefined();
  expect(spec({ shape: debug }).validations).toHaveLength(1);
});

test('messages begin with the rule, and an expression is one line', () => {
  expect(spec({}).validations[0].message).toBe('privileged-off: x; y');
  expect(spec({ rules: [rule({ expression: 'true ||\n false' })] }).validations[0].expression).not.toContain('\n');
});

test('what the server would refuse is refused here', () => {
  expect(() => spec({ rules: [rule({ expression: 'container.name' })] })).toThrow('expression has another type: got dyn, expected bool');
});
