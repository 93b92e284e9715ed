import { quote, quoteAsGo } from '../../../src/cel/library/quote';

test('a text in quotes keeps everything but what the language escapes', () => {
  expect(quote('a"b\\c\n\t\r\u0007\b\f\v')).toBe('"a\\"b\\\\c\\n\\t\\r\\a\\b\\f\\v"');
  expect(quote('é\u0001\u200b😀')).toBe('"é\u0001\u200b😀"');
  expect(quote('a\ud800b')).toBe('"a\ufffdb"');
  expect(quote('')).toBe('""');
});

test('as Go writes it, what is not printed stands as an escape', () => {
  expect(quoteAsGo('a"b\\c\n\u0007')).toBe('"a\\"b\\\\c\\n\\a"');
  expect(quoteAsGo('é 😀')).toBe('"é 😀"');
  expect(quoteAsGo('\u0001\u007f\u200b\u00ad\u2028\u{e0001}')).toBe('"\\x01\\x7f\\u200b\\u00ad\\u2028\\U000e0001"');
});
