import { showDouble } from '../../../src/cel/standard/show-double';

test.each<[number, string]>([
  [1, '1'], [1.5, '1.5'], [-0, '-0'], [123456, '123456'], [1e6, '1e+06'], [1234567.5, '1.2345675e+06'], [1e21, '1e+21'], [1.5e-5, '1.5e-05'], [0.0001, '0.0001'], [NaN, 'NaN'], [Infinity, '+Inf'], [-Infinity, '-Inf'],
])('%d is %s', (value, text) => {
  expect(showDouble(value)).toBe(text);
});
