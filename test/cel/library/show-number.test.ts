import { showFixed, showPlain, showScientific } from '../../../src/cel/library/show-number';

test.each<[number, number, string]>([
  [1234567.891, 2, '1,234,567.89'], [0, 0, '0'], [-0, 2, '0.00'], [-1234.5, 1, '-1,234.5'], [1e21, 1, '1,000,000,000,000,000,000,000.0'],
  [0.125, 2, '0.12'], [0.375, 2, '0.38'], [2.5, 0, '2'], [3.5, 0, '4'], [1.005, 2, '1.00'], [-0.0001, 2, '-0.00'], [0.1, 20, '0.10000000000000000555'],
  [999.9999, 2, '1,000.00'], [5e-324, 3, '0.000'], [NaN, 2, 'NaN'], [Infinity, 2, '∞'], [-Infinity, 2, '-∞'],
])('%d with %d digits is %s', (value, precision, text) => {
  expect(showFixed(value, precision)).toBe(text);
});

test('beyond the last digit of a double stand zeros', () => {
  expect(showFixed(5e-324, 1080).slice(-9)).toBe('625000000');
});

test.each<[number, number, string]>([
  [1234567.891, 2, '1234567.89'], [-0, 3, '-0.000'], [1e21, 6, '1000000000000000000000.000000'], [2.5e-7, 6, '0.000000'], [-1.5, 0, '-2'],
])('%d with %d digits and without commas is %s', (value, precision, text) => {
  expect(showPlain(value, precision)).toBe(text);
});

test.each<[number, string]>([
  [1052.03, '1.052030×10⁰³'], [0, '0.000000×10⁰⁰'], [-0, '0.000000×10⁰⁰'], [1e-7, '1.000000×10⁻⁰⁷'], [-1.5e300, '-1.500000×10³⁰⁰'],
  [5e-324, '4.940656×10⁻³²⁴'], [9.9999999, '1.000000×10⁰¹'], [1048576.5, '1.048576×10⁰⁶'], [1048577.5, '1.048578×10⁰⁶'], [NaN, 'NaN'],
])('%d with an exponent is %s', (value, text) => {
  expect(showScientific(value, 0)).toBe(text);
});

test('what reads as its precision is the least width', () => {
  expect(showScientific(1.5, 15)).toBe('  1.500000×10⁰⁰');
  expect(showScientific(1.5, 3)).toBe('1.500000×10⁰⁰');
  expect(showScientific(Infinity, 6)).toBe('     ∞');
});
