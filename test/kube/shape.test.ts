import { App } from 'cdk8s';
import { checkFlag, checkList, checkMember, checkStruct, checkText } from '../../src/kube/shape';

const any = (value: unknown) => value as any;

describe('a list', () => {
  test('is copied, and empty where it was left out', () => {
    const list = ['a'];
    expect(checkList('names', list)).toEqual(['a']);
    expect(checkList('names', list)).not.toBe(list);
    expect(checkList('names', undefined)).toEqual([]);
    expect(checkList('names', any(null))).toEqual([]);
  });

  test('has no holes', () => {
    expect(checkList('names', new Array(2))).toStrictEqual([undefined, undefined]);
  });

  test.each([['a', '"a"'], [{ 0: 'a', length: 1 }, '{"0":"a","length":1}'], [5, '5'], [new Set(['a']), '{}']])('is not %j', (value, shown) => {
    expect(() => checkList('names', any(value))).toThrow(new Error(`names: got ${shown}, expected a list; write [ … ], also around a single value`));
  });
});

describe('named values', () => {
  class Props { public readonly size = '1Gi'; }

  test.each([[{}], [{ a: 1 }], [Object.create(null)], [new Props()], [new App()]])('are any object that is not a collection', value => {
    expect(checkStruct('props', value)).toBe(value);
  });

  test.each([[null], [undefined], ['a'], [5], [['a']], [new Map([['a', 'b']])], [new Date(0)], [() => 1]])('are not %s', value => {
    expect(() => checkStruct('props', any(value))).toThrow(/^props: got .*, expected named values; write { name: value }$/s);
  });
});

describe('a text', () => {
  test.each(['', 'a', '\u{1F40B}\n'])('is %j', value => {
    expect(checkText('value', value)).toBe(value);
  });

  test.each([5, true, null, undefined, {}, 'a\0b'])('is not %j, and is never shown: it may be a credential', value => {
    expect(() => checkText('value', any(value))).toThrow(new Error('value: expected a text without NUL; write numbers and booleans in quotes'));
  });
});

describe('a flag', () => {
  test('is false where it was left out', () => {
    expect([true, false, undefined, null].map(value => checkFlag('shared', any(value)))).toEqual([true, false, false, false]);
  });

  test.each(['false', 0, 1, 'yes', {}])('is not %j', value => {
    expect(() => checkFlag('shared', any(value))).toThrow(new Error(`shared: got ${JSON.stringify(value)}, expected true or false; write it without quotes`));
  });
});

describe('a member of an enum', () => {
  enum Color { RED = 'red', BLUE = 'blue' }

  test('is one of its values', () => {
    expect(checkMember('color', Color.RED, Color)).toBe('red');
  });

  test.each(['RED', 'Red', 'toString', '', 0, null, undefined, ['red']])('is not %j', value => {
    expect(() => checkMember('color', any(value), Color)).toThrow(/^color: got .*, expected one of red, blue; correct it$/);
  });
});
