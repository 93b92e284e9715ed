import { evaluated, faultOf } from './evaluated';
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

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['quantity("1").compareTo(quantity("1"))', 0], ['quantity("1").compareTo(quantity("2"))', -1], ['quantity("2").compareTo(quantity("1"))', 1],
  ['quantity("1Ki").compareTo(quantity("1024"))', 0], ['quantity("1Ki").compareTo(quantity("1k"))', 1], ['quantity("1e18").compareTo(quantity("1Ei"))', -1],
  ['quantity("-1").compareTo(quantity("1"))', -1], ['quantity("0").compareTo(quantity("-0"))', 0], ['quantity("1n").compareTo(quantity("0"))', 1],
  ['quantity("9Ei").compareTo(quantity("8Ei"))', 0], ['quantity("100000000000000000000").compareTo(quantity("1"))', 1], ['quantity("1.5").isInteger()', false],
  ['quantity("1.5").asInteger()', '!cannot convert value to integer'], ['quantity("1.5").asApproximateFloat()', 1.5], ['quantity("1.5").sign()', 'refused'],
  ['quantity("-1.5").isInteger()', false], ['quantity("-1.5").asInteger()', '!cannot convert value to integer'], ['quantity("-1.5").asApproximateFloat()', -1.5],
  ['quantity("-1.5").sign()', 'refused'], ['quantity("1Ki").isInteger()', true], ['quantity("1Ki").asInteger()', 1024],
  ['quantity("1Ki").asApproximateFloat()', 1024], ['quantity("1Ki").sign()', 'refused'], ['quantity("9223372036854775807").isInteger()', false],
  ['quantity("9223372036854775807").asInteger()', '!cannot convert value to integer'], ['quantity("9223372036854775807").asApproximateFloat()', 9223372036854776000],
  ['quantity("9223372036854775807").sign()', 'refused'], ['quantity("100000000000000000000").isInteger()', false],
  ['quantity("100000000000000000000").asInteger()', '!cannot convert value to integer'],
  ['quantity("100000000000000000000").asApproximateFloat()', 100000000000000000000], ['quantity("100000000000000000000").sign()', 'refused'],
  ['quantity("0").isInteger()', true], ['quantity("0").asInteger()', 0], ['quantity("0").asApproximateFloat()', 0], ['quantity("0").sign()', 'refused'],
  ['quantity("1e18").isInteger()', true], ['quantity("1e18").asInteger()', 1000000000000000000n], ['quantity("1e18").asApproximateFloat()', 1000000000000000000],
  ['quantity("1e18").sign()', 'refused'], ['quantity("1e19").isInteger()', false], ['quantity("1e19").asInteger()', '!cannot convert value to integer'],
  ['quantity("1e19").asApproximateFloat()', 10000000000000000000], ['quantity("1e19").sign()', 'refused'], ['quantity("1n").isInteger()', false],
  ['quantity("1n").asInteger()', '!cannot convert value to integer'], ['quantity("1n").asApproximateFloat()', 1e-09], ['quantity("1n").sign()', 'refused'],
  ['quantity("0.5").isInteger()', false], ['quantity("0.5").asInteger()', '!cannot convert value to integer'], ['quantity("0.5").asApproximateFloat()', 0.5],
  ['quantity("0.5").sign()', 'refused'], ['quantity("1").add(quantity("2"))', '3'], ['quantity("1Ki").add(quantity("1"))', '1025'],
  ['quantity("1").sub(quantity("2"))', '-1'], ['quantity("1.5").add(1)', '2500m'], ['quantity("1").sub(3)', '-2'],
  ['quantity("9223372036854775807").add(1)', '9223372036854775808'], ['quantity("-9223372036854775808").sub(1)', '-9223372036854775809'],
  ['quantity("1Ki").add(1000)', '2024'], ['quantity("0.1").add(quantity("0.2"))', '300m'], ['quantity("1Gi").sub(quantity("1Gi"))', '0'],
  ['quantity("1n").add(quantity("1"))', '1000000001n'], ['quantity("0").add(quantity("1Ki"))', '1Ki'], ['quantity("1k").add(quantity("0"))', '1k'],
  ['quantity("1").isLessThan(quantity("1"))', false], ['quantity("1").isGreaterThan(quantity("1"))', false], ['quantity("1") == quantity("1")', true],
  ['quantity("1") == quantity("2")', false],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
