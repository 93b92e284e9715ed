import { mapFrom } from '../../../src/cel/standard/keys';
import {
  BOOL, BYTES, DOUBLE, DURATION, DYN, INT, listOf, mapOf, NULL, opaque, optionalOf, showType, STRING, TIMESTAMP, Type, typeOf, typeParameter, UINT,
} from '../../../src/cel/type';
import { double, Duration, int, Timestamp, TypeValue, uint, Value } from '../../../src/cel/value';

/** A value or a type as the specification writes it down: JSON of a message with one field, whose name says the kind. */
export interface Written {
  readonly [kind: string]: any;
}

/** What has no place in the dialect of Kubernetes: messages and enums of protobuf. */
export class NoPlace extends Error {}

const PRIMITIVES: { readonly [name: string]: Type } = { BOOL, INT64: INT, UINT64: UINT, DOUBLE, STRING, BYTES };
const WELL_KNOWN: { readonly [name: string]: Type } = { ANY: DYN, TIMESTAMP, DURATION };
const MESSAGES: { readonly [name: string]: Type } = { 'google.protobuf.Timestamp': TIMESTAMP, 'google.protobuf.Duration': DURATION };
const NAMED: ReadonlyMap<string, Type> = new Map<string, Type>([
  ...[BOOL, INT, UINT, DOUBLE, STRING, BYTES, NULL, TIMESTAMP, DURATION].map(type => [showType(type), type] as const),
  ['list', listOf(DYN)], ['map', mapOf(DYN, DYN)], ['type', typeOf(DYN)], ['optional_type', optionalOf(DYN)],
]);

export function typeOfWritten(written: Written): Type {
  const [kind, of] = only(written);
  switch (kind) {
    case 'dyn': return DYN;
    case 'null': return NULL;
    case 'primitive': return PRIMITIVES[of];
    case 'wellKnown': return WELL_KNOWN[of];
    case 'listType': return listOf(typeOfWritten(of.elemType));
    case 'mapType': return mapOf(typeOfWritten(of.keyType), typeOfWritten(of.valueType));
    case 'typeParam': return typeParameter(of);
    case 'type': return typeOf(Object.keys(of).length === 0 ? DYN : typeOfWritten(of));
    case 'messageType': return MESSAGES[of] ?? noPlace(`the message ${of}`);
    case 'abstractType': return opaque(of.name, ...(of.parameterTypes ?? []).map(typeOfWritten));
    default: return noPlace(`a type of kind ${kind}`);
  }
}

export function valueOfWritten(written: Written): Value {
  const [kind, of] = only(written);
  switch (kind) {
    case 'nullValue': return null;
    case 'boolValue': case 'stringValue': return of;
    case 'int64Value': return int(BigInt(of));
    case 'uint64Value': return uint(BigInt(of));
    case 'doubleValue': return double(Number(of));
    case 'bytesValue': return new Uint8Array(Buffer.from(of, 'base64'));
    case 'listValue': return (of.values ?? []).map(valueOfWritten);
    case 'mapValue': return mapFrom((of.entries ?? []).map(({ key, value }: Written) => [valueOfWritten(key), valueOfWritten(value)]));
    case 'typeValue': return new TypeValue(NAMED.get(of) ?? noPlace(`the type ${of}`));
    case 'objectValue': return momentOf(of);
    default: return noPlace(`a value of kind ${kind}`);
  }
}

function momentOf({ '@type': url, value }: Written): Value {
  switch (url) {
    case 'type.googleapis.com/google.protobuf.Timestamp': return new Timestamp(BigInt(Date.parse(`${value.slice(0, 19)}Z`)) * 1_000_000n + nanoseconds(value));
    case 'type.googleapis.com/google.protobuf.Duration': {
      const seconds = BigInt(value.replace(/[.s].*/, '').replace('-', '')) * 1_000_000_000n + nanoseconds(value);
      return new Duration(value.startsWith('-') ? -seconds : seconds);
    }
    default: return noPlace(`a message ${url}`);
  }
}

function nanoseconds(text: string): bigint {
  return BigInt((/\.(\d+)/.exec(text)?.[1] ?? '').padEnd(9, '0'));
}

function only(written: Written): [kind: string, of: any] {
  const [entry, ...others] = Object.entries(written);
  if (!entry || others.length > 0) { throw new Error(`message has one field: got ${JSON.stringify(written)}, expected one`); }
  return entry;
}

function noPlace(what: string): never {
  throw new NoPlace(what);
}
