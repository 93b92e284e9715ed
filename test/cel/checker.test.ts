import { CelError } from '../../src/cel/cel-error';
import { CelEnvironment } from '../../src/cel/environment';
import { DYN, INT, listOf, showType, STRING, Type } from '../../src/cel/type';

const REQUEST: Type = { kind: 'object', name: 'kubernetes.Request', fields: { name: STRING, ids: listOf(INT) } };

function typeOf(source: string, minor = 34): string {
  try {
    return showType(CelEnvironment.of(minor).compile(source, { x: DYN, request: REQUEST, numbers: listOf(INT) }).type);
  } catch (error) {
    if (error instanceof CelError) { return `refused: ${error.reason}`; }
    throw error;
  }
}

// Each type is what cel-go 0.29 finds.
test.each([
  ['1', 'int'], ['1u', 'uint'], ['1.0', 'double'], ['b\'a\'', 'bytes'], ['null', 'null_type'], ['true', 'bool'], ['x', 'dyn'], ['x.a.b', 'dyn'],
  ['x.?a', 'optional_type(dyn)'], ['x.?a.b', 'optional_type(dyn)'], ['x[0]', 'dyn'], ['x[?0]', 'dyn'], ['has(x.a.b)', 'bool'],
  ['request.name', 'string'], ['request.?ids', 'optional_type(list(int))'], ['numbers[0]', 'int'], ['numbers[?0]', 'optional_type(int)'],
  ['[]', 'list(dyn)'], ['[[], [1]]', 'list(list(int))'], ['{}', 'map(dyn, dyn)'], ['{"a": 1}', 'map(string, int)'], ['{"a": 1}.b', 'int'],
  ['[][0] + 1', 'int'], ['{}.a', 'dyn'], ['{}["a"]', 'dyn'],
  ['1 + 1', 'int'], ['x + 1', 'int'], ['x + x', 'dyn'], ['[1] + [dyn("a")]', 'list(dyn)'], ['1 in [1]', 'bool'], ['x in x', 'bool'],
  ['x ? 1 : 2', 'int'], ['x ? 1 : dyn("a")', 'dyn'], ['x ? null : duration("1s")', 'null_type'], ['null == duration("1s")', 'bool'],
  ['type(1)', 'type(int)'], ['int', 'type(int)'], ['google.protobuf.Timestamp', 'type(google.protobuf.Timestamp)'], ['[1].map(int, int)', 'list(int)'],
  ['size("a")', 'int'], ['x.size()', 'int'], ['x && x.a', 'bool'], ['!x', 'bool'], ['-x', 'dyn'], ['.x', 'dyn'], ['numbers.map(x, .x)', 'list(dyn)'],
])('%s is a %s', (source, type) => {
  expect(typeOf(source)).toBe(type);
});

test.each([
  ['1 == 1.0', '"==" does not take these values: got (int, double)'], ['1 + "a"', '"+" does not take these values: got (int, string)'],
  ['[1, 2.0]', 'parts of a list or a map have several types: got double, expected int like those before it'],
  ['[1, dyn(2.0)]', 'parts of a list or a map have several types: got dyn, expected int like those before it'],
  ['{"a": 1, 2: 3}', 'got int, expected string like those before it'], ['{"a": 1, "b": "c"}', 'got string, expected int like those before it'],
  ['x ? 1 : "a"', 'got (dyn, int, string), expected (bool, T, T)'], ['1 ? 2 : 3', 'got (int, int, int), expected (bool, T, T)'],
  ['true && 1', 'term of && is no condition: got int, expected bool'], ['1.foo', 'value has no fields: got int, expected a map or an object'],
  ['null == 1', 'got (null_type, int)'], ['request.missing', 'field does not exist: got missing, expected one of name, ids of kubernetes.Request'],
  ['has(request.missing)', 'field does not exist: got missing'], ['numbers["a"]', 'value cannot be indexed so: got (list(int), string)'],
  ['missing', 'name is unknown: got missing, expected one of x, request, numbers; declare it, or correct it'], ['size(1)', 'got (int)'],
  ['"a".startsWith(1)', 'got (string, int)'], ['[?1]', 'part is no optional: got int, expected one; remove the ?'], ['foo(1)', 'function is unknown: got foo'],
  ['foo.bar(1)', 'foo.bar'], ['x.foo(1)', 'function is unknown: got foo'], ['contains("a", "b")', 'contains'],
])('%s is refused', (source, reason) => {
  expect(typeOf(source)).toContain('refused: ');
  expect(typeOf(source)).toContain(reason);
});

test.each([
  ['"%s".format([[1, "a", {"b": 2, 3: null}]])', 'string'], ['"%s %s".format([1, "a"])', 'string'], ['"%s".format([{"a": [1, 2.0]}.a])', 'string'],
  ['["a", 1][0].format([1])', 'string'],
])('lists and maps of several types can be what a text is filled with: %s', (source, type) => {
  expect(typeOf(source)).toBe(type);
});

test('beside such a text, lists and maps have one type still', () => {
  expect(typeOf('["%s".format([1]), 2]')).toContain('refused: parts of a list or a map have several types: got int, expected string');
  expect(typeOf('"%s".format([1]) == "a" ? [1, "b"] : []')).toContain('refused: parts of a list or a map have several types: got string, expected int');
});
