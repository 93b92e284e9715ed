import { evaluated } from './library/evaluated';
import { CelError } from '../../src/cel/cel-error';
import { tokensOf } from '../../src/cel/lexer';

const words = (source: string) => tokensOf(source).map(({ kind, text }) => [kind, text]);

test('an expression falls into words, the last of which is its end', () => {
  expect(words('a.`b-c` >= 0x1Fu')).toEqual([['name', 'a'], ['sign', '.'], ['quoted', 'b-c'], ['sign', '>='], ['number', '0x1Fu'], ['end', '']]);
});

test.each(['"a\\"b"', 'r"a\\"', '\'\'\'a\nb\'\'\'', 'b"\\xff"', 'br\'\\\'', '""'])('%s is one text', text => {
  expect(words(text)).toEqual([['text', text], ['end', '']]);
});

test.each([['"a', 'text is not closed on its line'], ['`a', 'name in backticks is not closed'], ['a = b', 'character has no meaning here: got "=", expected a part of an expression; write =='], ['#', 'character has no meaning here: got "#"']])(
  '%j has no meaning, and that is said', (source, reason) => {
    expect(() => tokensOf(source)).toThrow(CelError);
    expect(() => tokensOf(source)).toThrow(reason);
  });

test('a text of more than 100,000 characters is not looked at', () => {
  expect(() => tokensOf(' '.repeat(100_001))).toThrow('expression is too long: got 100001 characters, expected at most 100000');
  expect(words(' '.repeat(100_000))).toEqual([['end', '']]);
});

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['1.5e+10 == 15000000000.0', true], ['1.5E-10', 1.5e-10], ['1e10 == 10000000000.0', true], ['1E+5 == 100000.0', true], ['.5', 0.5], ['.5e1 == 5.0', true],
  ['.25e-10', 2.5e-11], ['0x1F', 31], ['0X1f', 'refused'], ['0xFFU == 255u', true], ['12U == 12u', true], ['1.e5', 'refused'], ['1e', 'refused'], ['0x', 'refused'],
  ['1.', 'refused'], ['5.5.5', 'refused'], ['1e12 == 1000000000000.0', true], ['1.25e12 == 1250000000000.0', true], ['2.5e10 == 25000000000.0', true],
  ['12e12 == 12000000000000.0', true], ['1.55e-11', 1.55e-11], ['0xabcdefu == 11259375u', true], ['0xABCDEF', 11259375], ['1_000', 'refused'], ['"a\\\'b"', 'a\'b'],
  ['\'a\\"b\'', 'a"b'], ['"""a"b"""', 'a"b'], ['\'\'\'a\'b\'\'\'', 'a\'b'], ['r"a\\n"', 'a\\n'], ['R\'a\\\'', 'a\\'], ['r"""a"b\\"""', 'a"b\\'],
  ['rb\'a\'', 'refused'], ['br\'a\' == b\'a\'', true], ['Br\'abc\' == b\'abc\'', true], ['b"""a"b""" == b"a\\"b"', true], ['"a', 'refused'], ['"a\\nb"', 'a\nb'],
  ['r\'\'\'abc\\d\'\'\'', 'abc\\d'], ['r\'\'\'a\'b\'\'\'', 'a\'b'], ['r\'\'\'\'\'\'', ''], ['"\\u00e4"', 'ä'], ['"\\U0001F40B"', '🐋'], ['"\\x41\\X42"', 'AB'],
  ['"\\101"', 'A'], ['"\\400"', 'refused'], ['"\\q"', 'refused'], ['"\\?\\`\\a"', '?`'], ['"\\ud800"', 'refused'], ['"\\U00110000"', 'refused'],
  ['b\'\\u00e4\'', 'refused'], ['b\'\\xff\' == b\'\\377\'', true], ['@', 'refused'], ['a#b', 'refused'], ['$', 'refused'], ['1&2', 'refused'], ['true&&true', true],
  ['true|true', 'refused'], ['"\\a\\b\\f\\n\\r\\t\\v" == "\\x07\\x08\\x0c\\x0a\\x0d\\x09\\x0b"', true], ['0X1fu', 'refused'], ['0x1Fu == 31u', true],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
