import { evaluated } from './library/evaluated';
import { Parser } from '../../src/cel/parser';
import { print } from '../../src/cel/print';

const tree = (source: string) => new Parser(source).whole();

test.each([
  ['a || b && c', 'or'], ['a && b == c', 'and'], ['a ? b : c ? d : e', 'conditional'], ['a.?b[?0]', 'index'], ['[a, ?b]', 'list'], ['{?a: b}', 'map'],
  ['has(a.b)', 'has'], ['a.all(x, x)', 'macro'], ['a.all(x, y, x)', 'macro'], ['a.map(x, x, x)', 'macro'], ['a.all(x)', 'call'], ['.a', 'ident'],
])('%j is read as %s', (source, kind) => {
  expect(tree(source).kind).toBe(kind);
});

test.each([['1 + 2 * 3', '1 + 2 * 3'], ['(1 + 2) * 3', '(1 + 2) * 3'], ['1 - 2 - 3', '1 - 2 - 3'], ['1 - (2 - 3)', '1 - (2 - 3)'], ['!!a', 'a'], ['--a', 'a'], ['---a', '-a']])(
  '%j binds as %j', (source, text) => {
    expect(print(tree(source))).toBe(text);
  });

test('a number below zero is one constant', () => {
  expect(tree('-9223372036854775808')).toEqual({ kind: 'literal', value: -(2n ** 63n), at: 0 });
});

test('comments and line feeds are passed over', () => {
  expect(print(tree('a // first\n  && b'))).toBe('a && b');
});

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['[1].map(as, as)', 'refused'], ['[1].map(break, break)', 'refused'], ['[1].map(const, const)', 'refused'], ['[1].map(continue, continue)', 'refused'],
  ['[1].map(else, else)', 'refused'], ['[1].map(for, for)', 'refused'], ['[1].map(function, function)', 'refused'], ['[1].map(if, if)', 'refused'],
  ['[1].map(import, import)', 'refused'], ['[1].map(let, let)', 'refused'], ['[1].map(loop, loop)', 'refused'], ['[1].map(package, package)', 'refused'],
  ['[1].map(namespace, namespace)', 'refused'], ['[1].map(return, return)', 'refused'], ['[1].map(var, var)', 'refused'], ['[1].map(void, void)', 'refused'],
  ['[1].map(while, while)', 'refused'], ['[1].map(in, in)', 'refused'], ['[1].map(true, true)', 'refused'], ['[1].map(false, false)', 'refused'],
  ['[1].map(null, null)', 'refused'], ['{"as": 1}.as', 1], ['{"break": 1}.break', 1], ['{"const": 1}.const', 1], ['{"continue": 1}.continue', 1],
  ['{"else": 1}.else', 1], ['{"for": 1}.for', 1], ['{"function": 1}.function', 1], ['{"if": 1}.if', 1], ['{"import": 1}.import', 1], ['{"let": 1}.let', 1],
  ['{"loop": 1}.loop', 1], ['{"package": 1}.package', 1], ['{"namespace": 1}.namespace', 1], ['{"return": 1}.return', 1], ['{"var": 1}.var', 1],
  ['{"void": 1}.void', 1], ['{"while": 1}.while', 1], ['{"in": 1}.in', 'refused'], ['{"true": 1}.true', 'refused'], ['{"false": 1}.false', 'refused'],
  ['{"null": 1}.null', 'refused'], ['--1', 1], ['!!true', true], ['!!!true', false], ['- 1', -1], ['---1', -1], ['-(-1)', 1],
  ['-dyn(1).size()', '!no such overload'], ['1 % 2 * 3', 3], ['7 - 2 - 3', 2], ['2 * 3 % 4', 2], ['20 / 2 / 5', 2], ['1 > 2 == false', true], ['1 <= 1', true],
  ['1 >= 2', false], ['2 > 1', true], ['3 < 1', false], ['1 != 2', true], ['true ? false ? 1 : 2 : 3', 'refused'], ['false ? 1 : true ? 2 : 3', 2],
  ['true || false && false', true], ['(true || false) && false', false], ['1 + 2 * 3 - 4', 3], ['{"a": 1,}', { a: 1 }], ['[1, 2,]', [1, 2]], ['[,]', []],
  ['{"a"}', 'refused'], ['[1 2]', 'refused'], ['(1', 'refused'], ['1)', 'refused'], ['{1: 2}[1]', 2], ['[1][0]', 1], ['{"a": {"b": 1}}.a.b', 1],
  ['{"a b": 1}.`a b`', 1], ['{"a-b": 1}.`a-b`', 1], ['{"a": 1}.`a`', 1], ['`a`', 'refused'], ['size([1])', 1], ['[1].size()', 1], ['[1].`size`()', 'refused'],
  ['size(,1)', 'refused'], ['size(1,)', 'refused'], ['1 in [1] && true', true], ['1 in [1] == true', true], ['.size([1])', 1], ['"a" "b"', 'refused'],
  ['', 'refused'], ['1 ?: 2', 'refused'], ['a.', 'refused'], ['a..b', 'refused'], ['[1].map(x, x > 0 ? x : -x)', [1]], ['{"a": 1}.?a', { optional: [1] }],
  ['{"a": 1}[?"a"]', { optional: [1] }], ['[?optional.of(1)]', [1]], ['{?"a": optional.of(1)}', { a: 1 }], ['-9223372036854775808', -9223372036854775808n],
  ['--9223372036854775808', 'refused'], ['9223372036854775808', 'refused'], ['18446744073709551616u', 'refused'], ['!1', 'refused'], ['-"a"', 'refused'],
  ['1.5.size()', 'refused'], ['"abc"[0]', 'refused'], ['// c\\n1', 'refused'], ['1 // c', 1], ['1 /* c */', 'refused'], ['{,}', {}], ['[,1]', 'refused'],
  ['[1,,]', 'refused'], ['{,"a": 1}', 'refused'],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
