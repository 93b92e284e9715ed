/** Static types of the dialect. `dyn` goes with everything; whether it does is seen when the expression runs. */
export type Type = Simple | ListType | MapType | TypeOf | Opaque | ObjectType | TypeParameter;

export interface Simple {
  readonly kind: 'null' | 'bool' | 'int' | 'uint' | 'double' | 'string' | 'bytes' | 'duration' | 'timestamp' | 'dyn';
}

export interface ListType {
  readonly kind: 'list';
  readonly element: Type;
}

export interface MapType {
  readonly kind: 'map';
  readonly key: Type;
  readonly value: Type;
}

/** The type of a type: what `type(x)` has. */
export interface TypeOf {
  readonly kind: 'type';
  readonly of: Type;
}

/** A type that a library brings, by its name in the dialect: `kubernetes.Quantity`, `optional_type` with its parameter. */
export interface Opaque {
  readonly kind: 'opaque';
  readonly name: string;
  readonly parameters: readonly Type[];
}

/** A map with known fields, such as `request`. Reading a field that it does not have is an error before anything runs. */
export interface ObjectType {
  readonly kind: 'object';
  readonly name: string;
  readonly fields: { readonly [field: string]: Type };
}

/** Stands for one type throughout the signature of one overload. */
export interface TypeParameter {
  readonly kind: 'parameter';
  readonly name: string;
}

const simple = (kind: Simple['kind']): Simple => ({ kind });

export const NULL = simple('null');
export const BOOL = simple('bool');
export const INT = simple('int');
export const UINT = simple('uint');
export const DOUBLE = simple('double');
export const STRING = simple('string');
export const BYTES = simple('bytes');
export const DURATION = simple('duration');
export const TIMESTAMP = simple('timestamp');
export const DYN = simple('dyn');

export const A = typeParameter('A');
export const B = typeParameter('B');

export function typeParameter(name: string): TypeParameter {
  return { kind: 'parameter', name };
}

export function listOf(element: Type): ListType {
  return { kind: 'list', element };
}

export function mapOf(key: Type, value: Type): MapType {
  return { kind: 'map', key, value };
}

export function typeOf(of: Type): TypeOf {
  return { kind: 'type', of };
}

export function opaque(name: string, ...parameters: Type[]): Opaque {
  return { kind: 'opaque', name, parameters };
}

export function optionalOf(of: Type): Opaque {
  return opaque('optional_type', of);
}

/** As the API server's own messages write it: `list(map(string, dyn))`. */
export function showType(type: Type): string {
  switch (type.kind) {
    case 'null': return 'null_type';
    case 'duration': return 'google.protobuf.Duration';
    case 'timestamp': return 'google.protobuf.Timestamp';
    case 'list': return `list(${showType(type.element)})`;
    case 'map': return `map(${showType(type.key)}, ${showType(type.value)})`;
    case 'type': return `type(${showType(type.of)})`;
    case 'opaque': return type.parameters.length === 0 ? type.name : `${type.name}(${type.parameters.map(showType).join(', ')})`;
    case 'object': case 'parameter': return type.name;
    default: return type.kind;
  }
}
