import { freeNames } from '../../src/cel/free-names';
import { parse } from '../../src/cel/parse';

test.each([
  ['a.b + c', ['a', 'c']], ['a.all(x, x == y)', ['a', 'y']], ['x.all(x, x)', ['x']], ['a.all(x, .x)', ['a', 'x']], ['a.all(x, b.all(y, x == y))', ['a', 'b']], ['1', []],
])('the names that %s takes from outside are %j', (source, names) => {
  expect([...freeNames(parse(source))].sort()).toEqual(names);
});
