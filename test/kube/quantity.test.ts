import * as fc from 'fast-check';
import { Quantity } from '../../src/kube/quantity';

const parse = (text: string) => Quantity.parse('cpu of web', text);

const SUFFIXES = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'e3', 'E-3', 'e+2'];
/** As decimal digits, a fraction and a suffix; small enough that no sum leaves the range of Kubernetes. */
const texts = fc.tuple(fc.nat(999), fc.option(fc.stringMatching(/^\d{1,6}$/), { nil: undefined }), fc.constantFrom(...SUFFIXES))
  .map(([whole, fraction, suffix]) => `${whole}${fraction === undefined ? '' : `.${fraction}`}${suffix}`);
const quantities = texts.map(parse);

const ROUNDING = 1e-9;

test.each([
  // Decimal units.
  ['0', '0'], ['-0', '0'], ['0Ki', '0'], ['+1', '1'], ['1', '1'], ['1.', '1'], ['.5', '500m'], ['0.5', '500m'], ['1.5', '1500m'], ['100m', '100m'],
  ['1000m', '1'], ['2000m', '2'], ['1500000u', '1500m'], ['1n', '1n'], ['1200', '1200'], ['12000', '12k'], ['1e', undefined], ['1E', '1E'],
  ['1000000', '1M'], ['007', '7'], ['0.0000000001', '1n'], ['0.1n', '1n'], ['0.0000000015', '2n'], ['9223372036854775807', '9223372036854775807'],
  // Binary units.
  ['128Mi', '128Mi'], ['1024Mi', '1Gi'], ['1.5Gi', '1536Mi'], ['1536Ki', '1536Ki'], ['1.5Ki', '1536'], ['0.5Ki', '512'], ['0.50048828125Ki', '512500m'], ['1.0001Ki', '1025'], ['257.8125Ki', '264k'],
  ['0.0001Ki', '102400u'], ['1Ei', '1Ei'], ['7Ei', '7Ei'], ['1500Mi', '1500Mi'],
  // Decimal exponents.
  ['1e3', '1e3'], ['1E3', '1e3'], ['1500e-3', '1500e-3'], ['2e0', '2'], ['12e2', '1200'], ['1e+21', undefined], ['1e-999999999', '1e-9'], ['0e999999999', '0'],
])('%s is written as the API server would answer it: %s', (text, canonical) => {
  if (canonical === undefined) {
    expect(() => parse(text)).toThrow();
  } else {
    expect(parse(text).toString()).toBe(canonical);
  }
});

test.each(['', ' ', '1 ', ' 1', '1\n', 'm', '.', '1K', '1ki', '1KI', '1mi', '1mm', '1 Mi', '1,5', '1e', '1e1.5', '1Mi5', '0x10', 'Infinity', 'NaN', '--1', '1_000', '١'])(
  'refuses %j, which Kubernetes does not read', text => {
    expect(() => parse(text)).toThrow(`cpu of web: got ${JSON.stringify(text)}, expected a Kubernetes quantity; write it like 250m, 2, 128Mi or 1.5Gi`);
  },
);

test.each([undefined, null, 1, {}, ['1']])('refuses %j, which is no text', value => {
  expect(() => parse(value as unknown as string)).toThrow('expected a Kubernetes quantity');
});

test('refuses a negative quantity', () => {
  expect(() => parse('-100m')).toThrow(new Error('cpu of web: got "-100m", expected a quantity of 0 or more; remove the minus sign'));
});

test.each(['9223372036854775808', '8Ei', '1e19', '10E', '1e999999999', `1${'0'.repeat(100_000)}`])(
  'refuses what Kubernetes would silently cut, and quickly', text => {
    expect(() => parse(text)).toThrow('expected at most 2^63-1; lower it: Kubernetes cannot hold more');
  },
);

test.each([
  ['128Mi', '1M', '135217728'], ['1Gi', '1Gi', '2Gi'], ['500m', '500m', '1'], ['100m', '128Mi', '134217728100m'], ['0', '1Gi', '1Gi'], ['1Ki', '1m', '1025'], ['0.0001Ki', '1Ki', '1024102400u'],
])('%s + %s = %s, in the units of the first that is something', (a, b, sum) => {
  expect(parse(a).plus(parse(b)).toString()).toBe(sum);
});

test('a sum of nothing is nothing', () => {
  expect(Quantity.sum([]).isZero()).toBe(true);
  expect(Quantity.sum([]).toString()).toBe('0');
});

test('a sum takes the units of its first summand', () => {
  expect(Quantity.sum(['512Mi', '512Mi', '1Gi'].map(parse)).toString()).toBe('2Gi');
});

test.each([['1', '250m'], ['0', '0'], ['1Gi', '256Mi'], ['2n', '1n']])('a quarter of %s is %s', (whole, quarter) => {
  expect(parse(whole).quarter().toString()).toBe(quarter);
});

