import { documents, policy, validations } from './policies';
import type { Value } from '../../src/cel/value';
import { AdmissionPolicies } from '../../src/policy/loaded-policies';
import { judgeByPolicy, PolicyInput, PolicyVerdict } from '../../src/policy/policy-run';

const REQUEST = { operation: 'CREATE', name: 'a', userInfo: { username: 'somebody' } };

function judged(spec: object, data: { readonly [key: string]: Value }, more: Partial<PolicyInput> = {}): readonly PolicyVerdict[] {
  const [{ program }] = AdmissionPolicies.load(documents(policy('p', { ...spec })), 36).policies;
  return judgeByPolicy(program, { object: { kind: 'ConfigMap', data }, request: REQUEST, namespaceObject: null, params: null, ...more }, 36);
}

const messages = (verdicts: readonly PolicyVerdict[]) => verdicts.map(({ message }) => message);

test('each validation that is not true refuses, by its number, with the field at fault', () => {
  const spec = { validations: [...validations('true'), ...validations('object.data.a == "1"'), ...validations('has(object.data.b)')] };
  expect(judged(spec, { a: '2' })).toEqual([
    { index: 1, message: 'so it must be', field: 'data.a' }, { index: 2, message: 'so it must be', field: 'data.b' },
  ]);
  expect(judged(spec, { a: '1', b: '' })).toEqual([]);
});

test('there is no old object, and the namespace, the request and the parameters are what they are', () => {
  const expression = 'oldObject == null && request.name == "a" && namespaceObject.metadata.name == "shop" && params.most == 1';
  const spec = { paramKind: { apiVersion: 'v1', kind: 'ConfigMap' }, validations: validations(expression) };
  const more = { namespaceObject: { metadata: { name: 'shop' } }, params: { most: 1 } };
  expect(judged(spec, {}, more)).toEqual([]);
  expect(messages(judged(spec, {}, { ...more, params: { most: 2 } }))).toEqual(['so it must be']);
});

describe('the message', () => {
  const told = (more: object, data = {}) => messages(judged({ validations: [{ expression: ' has(object.data.z) ', ...more }] }, data));
  const messageExpression = 'string(object.data.text)';
  test('is that of the expression, without the space around it', () => {
    expect(told({ message: 'plain', messageExpression }, { text: ' told ' })).toEqual(['told']);
  });
  test.each([{}, { text: ' ' }, { text: 'a\nb' }, { text: 'x'.repeat(5121) }])('falls back to the plain one', data => {
    expect(told({ message: ' plain ', messageExpression }, data)).toEqual(['plain']);
  });
  test('quotes the condition where there is no other', () => {
    expect(told({})).toEqual(['failed expression: has(object.data.z)']);
    expect(told({ messageExpression })).toEqual(['failed expression: has(object.data.z)']);
  });
});

test('a condition without a value refuses, unless the policy ignores that', () => {
  const spec = { validations: validations('object.data.a == "1"') };
  expect(judged(spec, {})).toEqual([{ index: 0, message: 'expression \'object.data.a == "1"\' resulted in error: no such key: a', isFault: true }]);
  expect(judged({ ...spec, failurePolicy: 'Ignore' }, {})).toEqual([]);
  expect(messages(judged({ ...spec, failurePolicy: 'Ignore' }, { a: '2' }))).toEqual(['so it must be']);
});

describe('match conditions', () => {
  const condition = (name: string) => ({ name, expression: `object.data.${name} != ""` });
  const spec = { matchConditions: [condition('a'), condition('b')], validations: validations('false') };
  test('must all be true', () => {
    expect(messages(judged(spec, { a: '1', b: '1' }))).toEqual(['so it must be']);
    expect(judged(spec, { a: '1', b: '' })).toEqual([]);
  });
  test('decide by one that is false, whatever became of the others', () => {
    expect(judged(spec, { b: '' })).toEqual([]);
  });
  test('refuse as a whole where one has no value, unless the policy ignores that', () => {
    expect(judged(spec, { a: '1' })).toEqual([{ message: 'expression \'object.data.b != ""\' resulted in error: no such key: b', isFault: true }]);
    expect(messages(judged(spec, {}))).toEqual([
      '[expression \'object.data.a != ""\' resulted in error: no such key: a, expression \'object.data.b != ""\' resulted in error: no such key: b]',
    ]);
    expect(judged({ ...spec, failurePolicy: 'Ignore' }, { a: '1' })).toEqual([]);
  });
  test('do not see the namespace', () => {
    const seeing = { matchConditions: [{ name: 'a', expression: 'namespaceObject != null' }], validations: validations('false') };
    expect(judged(seeing, {}, { namespaceObject: { metadata: { name: 'shop' } } })).toEqual([]);
  });
});

