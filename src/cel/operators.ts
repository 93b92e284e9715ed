import { A, B, BOOL, INT, listOf, mapOf, optionalOf } from './type';
import type { Type } from './type';

/** The types of what has no function behind it, but a form of its own in the tree. */
export interface Signature {
  readonly args: readonly Type[];
  readonly result: Type;
}

const LIST = listOf(A);
const MAP = mapOf(A, B);

export const CONDITIONAL: readonly Signature[] = [{ args: [BOOL, A, A], result: A }];

export const INDEX: readonly Signature[] = [
  { args: [LIST, INT], result: A },
  { args: [MAP, A], result: B },
];

/** An index into an optional list or map gives an optional. Only environments with optionals have these. */
export const INDEX_OF_OPTIONAL: readonly Signature[] = [
  { args: [optionalOf(LIST), INT], result: optionalOf(A) },
  { args: [optionalOf(MAP), A], result: optionalOf(B) },
];

export const OPTIONAL_INDEX: readonly Signature[] = [
  { args: [LIST, INT], result: optionalOf(A) },
  { args: [optionalOf(LIST), INT], result: optionalOf(A) },
  { args: [MAP, A], result: optionalOf(B) },
  { args: [optionalOf(MAP), A], result: optionalOf(B) },
];

/** How `transformMap` and `transformMapEntry` put together what they give. */
export const MAP_INSERT: readonly Signature[] = [
  { args: [MAP, A, B], result: MAP },
  { args: [MAP, MAP], result: MAP },
];
