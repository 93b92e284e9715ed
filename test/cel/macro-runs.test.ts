import type { Frame, Run } from '../../src/cel/frame';
import { MACRO_RUNS } from '../../src/cel/macro-runs';
import { Fault, fault, Optional, Value } from '../../src/cel/value';

const frameOf = (): Frame => ({ values: {}, locals: [], steps: 0, cost: 0 });
const first: Run = ({ locals }) => locals[0];
const second: Run = ({ locals }) => locals[1];

function run(name: keyof typeof MACRO_RUNS, range: Value, body: Run, places = [0], filter?: Run): Value {
  try {
    return MACRO_RUNS[name]({ range: () => range, places, body, ...(filter ? { filter } : {}) })(frameOf());
  } catch (error) {
    return `error: ${(error as Fault).message}`;
  }
}

test.each<[keyof typeof MACRO_RUNS, Value[], Value]>([
  ['all', [true, true], true], ['all', [true, false], false], ['all', ['error', false], false], ['all', ['error', true], 'error: failed'], ['all', [], true],
  ['all', [1, false], false], ['all', [1, true], 'error: no such overload'],
  ['exists', [false, true], true], ['exists', [false], false], ['exists', ['error', true], true], ['exists', ['error', false], 'error: failed'], ['exists', [], false],
  ['exists_one', [true, false], true], ['exists_one', [true, true], false], ['exists_one', ['error', true], 'error: failed'], ['exists_one', [], false],
  ['filter', [true, false], [true]], ['filter', ['error'], 'error: failed'], ['map', [1, 2], [1, 2]], ['map', [1, 'error'], 'error: failed'],
])('%s over %j', (name, range, expected) => {
  expect(run(name, range, ({ locals: [value] }) => value === 'error' ? fault('failed') : value)).toEqual(expected);
});

test('a list gives its elements, or index and element; a map its keys, or key and value', () => {
  expect(run('map', ['a', 'b'], first)).toEqual(['a', 'b']);
  expect([run('transformList', ['a', 'b'], first, [0, 1]), run('transformList', ['a', 'b'], second, [0, 1])]).toEqual([[0, 1], ['a', 'b']]);
  expect(run('map', { a: 1 }, first)).toEqual(['a']);
  expect([run('transformList', { a: 1 }, first, [0, 1]), run('transformList', { a: 1 }, second, [0, 1])]).toEqual([['a'], [1]]);
});

test.each<Value>(['text', 1, null, true])('%j cannot be gone over', range => {
  expect([run('all', range, first), run('transformList', range, first, [0, 1])]).toEqual(['error: no such overload', 'error: no such overload']);
});

test('only what passes the filter is taken', () => {
  expect(run('map', [1, 2, 3], first, [0], ({ locals }) => (locals[0] as number) > 1)).toEqual([2, 3]);
  expect(run('map', [1], first, [0], first)).toBe('error: no such overload');
});

test('maps are made of keys and values, and of whole entries', () => {
  expect(run('transformMap', ['a', 'b'], second, [0, 1], ({ locals }) => locals[0] === 1)).toMatchObject({ entries: new Map([['n1', [1, 'b']]]) });
  expect(run('transformMapEntry', ['a', 'b'], ({ locals }) => ({ [locals[1] as string]: locals[0] }), [0, 1])).toEqual(
    Object.assign(Object.create(null), { a: 0, b: 1 }));
  expect(run('transformMapEntry', ['a', 'a'], ({ locals }) => ({ [locals[1] as string]: 1 }), [0, 1])).toMatch(/^error: .*a/);
  expect(run('transformMapEntry', ['a'], second, [0, 1])).toBe('error: no such overload');
});

test('the value of an optional is changed where there is one', () => {
  const plus: Run = ({ locals }) => (locals[0] as number) + 1;
  expect([run('optMap', Optional.of(1), plus), run('optMap', Optional.NONE, plus), run('optMap', 1, plus)]).toEqual(
    [Optional.of(2), Optional.NONE, 'error: no such overload']);
  expect(run('optFlatMap', Optional.of(1), () => Optional.of(5))).toEqual(Optional.of(5));
});

test('elements are sorted by what the body gives', () => {
  expect(run('sortBy', [1, 3, 2], ({ locals }) => -(locals[0] as number))).toEqual([3, 2, 1]);
});

test('each round counts as a step', () => {
  const frame = frameOf();
  MACRO_RUNS.map({ range: () => [1, 2, 3], places: [0], body: first })(frame);
  MACRO_RUNS.transformList({ range: () => ({ a: 1 }), places: [0, 1], body: first })(frame);
  expect(frame.steps).toBe(4);
});
