import { callCost, EXPRESSION_COST_LIMIT, POLICY_COST_LIMIT, selfComparison } from '../../src/cel/cost';
import { opaque } from '../../src/cel/type';
import { Optional, OpaqueValue, Value } from '../../src/cel/value';

class Range extends OpaqueValue {
  public readonly type = opaque('net.CIDR');
  public constructor(private readonly text: string) { super(); }
  public equals(other: OpaqueValue): boolean { return other.toString() === this.text; }
  public toString(): string { return this.text; }
}

const TEXT = 'abcdefghijklmnopqrstuvwxyz0123456789';
const RANGE = new Range('192.168.0.0/24');
const cost = (name: string, args: Value[], result?: Value, isCertain = true) => callCost({ name, args, result, isCertain });

// Each figure is what cel-go 0.29 with the estimator of the API server counts.
test.each<[string, Value[], number, Value?]>([
  ['startsWith', [TEXT, 'abcdefghijklm'], 2], ['endsWith', [TEXT, 'a'], 1], ['contains', [TEXT, 'abcdefghijklm'], 8], ['matches', [TEXT, TEXT], 36],
  ['==', [TEXT, TEXT], 4], ['==', [TEXT, ''], 0], ['==', [RANGE, RANGE], 1], ['==', [Optional.of(TEXT), Optional.of(TEXT)], 4],
  ['!=', [[1, 2, 3], [1, 2, 3]], 1], ['+', [TEXT, 'a'], 4], ['+', [1, 1], 1], ['+', [[1], [1]], 1], ['<', [TEXT, TEXT], 4], ['<', [1, 2], 1],
  ['in', [1, [1, 2, 3]], 3], ['in', ['a', { a: 1 }], 1], ['string', [new Uint8Array(36)], 4], ['string', [5], 1], ['bytes', [TEXT], 4],
  ['bytes', [new Uint8Array(36)], 1], ['format', ['%s %d', [TEXT, 1]], 1], ['strings.quote', [TEXT], 4],
  ['sum', [[1, 2, 3]], 3], ['indexOf', [TEXT, 'b'], 3], ['isSorted', [[TEXT, TEXT]], 6], ['includes', [[{ a: [new Uint8Array(10), 1] }], 1], 2],
  ['lowerAscii', [TEXT], 4], ['replace', [TEXT, 'a', 'b'], 8], ['join', [['abc', 'def'], ','], 2, 'abc,def'], ['find', [TEXT, '[a-z]+'], 8],
  ['ip', ['192.168.0.1'], 2], ['ip', [RANGE], 1], ['ip.isCanonical', ['192.168.0.1'], 3], ['quantity', ['100Mi'], 1], ['family', [RANGE], 1],
  ['containsIP', [RANGE, '192.168.0.1'], 3], ['containsIP', [RANGE, RANGE], 1], ['containsIP', [new Range('::/0'), '::1'], 1],
  ['containsCIDR', [RANGE, '192.168.0.0/25'], 5], ['validate', [RANGE, 'abc'], 8],
  ['slice', [[1, 2], 0, 1], 12, [1]], ['lists.range', [10], 21, Array(10).fill(0)], ['reverse', [[1, 2, 3]], 14, [3, 2, 1]],
  ['flatten', [[1, 2, 3]], 14], ['flatten', [[1, 2, 3], 2], 17], ['distinct', [[1, 2, 3]], 29], ['sort', [['a', 'b']], 19],
  ['sets.contains', [[1, 2], [1]], 3], ['sets.equivalent', [[1, 2], [1]], 5],
  ['size', [TEXT], 1], ['size', [[1, 2]], 1],
  ['>', [TEXT, TEXT], 4], ['<=', [TEXT, TEXT], 4], ['>=', [TEXT, TEXT], 4], ['!=', [TEXT, TEXT], 4], ['in', ['a', []], 0],
  ['upperAscii', [TEXT], 4], ['trim', [TEXT], 4], ['substring', [TEXT, 1], 4], ['url', [TEXT], 4], ['cidr', [TEXT], 4], ['isIP', [TEXT], 4], ['isCIDR', [TEXT], 4],
  ['isQuantity', [TEXT], 4], ['semver', [TEXT], 4], ['isSemver', [TEXT], 4], ['split', [TEXT, ','], 8], ['findAll', [TEXT, '[a-z]+'], 8],
  ['lastIndexOf', [TEXT, 'b'], 3], ['max', [[1, 2]], 2], ['min', [[1, 2]], 2], ['sets.intersects', [[1, 2], [1]], 3],
  ['check', [RANGE, 'get'], 350_000], ['fieldSelector', [RANGE, 'a=b'], 111], ['labelSelector', [RANGE, 'ab'], 61],
])('%s of %j costs %i', (...[name, args, expected, result]) => {
  expect(cost(name, args, result)).toBe(expected);
});

test('where several forms may be meant, all cost the same, but for what is counted by name alone', () => {
  expect([cost('+', [TEXT, TEXT], TEXT, false), cost('sort', [['a', 'b']], undefined, false), cost('matches', [TEXT, TEXT], true, false)]).toEqual([1, 1, 1]);
  expect([cost('sum', [[1, 2, 3]], 6, false), cost('lowerAscii', [TEXT], TEXT, false)]).toEqual([3, 4]);
});

test('a text has as many characters as it has code points', () => {
  expect(cost('lowerAscii', ['😀'.repeat(10)])).toBe(1);
});

test('to compare all with all is quadratic, and dearer for texts', () => {
  expect([selfComparison([]), selfComparison([1, 2, 3]), selfComparison(['a', 'b', 'c'])]).toEqual([11, 29, 29]);
  expect(selfComparison(Array(10).fill('a'))).toBe(221);
});

test('the limits are those of the API server', () => {
  expect([EXPRESSION_COST_LIMIT, POLICY_COST_LIMIT]).toEqual([1_000_000, 10_000_000]);
});
