import { amount, amounts, eachIn, filled, within, withoutEmpty } from '../../src/policy/policy-fill';

const mark = (object: object) => ({ ...object, seen: true });

test('what is missing is filled in, and what is there stays', () => {
  expect(filled({ a: 1 }, { a: 2, b: 3 })).toEqual({ a: 1, b: 3 });
});

test('only objects inside are changed', () => {
  expect(within({ a: {}, b: 'text', c: [], d: null }, { a: mark, b: mark, c: mark, d: mark, e: mark })).toEqual({ a: { seen: true }, b: 'text', c: [], d: null });
  expect(eachIn({ a: [{}, 'text', null], b: {}, c: 'text' }, { a: mark, b: mark, c: mark, d: mark })).toEqual({ a: [{ seen: true }, 'text', null], b: {}, c: 'text' });
});

test('an object in which nothing changes is given back as it is', () => {
  const object = { a: 1, list: 'text' };
  expect(within(object, { b: mark })).toBe(object);
  expect(eachIn(object, { list: mark })).toBe(object);
  expect(withoutEmpty(object, ['a', 'b'])).toBe(object);
});

test.each([['1000m', '1'], ['1024Mi', '1Gi'], [0.5, '500m'], [2, '2'], ['0.1', '100m'], ['1e3', '1e3'], ['text', 'text'], ['-1', '-1'], [null, null], [{}, {}]])(
  'the amount %j is written %j', (value, expected) => { expect(amount(value)).toEqual(expected); },
);

test('all amounts of a map have one form each', () => {
  expect(amounts({ cpu: '2000m', memory: '2048Ki' })).toEqual({ cpu: '2', memory: '2Mi' });
});

test('what is empty is left out where the field is named', () => {
  const object = { a: [], b: {}, c: '', d: false, e: 0, f: [1], g: true, h: [], i: { j: 1 } };
  expect(withoutEmpty(object, ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'i', 'z'])).toEqual({ e: 0, f: [1], g: true, h: [], i: { j: 1 } });
});
