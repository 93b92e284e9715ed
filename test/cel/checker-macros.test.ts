import { evaluated } from './library/evaluated';
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

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['dyn([1]).map(x, x)', [1]], ['dyn([1]).map(x, true, x)', [1]], ['dyn({"a": 1}).exists(k, k == "a")', true], ['dyn({"a": 1}).all(k, v, v == 1)', true],
  ['dyn([5]).all(i, v, i == 0 && v == 5)', true], ['1.map(x, x)', 'refused'], ['"a".map(x, x)', 'refused'], ['dyn(1).map(x, x)', '!no such overload'],
  ['dyn(1).all(x, true)', '!no such overload'], ['dyn(1).all(x, y, true)', '!no such overload'], ['1.all(x, y, true)', 'refused'], ['[].map(x, x.map(y, y))', []],
  ['[].all(x, x.all(y, z, true))', true], ['[].map(x, x.exists(y, y == 1))', []], ['[[]].map(x, x.map(y, y + 1))', [[]]], ['[[]].all(x, x.all(i, v, v == 1))', true],
  ['[1].optMap(x, x)', 'refused'], ['dyn(optional.of(1)).optMap(x, x)', { optional: [1] }], ['dyn(1).optMap(x, x)', '!no such overload'],
  ['dyn(optional.of(1)).optFlatMap(x, optional.of(x))', { optional: [1] }], ['optional.of(1).optFlatMap(x, dyn(optional.of(x)))', { optional: [1] }],
  ['{1: "a"}.map(k, k + 1)', [2]], ['{1: "a"}.map(k, k + "a")', 'refused'], ['{1: "a"}.all(k, v, v == "a" && k == 1)', true],
  ['{1: "a"}.all(k, v, v == 1)', 'refused'], ['[1].map(x, 1, x)', 'refused'], ['[1].filter(x, "a")', 'refused'], ['[1].exists(x, dyn(true))', true],
  ['[1].filter(x, dyn(1))', '!no such overload'], ['[1].sortBy(x, [x])', 'refused'], ['[1].sortBy(x, {"a": x})', 'refused'], ['[1, 2].sortBy(x, dyn(x))', [1, 2]],
  ['dyn([2, 1]).sortBy(x, x)', [1, 2]], ['[1].map(x, [x].map(x, x + 1))', [[2]]], ['[["a"]].map(x, x[0] + "b")', ['ab']],
  ['[1].transformList(i, v, "a")[0] + "b"', 'ab'], ['{"a": 1}.transformMap(k, v, [v])["a"][0] + 1', 2], ['{"a": 1}.transformMapEntry(k, v, 1)', 'refused'],
  ['{"a": 1}.transformMapEntry(k, v, {1: "b"})[1] + "c"', 'bc'], ['null.map(x, x)', 'refused'], ['optional.of(null).optMap(x, x)', { optional: [null] }],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
