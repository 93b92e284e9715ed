import { printLiteral } from '../../src/cel/print-literal';
import { Double, Timestamp, Uint, Value } from '../../src/cel/value';

test.each<[Value, string]>([
  ['a\'b\\\n\u0000\u202e🐋', '\'a\\\'b\\\\\\n\\u0000\\u202e🐋\''], [5, '5'], [2n ** 62n, `${2n ** 62n}`], [new Uint(5n), '5u'], [new Double(2), '2.0'], [1.5, '1.5'],
  [new Double(-0), '-0.0'], [1e300, '1e300'], [new Double(1e21), '1e21'], [null, 'null'], [true, 'true'], [Uint8Array.from([65, 39, 255]), 'b\'A\\x27\\xff\''],
])('%p is written as %s', (value, text) => {
  expect(printLiteral(value)).toBe(text);
});

test('what no constant can be is no constant', () => {
  expect(() => printLiteral(new Timestamp(0n))).toThrow('no constant can be written for a value of this kind');
});
