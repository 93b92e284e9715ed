import { CelError } from '../../src/cel/cel-error';
import { CelEnvironment } from '../../src/cel/environment';
import { DYN, optionalOf, INT, showType } from '../../src/cel/type';

function typeOf(source: string): string {
  try {
    return showType(CelEnvironment.of(34).compile(source, { x: DYN, maybe: optionalOf(INT) }).type);
  } catch (error) {
    if (error instanceof CelError) { return `refused: ${error.reason}`; }
    throw error;
  }
}

// Each type is what cel-go 0.29 finds.
test.each([
  ['[1].all(e, e > 0)', 'bool'], ['[1].exists(e, dyn(e))', 'bool'], ['[1].exists_one(e, dyn("a"))', 'bool'], ['[].all(e, e)', 'bool'],
  ['[1].map(e, "a")', 'list(string)'], ['[1].map(e, dyn(true), e)', 'list(int)'], ['[].map(e, e + 1)', 'list(int)'], ['[].map(e, e.foo)', 'list(dyn)'],
  ['x.map(e, e)', 'list(dyn)'], ['{"a": 1}.map(k, k)', 'list(string)'], ['[1].filter(e, dyn(e))', 'list(int)'], ['[].filter(e, e)', 'list(bool)'],
  ['[5].all(i, e, i == e)', 'bool'], ['{"a": 1}.all(k, v, k == "a" && v == 1)', 'bool'], ['["a"].transformList(i, e, i)', 'list(int)'],
  ['{"a": 1}.transformMap(k, v, [v])', 'map(string, list(int))'], ['[1].transformMap(i, e, "a")', 'map(int, string)'],
  ['{"a": 1}.transformMapEntry(k, v, {v: k})', 'map(int, string)'], ['x.transformMapEntry(k, v, {"z": 1})', 'map(string, int)'],
  ['maybe.optMap(v, v + 1)', 'optional_type(int)'], ['x.?a.optMap(v, v.b)', 'optional_type(dyn)'], ['x.optMap(v, v)', 'optional_type(dyn)'],
  ['maybe.optFlatMap(v, x.?a)', 'optional_type(dyn)'], ['maybe.optFlatMap(v, dyn(v))', 'dyn'],
  ['[3, 1].sortBy(e, -e)', 'list(int)'], ['x.sortBy(e, e.a)', 'dyn'], ['x.sortBy(e, string(e))', 'list(dyn)'], ['[].sortBy(e, e)', 'list(int)'],
])('%s is a %s', (source, type) => {
  expect(typeOf(source)).toBe(type);
});

test.each([
  ['[1].all(e, e)', 'body of all is no condition: got int'], ['[1].filter(e, e)', 'body of filter is no condition: got int'],
  ['[1].map(e, 1, e)', 'filter of map is no condition: got int'], ['"abc".map(e, e)', 'value cannot be gone through: got string'],
  ['"abc".all(i, e, true)', 'value cannot be gone through: got string'], ['(1).optMap(v, v)', '"optMap" asks for an optional: got int'],
  ['maybe.optFlatMap(v, v + 1)', 'body of optFlatMap is no optional: got int'], ['{"a": 1}.transformMapEntry(k, v, 1)', 'body of transformMapEntry is no map'],
  ['x.sortBy(e, {})', 'nothing to sort, or its keys have no order'], ['{"a": 1}.sortBy(e, e)', 'nothing to sort'], ['[1].exists_one(e, "a")', 'got string'],
  ['[1].existsOne(e, true)', 'unknown'],
])('%s is refused', (source, reason) => {
  expect(typeOf(source)).toContain('refused: ');
  expect(typeOf(source)).toContain(reason);
});