describe('variables', () => {
  const variables = [{ name: 'a', expression: 'object.data.a' }, { name: 'twice', expression: 'variables.a + variables.a' }];
  test('see those before them, and are found behind the field at fault', () => {
    expect(judged({ variables, validations: validations('variables.twice == "11"') }, { a: '1' })).toEqual([]);
    expect(judged({ variables, validations: validations('variables.twice == "11"') }, { a: '2' })).toEqual([{ index: 0, message: 'so it must be', field: 'data.a' }]);
  });
  test('are evaluated only where somebody asks for them', () => {
    expect(judged({ variables, validations: validations('!has(object.data.b) || variables.a == "1"') }, {})).toEqual([]);
    expect(messages(judged({ variables, validations: validations('!has(object.data.b) || variables.twice == "1"') }, { b: '' }))).toEqual([
      'expression \'!has(object.data.b) || variables.twice == "1"\' resulted in error: composited variable "twice" fails to evaluate: '
        + 'composited variable "a" fails to evaluate: no such key: a',
    ]);
  });
});

test('an annotation for the audit log that has no value refuses, whatever the binding says', () => {
  const spec = { validations: validations('true'), auditAnnotations: [{ key: 'a', valueExpression: 'string(object.data.a)' }] };
  expect(judged(spec, { a: '1' })).toEqual([]);
  expect(judged(spec, {})).toEqual([{ message: 'expression \'string(object.data.a)\' resulted in error: no such key: a', isFault: true, isAlways: true }]);
  expect(judged({ ...spec, failurePolicy: 'Ignore' }, {})).toEqual([]);
});

/** To compare a text costs a tenth of its length. */
const SIZE = 2_000_000;
const DEAR = { text: 'a'.repeat(SIZE), other: `${'a'.repeat(SIZE - 1)}b` };
const once = 'object.data.text != object.data.other';
const times = (count: number) => Array(count).fill(once).join(' && ');

describe('the cost', () => {
  test('of one expression is at most a million', () => {
    expect(judged({ validations: validations(times(4)) }, DEAR)).toEqual([]);
    expect(messages(judged({ validations: validations(times(6)) }, DEAR))).toEqual([
      `expression '${times(6)}' resulted in error: operation cancelled: actual cost limit exceeded`,
    ]);
  });
  test('of a variable counts for itself, and as a fault of who reads it', () => {
    const spec = { variables: [{ name: 'dear', expression: times(6) }], validations: validations('variables.dear || true') };
    expect(judged(spec, DEAR)).toEqual([]);
  });
  test('of all validations is at most ten million', () => {
    const all = (count: number) => ({ validations: Array.from({ length: count }, () => ({ expression: times(4), message: 'x' })) });
    expect(judged(all(12), DEAR)).toEqual([]);
    expect(judged(all(13), DEAR)).toEqual([
      { message: 'validation failed due to running out of cost budget, no further validation rules will be run', isFault: true },
    ]);
  });
  test('of messages comes out of the same', () => {
    const dear = { expression: times(4), messageExpression: `${times(4)} ? "a" : "b"` };
    const spec = { validations: Array.from({ length: 7 }, () => dear) };
    expect(judged(spec, DEAR).map(({ index, message }) => [index, message])).toEqual(Array.from({ length: 7 }, (_, index) => [
      index, 'failed messageExpression: validation failed due to running out of cost budget, no further validation rules will be run',
    ]));
    expect(judged({ validations: spec.validations.slice(0, 6) }, DEAR)).toEqual([]);
  });
  test('of match conditions is at most two and a half million', () => {
    const all = (count: number) => ({ matchConditions: Array.from({ length: count }, (_, i) => ({ name: `c${i}`, expression: times(4) })), validations: validations('true') });
    expect(judged(all(3), DEAR)).toEqual([]);
    expect(messages(judged(all(4), DEAR))).toEqual(['validation failed due to running out of cost budget, no further validation rules will be run']);
  });
});
