import { A, B, BOOL, BYTES, DYN, INT, STRING, listOf, mapOf, opaque, optionalOf, showType, typeOf } from '../../src/cel/type';
import type { Type } from '../../src/cel/type';
import { isOptionalType, isSame, isSameAlone, mostGeneral, parametersOf, unwrapped, withParameters } from '../../src/cel/type-relations';

test.each<[Type, Type[]]>([
  [listOf(INT), [INT]], [mapOf(STRING, INT), [STRING, INT]], [typeOf(INT), [INT]], [optionalOf(INT), [INT]], [opaque('net.IP'), []], [INT, []], [A, []],
])('%# a type is made of its parameters', (type, parameters) => {
  expect(parametersOf(type)).toEqual(parameters);
  expect(withParameters(type, parameters)).toEqual(type);
});

test('other parameters make another type of the same kind', () => {
  expect(withParameters(mapOf(STRING, INT), [INT, BYTES])).toEqual(mapOf(INT, BYTES));
  expect(withParameters(optionalOf(A), [INT])).toEqual(optionalOf(INT));
});

test.each<[Type, Type, boolean]>([
  [INT, INT, true], [INT, STRING, false], [listOf(INT), listOf(INT), true], [listOf(INT), listOf(DYN), false], [A, A, true], [A, B, false],
  [opaque('net.IP'), opaque('net.IP'), true], [opaque('net.IP'), opaque('net.CIDR'), false], [typeOf(INT), typeOf(BOOL), false],
  [opaque('x', INT), opaque('x', INT, INT), false],
])('%# types are the same by kind, name and parameters', (a, b, same) => {
  expect(isSame(a, b)).toBe(same);
});

test('two lists are the same but for what they hold', () => {
  expect(isSameAlone(listOf(INT), listOf(STRING))).toBe(true);
  expect(isSameAlone(listOf(INT), optionalOf(INT))).toBe(false);
});

test.each<[Type, Type, string]>([
  [INT, DYN, 'dyn'], [DYN, INT, 'dyn'], [listOf(DYN), listOf(INT), 'list(dyn)'], [listOf(INT), listOf(DYN), 'list(dyn)'],
  [optionalOf(DYN), optionalOf(INT), 'optional_type(dyn)'], [mapOf(STRING, DYN), mapOf(DYN, INT), 'map(dyn, int)'],
  [typeOf(INT), typeOf(STRING), 'type(int)'], [INT, INT, 'int'],
])('%# of two types the one that says less is taken', (a, b, general) => {
  expect(showType(mostGeneral(a, b))).toBe(general);
});

test('an optional is opened, everything else is what it is', () => {
  expect([isOptionalType(optionalOf(INT)), isOptionalType(opaque('net.IP')), isOptionalType(INT)]).toEqual([true, false, false]);
  expect([unwrapped(optionalOf(INT)), unwrapped(INT)]).toEqual([INT, INT]);
});
