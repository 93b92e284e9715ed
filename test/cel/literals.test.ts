import { numberValue, textValue } from '../../src/cel/literals';
import { Double, Uint } from '../../src/cel/value';

test.each<[string, unknown]>([
  ['12', 12], ['0x1F', 31], ['-0x1F', -31], ['9223372036854775807', 2n ** 63n - 1n], ['12u', new Uint(12n)], ['1.5', 1.5], ['2.0', new Double(2)], ['.5e1', new Double(5)],
])('%s is its value', (text, value) => {
  expect(numberValue(text, text, 0)).toEqual(value);
});

test.each(['9223372036854775808', '18446744073709551616u', '1e400'])('%s does not fit', text => {
  expect(() => numberValue(text, text, 0)).toThrow(/does not fit into 64 bits|too large for a double/);
});

test.each<[string, unknown]>([
  ['"a\\n\\u00e4\\U0001f40b\\x41\\101"', 'a\nä🐋AA'], ['r"\\n"', '\\n'], ['\'\'\'a"b\'\'\'', 'a"b'], ['b"ä\\xff"', Uint8Array.from([0xc3, 0xa4, 0xff])], ['""', ''],
])('%s is its text', (token, value) => {
  expect(textValue(token, token, 0)).toEqual(value);
});

test.each([['"\\ud800"', 'escape stands for no character'], ['"\\q"', 'escape is unknown'], ['b"\\u0041"', 'bytes have no code points']])('%s is refused', (token, reason) => {
  expect(() => textValue(token, token, 0)).toThrow(reason);
});
