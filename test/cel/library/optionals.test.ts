import { evaluated } from './evaluated';

test.each([
  ['optional.of(1)', { optional: [1] }],
  ['optional.none()', { optional: [] }],
  ['optional.of(null).hasValue()', true],
  ['optional.none().hasValue()', false],
  ['optional.of(1).value()', 1],
  ['optional.of(1).or(optional.of(2)).value()', 1],
  ['optional.none().or(optional.of(2)).value()', 2],
  ['optional.of(1).orValue(2)', 1],
  ['optional.none().orValue(2)', 2],
  ['[1, 2].first()', { optional: [1] }],
  ['[1, 2].last()', { optional: [2] }],
  ['[].first()', { optional: [] }],
  ['[].last()', { optional: [] }],
  ['optional.unwrap([optional.of(1), optional.none(), optional.of(2)])', [1, 2]],
  ['[optional.none(), optional.of(1)].unwrapOpt()', [1]],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});

test.each([
  ['0', []], ['1', [1]], ['""', []], ['"a"', ['a']], ['[]', []], ['{}', []], ['null', []], ['false', []], ['optional.none()', [{ optional: [] }]],
])('optional.ofNonZeroValue(%s) holds %j', (value, held) => {
  expect(evaluated(`optional.ofNonZeroValue(${value})`)).toEqual({ optional: held });
});

test('the value of nothing is a fault, and what is no optional cannot be unwrapped', () => {
  expect(evaluated('optional.none().value()')).toBe('!optional.none() dereference');
  expect(evaluated('[dyn(optional.of(1)), dyn(2)].unwrapOpt()')).toBe('!value is no optional');
});

test('the other value must have the type of the first', () => {
  expect(evaluated('optional.of(1).orValue("a")')).toBe('refused');
  expect(evaluated('optional.of(dyn(1)).orValue("a")')).toBe(1);
});

test('they come with the environment of 1.28, all at once', () => {
  for (const source of ['optional.of(1).value()', '[1].first().value()', '[1].last().value()', '[optional.of(1)].unwrapOpt()[0]']) {
    expect([source, evaluated(source, {}, 27), evaluated(source, {}, 28)]).toEqual([source, 'refused', 1]);
  }
});
