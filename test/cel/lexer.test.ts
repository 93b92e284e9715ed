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
