import type { Frame, Run } from '../../src/cel/frame';
import { conditional, logic } from '../../src/cel/logic';
import { Fault, fault, Value } from '../../src/cel/value';

const FRAME: Frame = { values: {}, locals: [], steps: 0, cost: 0 };
const value = (given: Value): Run => () => given;
const error = (message: string): Run => () => fault(message);

function outcome(run: Run): Value | string {
  try {
    return run(FRAME);
  } catch (caught) {
    return (caught as Fault).message;
  }
}

const T = value(true);
const F = value(false);
const E = error('first');

test.each<[string, Run[], Value]>([
  ['true, true', [T, T], true], ['true, false', [T, F], false], ['error, false', [E, F], false], ['false, error', [F, E], false], ['error, true', [E, T], 'first'],
  ['true, error', [T, E], 'first'], ['two errors', [E, error('second')], 'first'], ['a number, false', [value(1), F], false],
  ['a number, true', [value(1), T], 'no such overload'], ['an error among many', [T, E, T, F], false],
])('&& of %s', (_, terms, expected) => {
  expect(outcome(logic(terms, false))).toBe(expected);
});

test.each<[string, Run[], Value]>([
  ['false, false', [F, F], false], ['error, true', [E, T], true], ['true, error', [T, E], true], ['error, false', [E, F], 'first'],
  ['a number, true', [value(1), T], true], ['a number, false', [value(1), F], 'no such overload'],
])('|| of %s', (_, terms, expected) => {
  expect(outcome(logic(terms, true))).toBe(expected);
});

test('what has gone wrong in the program itself is no error of the expression', () => {
  const broken: Run = () => { throw new TypeError('broken'); };
  expect(() => logic([broken, F], false)(FRAME)).toThrow(new TypeError('broken'));
});

test('a condition chooses, and the other side is not looked at', () => {
  expect([outcome(conditional(T, value(1), E)), outcome(conditional(F, E, value(2)))]).toEqual([1, 2]);
  expect([outcome(conditional(value('true'), value(1), value(1))), outcome(conditional(E, value(1), value(1)))]).toEqual(['no such overload', 'first']);
});
