import { evaluated } from './evaluated';

test.each([
  ['quantity("1.5Gi")', '1536Mi'],
  ['isQuantity("100m")', true],
  ['isQuantity("100 m")', false],
  ['sign(quantity("-3"))', -1],
  ['sign(quantity("0"))', 0],
  ['quantity("1k").isGreaterThan(quantity("999"))', true],
  ['quantity("1k").isGreaterThan(quantity("1000"))', false],
  ['quantity("1Ki").isLessThan(quantity("1025"))', true],
  ['quantity("1Ki").compareTo(quantity("1024"))', 0],
  ['quantity("1").compareTo(quantity("1.1"))', -1],
  ['quantity("50k").asInteger()', 50_000],
  ['quantity("9223372036854775807").isInteger()', false],
  ['quantity("50k").isInteger()', true],
  ['quantity("1000m").isInteger()', false],
  ['quantity("1.0").isInteger()', false],
  ['quantity("1.5k").asApproximateFloat()', 1500],
  ['quantity("100m").asApproximateFloat()', 0.1],
  ['quantity("1Gi").add(quantity("512Mi"))', '1536Mi'],
  ['quantity("0").add(quantity("1Ki"))', '1Ki'],
  ['quantity("1Ki").add(1)', '1025'],
  ['quantity("0").add(2000)', '2e3'],
  ['quantity("1").sub(quantity("100m"))', '900m'],
  ['quantity("1k").sub(1)', '999'],
  ['quantity("0").sub(quantity("1Mi"))', '-1Mi'],
  ['quantity("1Ki") == quantity("1024")', true],
  ['quantity("1Ki") == quantity("1k")', false],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toBe(value);
});

test('what is none, or no integer, is a fault', () => {
  expect(evaluated('quantity("ten")')).toBe('!text is no quantity: got "ten"');
  expect(evaluated('quantity("1.5").asInteger()')).toBe('!cannot convert value to integer');
});

test('a quantity that was reckoned can be compared with another one, but not the other way round', () => {
  expect(evaluated('quantity("1").add(1) == quantity("2")')).toBe(true);
  expect(evaluated('quantity("2") == quantity("1").add(1)')).toBe('!no such overload');
  expect(evaluated('quantity("2") == quantity("3").sub(quantity("1"))')).toBe('!no such overload');
  expect(evaluated('quantity("2").compareTo(quantity("1").add(1))')).toBe(0);
});

test('sign is a function, add is a method', () => {
  expect(evaluated('quantity("1").sign()')).toBe('refused');
  expect(evaluated('add(quantity("1"), 1)')).toBe('refused');
});

test('numbers of a manifest have to be made texts first', () => {
  expect(evaluated('quantity(x)', { x: 1 })).toBe('!no such overload');
  expect(evaluated('quantity(string(x))', { x: 1 })).toBe('1');
});

test('they come with the environment of 1.28', () => {
  expect(evaluated('isQuantity("1")', {}, 27)).toBe('refused');
  expect(evaluated('isQuantity("1")', {}, 28)).toBe(true);
});

test('a quantity cannot be compared with a value of another kind, unless that comes first', () => {
  expect(evaluated('dyn(quantity("1")) == dyn(1)')).toBe('!no such overload');
  expect(evaluated('dyn(quantity("1")) == dyn(ip("0.0.0.1"))')).toBe('!no such overload');
  expect(evaluated('dyn(1) == dyn(quantity("1"))')).toBe(false);
});
