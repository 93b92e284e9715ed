import { CelEnvironment } from '../../src/cel/environment';
import { optionalChain, valueOrOther } from '../../src/cel/optional-chain';
import { parse } from '../../src/cel/parse';
import { DYN } from '../../src/cel/type';
import { Fault, Optional, Value } from '../../src/cel/value';

describe('a chain of optional fields', () => {
  test('begins at its first question mark', () => {
    const chain = optionalChain(parse('a.b.?c.d.?e'))!;
    expect(chain.fields).toEqual(['c', 'd', 'e']);
    expect(chain.operand).toEqual(parse('a.b'));
  });

  test('is none without a question mark, or where something else comes last', () => {
    expect(optionalChain(parse('a.b.c'))).toBeUndefined();
    expect(optionalChain(parse('a.?b[0]'))).toBeUndefined();
    expect(optionalChain(parse('f(a.?b)'))).toBeUndefined();
  });
});

describe('its value, or another', () => {
  const evaluate = (text: string, a: Value) => CelEnvironment.of(36).compile(text, { a: DYN }).evaluate({ a });

  test.each<[string, Value, Value]>([
    ['a.?b.orValue(7)', { b: 1 }, 1],
    ['a.?b.orValue(7)', {}, 7],
    ['a.?b.orValue(7)', 'no map', 7],
    ['a.?b.c.orValue(7)', { b: { c: 2 } }, 2],
    ['a.?b.c.orValue(7)', { b: {} }, 7],
    ['a.?b.?c.orValue(7)', {}, 7],
    ['a.?b.?hasOwnProperty.orValue(7)', { b: {} }, 7],
    ['a.?b.orValue(1 / 0)', { b: null }, null],
    ['optional.of(a).?b.c.orValue(7)', { b: { c: 3 } }, 3],
    ['optional.none().?b.orValue(7)', {}, 7],
    ['dyn({"b": optional.of({"c": 4})}).?b.c.orValue(7)', {}, 4],
    ['dyn({"b": optional.none()}).?b.c.orValue(7)', {}, 7],
  ])('%s with %j', (text, a, value) => {
    expect(evaluate(text, a)).toEqual(value);
  });

  test('a list is asked by numbers', () => {
    expect(() => evaluate('a.?b.?c.orValue(7)', { b: [] })).toThrow(new Fault('unsupported index type \'string\' in list') as unknown as Error);
    expect(() => evaluate('a.?b.orValue(7)', [])).toThrow(new Fault('unsupported index type \'string\' in list') as unknown as Error);
  });

  test('the other is looked at only where it is needed', () => {
    const never = () => { throw new Error('looked at'); };
    const frame = { values: {}, locals: [], steps: 0, cost: 0 };
    expect(valueOrOther(() => ({ b: 1 }), ['b'], never)(frame)).toBe(1);
    expect(valueOrOther(() => Optional.of({ b: 1 }), ['b'], never)(frame)).toBe(1);
    expect(() => valueOrOther(() => ({}), ['b'], never)(frame)).toThrow('looked at');
  });
});
