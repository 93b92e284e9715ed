import {
  A, B, BOOL, BYTES, DOUBLE, DURATION, DYN, INT, listOf, mapOf, NULL, opaque, optionalOf, showType, STRING, TIMESTAMP, Type, typeOf,
  typeParameter, UINT,
} from '../../src/cel/type';

test.each<[string, Type]>([
  ['null_type', NULL], ['bool', BOOL], ['int', INT], ['uint', UINT], ['double', DOUBLE], ['string', STRING], ['bytes', BYTES], ['dyn', DYN],
  ['google.protobuf.Duration', DURATION], ['google.protobuf.Timestamp', TIMESTAMP],
  ['list(map(string, list(dyn)))', listOf(mapOf(STRING, listOf(DYN)))],
  ['type(int)', typeOf(INT)],
  ['net.IP', opaque('net.IP')],
  ['optional_type(list(int))', optionalOf(listOf(INT))],
  ['kubernetes.Request', { kind: 'object', name: 'kubernetes.Request', fields: { name: STRING } }],
  ['A', A], ['B', B], ['K', typeParameter('K')],
])('is shown as %s, as the API server writes it', (text, type) => {
  expect(showType(type)).toBe(text);
});
