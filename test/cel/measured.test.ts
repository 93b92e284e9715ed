import type { Frame, Run } from '../../src/cel/frame';
import { measured } from '../../src/cel/measured';
import { BOOL, BYTES, DYN, INT, listOf, STRING, Type } from '../../src/cel/type';
import type { Value } from '../../src/cel/value';

test.each<[string, Type, Value, number]>([
  ['a text', STRING, 'x'.repeat(80), 10], ['bytes', BYTES, new Uint8Array(80), 10], ['a list', listOf(INT), [1, 2, 3], 3], ['a list, unknown before', DYN, [1, 2, 3], 3],
  ['a number', DYN, 5, 0],
])('%s counts by its size', (_, type, value, steps) => {
  const frame: Frame = { values: {}, locals: [], steps: 0, cost: 0 };
  expect(measured(type, () => value)(frame)).toBe(value);
  expect(frame.steps).toBe(steps);
});

test.each([BOOL, INT])('%j cannot grow, and is not looked at', type => {
  const run: Run = () => 1;
  expect(measured(type, run)).toBe(run);
});
