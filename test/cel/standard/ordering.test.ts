import { compare } from '../../../src/cel/standard/ordering';
import { Duration, Timestamp, Value } from '../../../src/cel/value';
import { faultOf } from '../library/evaluated';

test.each<[Value, Value]>([
  [1, 2], ['a', 'b'], ['a', 'ab'], ['\uffff', '\u{10000}'], [false, true], [Uint8Array.from([1]), Uint8Array.from([1, 0])], [new Duration(1n), new Duration(2n)], [new Timestamp(-1n), new Timestamp(0n)],
])('%p comes before %p', (a, b) => {
  expect([Math.sign(compare(a, b)), Math.sign(compare(b, a)), compare(a, a)]).toEqual([-1, 1, 0]);
});

test('values of two kinds have no order', () => {
  expect(faultOf(() => compare(1, 'a'))).toBe('no such overload');
});
