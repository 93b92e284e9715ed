import { faultOf } from './evaluated';
import { Amount, compareAmounts, floatOf, integerOf, negative, plus, signOf, timesTen } from '../../../src/cel/library/quantity-amount';

const small = (digits: bigint, power = 0): Amount => ({ digits, power, isSmall: true });
const large = (digits: bigint, power = 0): Amount => ({ digits, power, isSmall: false });
const MOST = 2n ** 63n - 1n;

test('a sum has the finer power of the two', () => {
  expect(plus(small(1n), small(5n, -3))).toEqual(small(1005n, -3));
  expect(plus(small(5n, 3), small(1n))).toEqual(small(5001n));
});

test('nothing that is added leaves the other as it is written', () => {
  expect(plus(small(1n, 3), small(0n, -9))).toEqual(small(1n, 3));
  expect(plus(small(0n, -9), small(1n, 3))).toEqual(small(1n, 3));
  expect(plus(small(1n, 3), large(0n, -1))).toEqual(large(10_000n, -1));
});

test('what 64 bits cannot hold is no longer small', () => {
  expect(plus(small(MOST - 1n), small(1n))).toEqual(small(MOST));
  expect(plus(small(MOST), small(1n))).toEqual(large(MOST + 1n));
  expect(plus(small(1n, 19), small(-1n))).toEqual(large(10n ** 19n - 1n));
  expect(plus(small(1n), large(1n))).toEqual(large(2n));
});

test('the opposite of the least number of 64 bits is itself', () => {
  expect(negative(small(5n, -3))).toEqual(small(-5n, -3));
  expect(negative(small(-MOST - 1n))).toEqual(small(-MOST - 1n));
  expect(negative(large(-MOST - 1n))).toEqual(large(MOST + 1n));
});

test.each<[Amount, Amount, number]>([
  [small(1n), small(1000n, -3), 0], [small(0n), small(0n, 9), 0], [small(1n), small(-1n), 1], [small(-2n), small(-1n), -1],
  [small(9n, 2), small(1n, 3), -1],
  [small(-9n, 2), small(-1n, 3), 1], [small(15n, -1), small(2n), -1], [large(1n, 2_000_000_000), small(1n), 1], [small(-1n), small(0n), -1],
])('%j and %j compare as %d', (a, b, order) => {
  expect(compareAmounts(a, b)).toBe(order);
  expect(compareAmounts(b, a)).toBe(0 - order);
});

test('the sign', () => {
  expect([-5n, 0n, 5n].map(digits => signOf(small(digits)))).toEqual([-1, 0, 1]);
});

test.each<[Amount, bigint | undefined]>([
  [small(5n), 5n], [small(5n, 3), 5000n], [small(0n, 2_000_000_000), 0n], [small(1n, 18), 10n ** 18n], [small(1n, 19), undefined],
  [small(MOST), MOST],
  [small(5000n, -3), undefined], [large(5n), undefined], [small(10n, 18), undefined],
])('%j as an integer is %s', (amount, integer) => {
  expect(integerOf(amount)).toBe(integer);
});

test.each<[Amount, number]>([
  [small(5n), 5], [small(15n, -1), 1.5], [small(5n, -9), 5e-9], [small(1n, 99), 1.0000000000000001e99],
  [small(1n, 400), Infinity], [small(-1n, 400), -Infinity],
  [small(1n, -400), 0],
])('%j as a double is %d', (amount, float) => {
  expect(floatOf(amount)).toBe(float);
});

test('more digits than a machine can hold are refused, and zero has none', () => {
  expect(timesTen(5n, 2)).toBe(500n);
  expect(timesTen(0n, 2_000_000_000)).toBe(0n);
  expect(timesTen(1n, 100_000).toString()).toHaveLength(100_001);
  expect(faultOf(() => timesTen(1n, 100_001))).toBe('quantity is too large');
});