test.each([-1, 1.5, NaN, Infinity, 2 ** 53])('refuses the factor %s', factor => {
  expect(() => parse('100m').times(factor)).toThrow('factor of 100m: got');
});

test('the larger of two that are equal is the first, with its units', () => {
  expect(parse('1Ki').max(parse('1024')).toString()).toBe('1Ki');
  expect(parse('1024').max(parse('1Ki')).toString()).toBe('1024');
  expect(parse('1').max(parse('1001m')).toString()).toBe('1001m');
});

test.each([
  ['0', '0'], ['1m', '1m'], ['130m', '200m'], ['250m', '500m'], ['501m', '1'], ['1', '1'], ['1500m', '2'], ['3', '5'], ['12', '20'], ['70', '100'],
  ['1Ki', '1Ki'], ['3Mi', '5Mi'], ['300Mi', '500Mi'], ['501Mi', '1Gi'], ['1Gi', '1Gi'], ['1025Mi', '2Gi'], ['3Gi', '5Gi'], ['11Gi', '20Gi'], ['600Gi', '1Ti'],
  ['300', '500'], ['130M', '200M'], ['3e3', '5e3'], ['1.2Ki', '2Ki'],
])('%s is rounded up to the coarse step %s', (text, step) => {
  expect(parse(text).roundUpCoarse().toString()).toBe(step);
});

test('what is written is read back as the same quantity, written the same', () => {
  fc.assert(fc.property(quantities, quantity => {
    const again = parse(quantity.toString());
    expect(again.toString()).toBe(quantity.toString());
    // In binary units the written form is whole bytes.
    expect(again.compare(quantity)).toBeGreaterThanOrEqual(0);
    expect(again.compare(quantity.plus(parse('1')))).toBe(-1);
  }));
});

test('decimal quantities lose nothing by being written', () => {
  fc.assert(fc.property(texts.filter(text => !text.endsWith('i')), text => {
    expect(parse(parse(text).toString()).compare(parse(text))).toBe(0);
  }));
});

test('the value agrees with floating-point arithmetic', () => {
  const factor: Record<string, number> = {
    'n': 1e-9, 'u': 1e-6, 'm': 1e-3, '': 1, 'k': 1e3, 'M': 1e6, 'G': 1e9, 'T': 1e12, 'P': 1e15, 'Ki': 2 ** 10, 'Mi': 2 ** 20, 'Gi': 2 ** 30, 'Ti': 2 ** 40, 'Pi': 2 ** 50,
  };
  fc.assert(fc.property(fc.nat(8000), fc.constantFrom(...Object.keys(factor)), (number, suffix) => {
    const nano = BigInt(Math.round(number * factor[suffix] * 1e9 * (1 - ROUNDING)));
    const more = BigInt(Math.round(number * factor[suffix] * 1e9 * (1 + ROUNDING)));
    expect(parse(`${number}${suffix}`).compare(parse(`${nano}n`))).toBeGreaterThanOrEqual(0);
    expect(parse(`${number}${suffix}`).compare(parse(`${more}n`))).toBeLessThanOrEqual(0);
  }));
});

test('sums are exact: associative, commutative, and a multiple is a repeated sum', () => {
  fc.assert(fc.property(quantities, quantities, quantities, fc.nat(20), (a, b, c, n) => {
    expect(a.plus(b).plus(c).compare(a.plus(b.plus(c)))).toBe(0);
    expect(a.plus(b).compare(b.plus(a))).toBe(0);
    expect(a.times(n).compare(Quantity.sum(Array.from({ length: n }, () => a)))).toBe(0);
    expect(a.compare(b) + b.compare(a)).toBe(0);
    expect(a.max(b).compare(b.max(a))).toBe(0);
  }));
});

test('a coarse step is never less, never far more, and stays where it is', () => {
  fc.assert(fc.property(quantities.filter(q => !q.isZero()), quantity => {
    const coarse = quantity.roundUpCoarse();
    expect(coarse.compare(quantity)).toBeGreaterThanOrEqual(0);
    expect(coarse.times(100).compare(quantity.times(256))).toBe(-1);
    expect(coarse.roundUpCoarse().toString()).toBe(coarse.toString());
    expect(coarse.toString()).toMatch(/^[125]0{0,2}(\D.*)?$/);
  }));
});

test('coarse steps keep the order of what they stand for', () => {
  fc.assert(fc.property(fc.nat(1_000_000), fc.nat(1_000_000), fc.constantFrom('m', 'Ki'), (a, b, unit) => {
    const [less, more] = [Math.min(a, b), Math.max(a, b)].map(n => parse(`${n}${unit}`).roundUpCoarse());
    expect(less.compare(more)).toBeLessThanOrEqual(0);
  }));
});
