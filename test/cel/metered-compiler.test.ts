import { CelEnvironment } from '../../src/cel/environment';
import { DYN } from '../../src/cel/type';

const VALUES = {
  x: { a: { b: 1 }, l: [1, 2, 3], s: 'abcdefghijklmnopqrstuvwxyz0123456789', i: 5, b: true, k: 'a', z: 0, t: '2020-01-01T00:00:00Z' },
};

// Each figure is what cel-go 0.29 counts with the options and the estimator of the API server.
test.each<[string, number]>([
  ['x', 1], ['x.a', 2], ['x.a.b', 3], ['x.?a', 2], ['x.?a.b', 3], ['x.?a.?b', 3], ['x.?zz', 1], ['x.?zz.b', 1], ['x.?zz.?b.?c', 1],
  ['x.?a.?zz', 2], ['x["a"]', 2], ['x["a"].b', 3], ['x[x.k]', 3], ['x[string("a")]', 2], ['x[x.k].b', 4], ['x.l[0]', 3], ['x.l[x.z]', 4],
  ['x.l[0+0]', 4], ['has(x.a)', 1], ['has(x.a.b)', 2], ['has(x.a.zz)', 2], ['has(x.zz)', 1], ['has(x.?a.b)', 2], ['has(x.?zz.b)', 0],
  ['has(x.l[0].a)', 3], ['has({"a":1}.a)', 1], ['has(dyn(x).a)', 3], ['dyn(x).a', 4], ['dyn(x).a.b', 5], ['{"a":1}.a', 2],
  ['{"a":x}.a', 33], ['[1,2]', 0], ['[[x]]', 21], ['{"a":x}', 31], ['{"a":{"b":x}}', 61], ['1+1', 1], ['x.i+1', 3], ['x.i+x.i', 5],
  ['x.s+"a"', 6], ['x.s+x.s', 5], ['x.i==5', 3], ['x.s=="abc"', 3], ['x.s==x.s', 8], ['x.l==x.l', 5], ['x.i<5', 3], ['x.s<"abc"', 3],
  ['!true', 1], ['!(x.i==5)', 4], ['-x.i', 3], ['true&&true', 0], ['x.i==5&&x.i==6', 6], ['x.i==6&&x.i==5', 3], ['x.i==5||x.i==6', 3],
  ['true?1:2', 0], ['x.b?1:2', 2], ['x.b?x.i:x.s', 3], ['(x.b?x:x).a', 3], ['x.b?x.i+1:x.i+2', 5], ['1 in [1,2]', 0],
  ['x.i in [1,2,3]', 2], ['x.i in x.l', 5], ['"a" in x', 2], ['"a" in {"a":1}', 1], ['x.s in ["a","b"]', 2], ['size(x.s)', 3],
  ['x.s.size()', 3], ['x.s.startsWith("a")', 3], ['x.s.startsWith("abcdefghijklm")', 4], ['x.s.endsWith("abcdefghijklm")', 4],
  ['x.s.contains("abcdefghijklm")', 10], ['x.s.matches("abcdefghijklm")', 18], ['x.s.matches(x.s)', 40], ['string(x.i)', 3],
  ['int("1")', 0], ['int(x.i)', 3], ['type(x)', 2], ['dyn(1)', 0], ['dyn(x)', 2], ['bytes("abc")', 0], ['bytes(x.s)', 3],
  ['string(bytes(x.s))', 7], ['x.l.sortBy(e, -e)', 48], ['duration("1s")', 0], ['duration("1s")+duration("1s")', 1],
  ['duration("1s")==duration("1s")', 1], ['duration("1s")<duration("2s")', 1], ['x.a==x.a', 5], ['b"abc"+b"def"', 1], ['b"abc"<b"def"', 1],
  ['x.l+x.l', 5], ['null==null', 1], ['x==null', 2], ['int', 0], ['type(x)==map', 3], ['x.zz || true', 2], ['true || x.zz', 0],
  ['x.s.b || true', 3], ['has(x.a) && has(x.a.b) && x.a.b == 1', 7], ['"abc".size()', 1], ['size([1,2,3])', 1], ['x.i > 1 ? "a" : "b"', 3],
  ['dyn([1,2])[0]', 2], ['[1,2][0]', 2], ['[x][0]', 13], ['{"a":1}["a"]', 2], ['{"a":1}.?a', 2], ['{"a":x}.?a', 33],
  ['"abc".startsWith("abc")', 1], ['[1,1+1]', 11], ['[int("1")]', 0], ['!x.b', 3], ['x.b', 2], ['x.b && x.b', 4], ['!has(x.a)', 2],
])('%s costs %i', (source, cost) => {
  expect(CelEnvironment.of(34).compile(source, { x: DYN }).cost(VALUES)).toBe(cost);
});

test('what ends with an error has cost what was done before it', () => {
  const program = CelEnvironment.of(34).compile('x.a.b == 1 && x.zz', { x: DYN });
  expect(program.cost(VALUES)).toBe(6);
  expect(program.cost(VALUES)).toBe(6);
});

test('what || leaves out costs nothing', () => {
  const program = CelEnvironment.of(34).compile('x.b || x.l.all(e, e > 0)', { x: DYN });
  expect([program.cost(VALUES), program.cost({ x: { b: false, l: [1] } })]).toEqual([2, 10]);
});
