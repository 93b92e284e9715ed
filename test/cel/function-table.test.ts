import { evaluated } from './library/evaluated';
import { FunctionTable } from '../../src/cel/function-table';
import { fn, method } from '../../src/cel/overload';
import { BOOL, INT, STRING } from '../../src/cel/type';

const first = fn('size', [STRING], INT, () => 1);
const second = method('size', [STRING], INT, () => 2);
const late = fn('size', [INT], INT, () => 3);
const later = fn('ip', [STRING], BOOL, () => true);

const table = new FunctionTable([
  { name: 'a', since: 0, overloads: [first, fn('+', [INT, INT], INT, () => 0), fn('in', [INT, INT], BOOL, () => true), fn('@keys', [], INT, () => 0)] },
  { name: 'b', since: 28, overloads: [second] },
  { name: 'd', since: 34, overloads: [fn('ip', [INT], BOOL, () => true)] },
  { name: 'c', since: 30, overloads: [late, later] },
], 28);

test('forms stand in the order of their libraries', () => {
  expect(table.named('size')).toEqual([first, second]);
});

test('what a later environment brings is not there yet, but known, the earliest first', () => {
  expect(table.named('ip')).toBeUndefined();
  expect(table.later('ip').map(({ since }) => since)).toEqual([30, 34]);
  expect(table.later('size')).toEqual([{ since: 30, overload: late }]);
  expect(table.later('none')).toEqual([]);
});

test('names are those that can be written as a call', () => {
  expect(table.names()).toEqual(['size']);
});

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['1.0 < dyn(1)', false], ['1 < dyn(1u)', false], ['1u <= dyn(1.5)', true], ['dyn(1) >= 1u', true], ['dyn("a") < dyn("b")', true],
  ['dyn(1) > dyn("a")', '!no such overload'], ['true > dyn(false)', true], ['dyn(b"a") <= dyn(b"a")', true],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
