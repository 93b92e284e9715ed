import { isCertain } from '../../src/cel/certainty';
import { A, BOOL, BYTES, DOUBLE, DURATION, DYN, INT, listOf, mapOf, NULL, opaque, optionalOf, STRING, Type, UINT } from '../../src/cel/type';

test.each([BOOL, INT, UINT, DOUBLE, STRING, BYTES])('%j is always what it says', type => {
  expect([isCertain(type, type), isCertain(type, DYN), isCertain(type, A)]).toEqual([true, true, true]);
});

test.each<[Type, Type, boolean]>([
  [DYN, INT, false], [DYN, A, true], [DURATION, DURATION, false], [NULL, DURATION, false], [opaque('net.IP'), opaque('net.IP'), false],
  [optionalOf(INT), optionalOf(A), false], [listOf(INT), listOf(INT), true], [listOf(DYN), listOf(INT), false], [listOf(DYN), listOf(A), true],
  [listOf(DURATION), listOf(DURATION), false], [mapOf(STRING, INT), mapOf(A, A), true], [mapOf(STRING, DYN), mapOf(STRING, INT), false],
  [listOf(INT), INT, false],
])('%# what may be null or unknown is not sure', (type, wanted, certain) => {
  expect(isCertain(type, wanted)).toBe(certain);
});
