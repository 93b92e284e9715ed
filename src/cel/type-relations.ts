import type { Type } from './type';

/** What a type is made of. The key and the value of a map, the element of a list. */
export function parametersOf(type: Type): readonly Type[] {
  switch (type.kind) {
    case 'list': return [type.element];
    case 'map': return [type.key, type.value];
    case 'type': return [type.of];
    case 'opaque': return type.parameters;
    default: return [];
  }
}

/** The same type with other parameters. */
export function withParameters(type: Type, parameters: readonly Type[]): Type {
  switch (type.kind) {
    case 'list': return { ...type, element: parameters[0] };
    case 'map': return { ...type, key: parameters[0], value: parameters[1] };
    case 'type': return { ...type, of: parameters[0] };
    case 'opaque': return { ...type, parameters };
    default: return type;
  }
}

/** Both are one type, their parameters included. */
export function isSame(a: Type, b: Type): boolean {
  return a === b || (isSameAlone(a, b) && everyPair(a, b, isSame));
}

/** Both are one type, whatever their parameters: kind and name. */
export function isSameAlone(a: Type, b: Type): boolean {
  return a.kind === b.kind && (!('name' in a) || a.name === (b as typeof a).name)
    && parametersOf(a).length === parametersOf(b).length;
}

/** The one of two types that go together that says less: the one with `dyn` where the other has a type. */
export function mostGeneral(a: Type, b: Type): Type {
  return saysNoMore(a, b) ? a : b;
}

function saysNoMore(a: Type, b: Type): boolean {
  if (isOpen(a)) { return true; }
  if (isOpen(b)) { return false; }
  // A type of types is one whatever it is the type of.
  return a.kind === 'type' ? b.kind === 'type' : isSameAlone(a, b) && everyPair(a, b, saysNoMore);
}

function isOpen(type: Type): boolean {
  return type.kind === 'dyn' || type.kind === 'parameter';
}

function everyPair(a: Type, b: Type, holds: (a: Type, b: Type) => boolean): boolean {
  const others = parametersOf(b);
  return parametersOf(a).every((parameter, index) => holds(parameter, others[index]));
}

/** The type inside an optional; the type itself where it is none. */
export function unwrapped(type: Type): Type {
  return isOptionalType(type) ? parametersOf(type)[0] : type;
}

export function isOptionalType(type: Type): boolean {
  return type.kind === 'opaque' && type.name === 'optional_type';
}
