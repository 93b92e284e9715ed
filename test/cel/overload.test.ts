import { fn, method } from '../../src/cel/overload';
import { INT, STRING } from '../../src/cel/type';

test('a function and a method differ in how they are called', () => {
  const run = (text: string) => text.length;
  expect(fn('size', [STRING], INT, run)).toEqual({ name: 'size', isMethod: false, args: [STRING], result: INT, run });
  expect(method('size', [STRING], INT, run)).toEqual({ name: 'size', isMethod: true, args: [STRING], result: INT, run });
});
