import { Rule, Severity } from '../../src/policy/rule';
import { NAMES, ruleEnvironment, RuleProgram, typesOf } from '../../src/policy/rule-program';

const RULE: Rule = {
  id: 'host-network-off',
  title: 'x',
  why: 'x',
  severity: Severity.ERROR,
  on: 'pod',
  expression: 'pod.?hostNetwork.orValue(false) == false',
  message: 'x; y',
  enforced: 'pod',
  controls: {},
};
const element = (pod: object) => ({ values: { pod, meta: {} }, paths: { pod: 'spec', meta: 'metadata' } });
const program = (rule: Partial<Rule> = {}) => RuleProgram.for({ ...RULE, ...rule }, 36)!;

test('an element keeps a rule, or does not', () => {
  expect(program().judge(element({}))).toEqual({ holds: true });
  expect(program().judge(element({ hostNetwork: true }))).toEqual({ holds: false });
});

test('what cannot be judged does not hold, and why is said', () => {
  const faulty = program({ expression: 'pod.hostNetwork == false' }).judge(element({}));
  expect(faulty).toEqual({ holds: false, fault: 'no such key: hostNetwork' });
});

test('the field at fault is named', () => {
  expect(program().fieldsOf(element({ hostNetwork: true }))).toEqual(['spec.hostNetwork']);
});

test('where no field can be named, it is the element', () => {
  expect(program({ expression: 'size(meta) > 0 || false' }).fieldsOf(element({})).length).toBeGreaterThan(0);
  expect(program({ expression: 'false' }).fieldsOf(element({}))).toEqual(['spec']);
});

test('a rule is not judged in versions that it is not for', () => {
  expect(RuleProgram.for({ ...RULE, since: 37 }, 36)).toBeUndefined();
});

test('an expression that is no condition is refused', () => {
  expect(() => program({ expression: 'pod.?hostNetwork.orValue(false)' })).toThrow('expression has another type: got dyn, expected bool');
});

test('rules are compiled by the environment of the version before, and never without optionals', () => {
  expect([28, 30, 36].map(minor => ruleEnvironment(minor).minor)).toEqual([29, 29, 35]);
});

test('every element can be spoken of by its own name', () => {
  expect(Object.entries(NAMES).filter(([element_, names]) => !names.includes(element_))).toEqual([]);
  expect((['pod', 'meta', 'container', 'volume', 'object'] as const).map(on => Object.keys(typesOf(on)).join(' ')))
    .toEqual(['pod meta', 'pod meta', 'container pod meta', 'volume pod meta', 'object']);
});

test('the field at fault is looked for by what each part of the expression gives', () => {
  const named = program({ expression: 'pod.volumes.all(v, v.name != "b")' });
  expect(named.fieldsOf(element({ volumes: [{ name: 'a' }, { name: 'b' }] }))).toEqual(['spec.volumes[1].name']);
});

test('an object as a whole is no field', () => {
  expect(program({ on: 'object', expression: 'false' }).fieldsOf({ values: { object: {} }, paths: { object: '' } })).toEqual([]);
});

test('what is no fault of the manifest is thrown on', () => {
  const broken = { get pod(): object { throw new TypeError('broken'); } };
  expect(() => program().judge({ values: broken, paths: {} })).toThrow(new TypeError('broken'));
});
