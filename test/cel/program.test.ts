import { CelEnvironment } from '../../src/cel/environment';
import { DYN } from '../../src/cel/type';
import { Fault, Value } from '../../src/cel/value';

const OBJECT = { a: { b: 1 }, list: [1, 2, 's'], text: 'str', nothing: null, int: 5, double: 1.5, yes: true, absent: undefined as unknown as Value };

function evaluate(source: string, object: Value = OBJECT): unknown {
  const program = CelEnvironment.of(34).compile(source, { object: DYN });
  try {
    return program.evaluate({ object });
  } catch (error) {
    if (error instanceof Fault) { return `fault: ${error.message}`; }
    throw error;
  }
}

test.each<[string, unknown]>([
  // Fields.
  ['object.a.b', 1], ['object["a"].b', 1], ['object.zz', 'fault: no such key: zz'], ['object.absent', 'fault: no such key: absent'],
  ['object.constructor', 'fault: no such key: constructor'], ['has(object.__proto__)', false], ['has(object.toString)', false],
  ['has(object.a.b)', true], ['has(object.a.c)', false], ['has(object.zz.b)', 'fault: no such key: zz'], ['has(object.absent)', false],
  ['has(object.text.b)', false], ['has(object.nothing.b)', false], ['has(object.list.b)', 'fault: unsupported index type \'string\' in list'],
  ['has(object.?zz.b)', false], ['has(object.?a.b)', true],
  // Elements.
  ['object.list[1]', 2], ['object.list[1.0]', 2], ['object.list[1u]', 2], ['object.list[5]', 'fault: index out of bounds: 5'],
  ['object.list[-1]', 'fault: index out of bounds: -1'], ['object["zz"]', 'fault: no such key: zz'], ['{1: "a"}[dyn(1u)]', 'a'],
  ['object.list.length', 'fault: no such overload'],
  // Literals.
  ['[1, 2]', [1, 2]], ['{"a": 1, "a": 2}.a', 2], ['[object.zz]', 'fault: no such key: zz'],
  // Errors that count less than what decides.
  ['object.zz && false', false], ['false && object.zz', false], ['object.zz && true', 'fault: no such key: zz'], ['object.zz || true', true],
  ['object.int || true', true], ['object.int && true', 'fault: no such overload'], ['object.yes && object.yes', true],
  ['object.list.all(e, e > 0)', 'fault: no such overload'], ['object.list.exists(e, e > 1)', true], ['object.list.all(e, e.foo && e == 1)', false],
  ['object.list.exists_one(e, e == 2 || e.foo)', 'fault: no such overload'],
  // Conditions.
  ['object.yes ? 1 : object.zz', 1], ['object.text ? 1 : 2', 'fault: no such overload'],
  // Macros.
  ['object.list.map(e, type(e) == int)', [true, true, false]], ['[1, 2, 3].filter(e, e > 1)', [2, 3]], ['[1, 2, 3].map(e, e > 1, e * 2)', [4, 6]],
  ['object.a.all(k, k == "b")', true], ['object.text.all(e, true)', 'fault: no such overload'], ['[1, 1].exists_one(e, e == 1)', false],
  ['[5].all(i, e, i == 0 && e == 5)', true], ['[1, 2].transformList(i, e, e * i)', [0, 2]], ['{"a": 1}.transformMap(k, v, v + 1) == {"a": 2}', true],
  ['{"a": 1}.transformMapEntry(k, v, {v: k}) == {1: "a"}', true], ['[3, 1, 2].sortBy(e, -e)', [3, 2, 1]],
  ['[1].map(object, .object.int + object)', [6]],
  // Calls that only the values decide.
  ['object.int + 1', 6], ['object.text + 1', 'fault: no such overload'], ['object.double < 2', true], ['object.text < 1', 'fault: no such overload'],
  ['object.text.startsWith("st")', true], ['object.int.startsWith("st")', 'fault: no such overload'], ['dyn(1) == 1.0', true], ['object.text == 1', false],
  ['(true ? null : duration("1s")) + duration("1s")', 'fault: no such overload'], ['(false ? duration("1s") : null) < duration("1s")', 'fault: no such overload'],
  ['(false ? duration("1s") : null).getHours()', 'fault: no such overload'],
])('%s is %j', (source, value) => {
  expect(evaluate(source)).toEqual(value);
});

test('a variable that is not given is an error only where it is read', () => {
  const program = CelEnvironment.of(34).compile('false && object.a', { object: DYN });
  expect(program.evaluate({})).toBe(false);
  expect(evaluate('object == 1', undefined as unknown as Value)).toBe(false);
  expect(() => CelEnvironment.of(34).compile('object', { object: DYN }).evaluate({})).toThrow(expect.objectContaining({ message: 'no such attribute: object' }));
});

test('one program can be evaluated again and again, and while it is being evaluated', () => {
  const program = CelEnvironment.of(34).compile('object.all(e, e > 0)', { object: DYN });
  expect([[1], [0], [], [2]].map(object => program.evaluate({ object }))).toEqual([true, false, true, true]);
});

const nested = (depth: number, wrap: (inner: string, level: number) => string, inner: string) =>
  Array.from({ length: depth }).reduce<string>((source, _, level) => wrap(source, level), inner);

test.each([
  ['loops in loops', nested(40, (inner, level) => `object.all(e${level}, ${inner})`, 'true')],
  ['a text that doubles', nested(60, inner => `[${inner}].map(v, v + v)[0]`, '"12345678"')],
  ['a list that doubles', nested(60, inner => `[${inner}].map(v, v + v)[0]`, 'object')],
  ['an error that others would hide', `${nested(40, (inner, level) => `object.all(e${level}, ${inner})`, 'true')} || true`],
])('%s end, with an error', (_, source) => {
  expect(evaluate(source, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toBe('fault: evaluation takes too long: expected at most 10000000 steps; go over fewer elements');
});

test('an evaluation that costs more than it may ends at once, whatever else would decide', () => {
  const program = CelEnvironment.of(35).compile('object.list.all(a, object.list.all(b, a + b != "x")) || true', { object: DYN });
  const measured = (length: number) => program.measured({ object: { list: Array(length).fill('a') } }, 1000);
  expect(measured(2)).toEqual({ value: true, cost: program.cost({ object: { list: ['a', 'a'] } }) });
  expect(measured(100)).toEqual({ fault: 'operation cancelled: actual cost limit exceeded', cost: expect.any(Number) });
  expect(program.measured({ object: {} }, 1000)).toMatchObject({ value: true });
});
