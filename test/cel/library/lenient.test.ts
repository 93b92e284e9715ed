import { isEqual, orderOf } from '../../../src/cel/library/lenient';
import { CelQuantity } from '../../../src/cel/library/quantity';
import { Double } from '../../../src/cel/value';

const amount = { digits: 1n, power: 0, isSmall: true };
const plain = new CelQuantity(amount, 'decimal');
const reckoned = new CelQuantity(amount, 'decimal', undefined, true);

test('what cannot be compared is not equal', () => {
  expect(() => plain.equals(reckoned)).toThrow(expect.objectContaining({ message: 'no such overload' }));
  expect(isEqual(plain, reckoned)).toBe(false);
  expect(isEqual(reckoned, plain)).toBe(true);
  expect(isEqual(1, new Double(1))).toBe(true);
});

test('what has no order stands where it is', () => {
  expect(orderOf(1, 2)).toBeLessThan(0);
  expect(orderOf('b', 'a')).toBeGreaterThan(0);
  expect(orderOf(1, 'a')).toBe(0);
  expect(orderOf(new Double(NaN), 1)).toBe(0);
});

test('an error that is no fault is not swallowed', () => {
  const broken = { get a(): never { throw new TypeError('broken'); } };
  expect(() => isEqual(broken, { a: 1 })).toThrow(TypeError);
});
