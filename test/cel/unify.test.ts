import { A, B, DURATION, DYN, INT, NULL, STRING, listOf, mapOf, opaque, optionalOf, showType, typeOf } from '../../src/cel/type';
import type { Type } from '../../src/cel/type';
import { Unifier } from '../../src/cel/unify';

test.each<[Type, Type, boolean]>([
  [INT, INT, true], [INT, STRING, false], [INT, DYN, true], [DYN, INT, true], [listOf(INT), listOf(INT), true], [listOf(INT), listOf(STRING), false],
  [listOf(DYN), listOf(INT), true], [listOf(INT), mapOf(INT, INT), false], [typeOf(INT), typeOf(STRING), true], [typeOf(INT), STRING, false],
  [opaque('net.IP'), opaque('net.CIDR'), false], [optionalOf(INT), optionalOf(DYN), true],
])('%# a value goes where its own type is asked for, and dyn goes with everything', (from, to, goes) => {
  expect(new Unifier().assign([from], [to])).toBe(goes);
});

test.each<[Type, boolean]>([[NULL, true], [DURATION, true], [opaque('net.IP'), true], [optionalOf(INT), true], [INT, false], [STRING, false], [listOf(INT), false]])(
  '%# a null stands for what Go can leave out, and for nothing else', (type, goes) => {
    expect([new Unifier().assign([NULL], [type]), new Unifier().assign([type], [NULL])]).toEqual([goes, goes]);
  },
);

test('a parameter is bound by its first use, and others must agree', () => {
  const unifier = new Unifier();
  const [list, element] = unifier.instance([listOf(A), A]);
  expect(unifier.assign([listOf(INT), INT], [list, element])).toBe(true);
  expect(showType(unifier.resolve(element))).toBe('int');
  expect(unifier.assign([STRING], [element])).toBe(false);
});

test('a parameter becomes dyn where a later use is dyn', () => {
  const unifier = new Unifier();
  const [element] = unifier.instance([A]);
  expect(unifier.assign([INT, DYN, STRING], [element, element, element])).toBe(true);
  expect(showType(unifier.resolve(listOf(element)))).toBe('list(dyn)');
});

test('an attempt that fails leaves nothing behind', () => {
  const unifier = new Unifier();
  const [a, b] = unifier.instance([A, B]);
  expect(unifier.assign([INT, STRING, INT], [a, b, b])).toBe(false);
  expect([unifier.resolve(a, true), unifier.resolve(b, true)]).toEqual([DYN, DYN]);
  expect(unifier.assign([STRING], [a])).toBe(true);
});

test('an attempt that fails takes back only what it changed itself', () => {
  const unifier = new Unifier();
  const [a, b] = unifier.instance([A, B]);
  expect(unifier.assign([INT], [a])).toBe(true);
  expect(unifier.assign([DYN, INT, STRING], [a, b, b])).toBe(false);
  expect(unifier.resolve(a)).toEqual(INT);
});

test('a parameter cannot hold itself', () => {
  const unifier = new Unifier();
  const [a] = unifier.instance([A]);
  expect(unifier.assign([listOf(a)], [a])).toBe(false);
  expect(unifier.assign([a], [a])).toBe(true);
});

test('each instance has parameters of its own, one for each name', () => {
  const unifier = new Unifier();
  expect(unifier.instance([mapOf(A, B), A]).map(showType)).toEqual(['map(_var0, _var1)', '_var0']);
  expect(unifier.instance([A]).map(showType)).toEqual(['_var2']);
});

test('what nothing is known of is dyn in the end', () => {
  const unifier = new Unifier();
  const fresh = unifier.fresh();
  expect([showType(unifier.resolve(listOf(fresh))), showType(unifier.resolve(listOf(fresh), true))]).toEqual(['list(_var0)', 'list(dyn)']);
});
