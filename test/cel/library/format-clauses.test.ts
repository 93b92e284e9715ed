import { faultOf } from './evaluated';
import { fillClauses, unknownClause } from '../../../src/cel/library/format-clauses';

const told = (text: string, count: number) => fillClauses(text, count, (verb, i, precision) => `<${verb} ${i} ${precision}>`);

test.each([
  ['no clause', 'no clause'], ['%s', '<s 0 6>'], ['%d and %.2f', '<d 0 6> and <f 1 2>'], ['100 %%', '100 %'], ['%%s', '%s'], ['%.0e%X', '<e 0 0><X 1 6>'],
  ['%.1000000f', '<f 0 1000000>'],
])('%s is filled with one value for each clause', (text, filled) => {
  expect(told(text, 2)).toBe(filled);
});

test.each([
  ['%', 'unexpected end of string'], ['a % b', 'unexpected end of string'], ['%s%s%s', 'index 2 out of range'],
  ['%.f', 'precision has no such value: got "", expected 0 to 1000000'], ['%.1000001f', 'precision has no such value: got "1000001", expected 0 to 1000000'],
])('%s cannot be filled', (text, message) => {
  expect(faultOf(() => told(text, 2))).toBe(message);
});

test('a letter that is no clause is named', () => {
  expect(faultOf(() => unknownClause('y'))).toBe('unrecognized formatting clause "y"');
});
