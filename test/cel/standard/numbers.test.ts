import { compareNumbers, isNumeric, Numeric } from '../../../src/cel/standard/numbers';
import { Double, Uint } from '../../../src/cel/value';

test.each<[Numeric, Numeric, number]>([
  [1, 2, -1], [2n ** 60n, 5, 1], [new Uint(5n), 5, 0], [1.5, 1, 1], [new Double(1), new Uint(1n), 0], [2n ** 60n, new Double(2 ** 60), 0],
])('%p against %p is %d', (a, b, order) => {
  expect(Math.sign(compareNumbers(a, b))).toBe(order);
});

test('no number comes neither before nor after another', () => {
  expect(compareNumbers(new Double(NaN), 1)).toBeNaN();
});

test('numbers are of three types', () => {
  expect([1, 1n, new Double(1), new Uint(1n), '1', null, true].map(isNumeric)).toEqual([true, true, true, true, false, false, false]);
});
