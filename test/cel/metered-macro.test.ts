import { CelEnvironment } from '../../src/cel/environment';
import { DYN } from '../../src/cel/type';

const VALUES = {
  x: { a: { b: 1 }, l: [1, 2, 3], s: 'abcdefghijklmnopqrstuvwxyz0123456789', i: 5, b: true, k: 'a', z: 0, t: '2020-01-01T00:00:00Z' },
};

// Each figure is what cel-go 0.29 counts with the options and the estimator of the API server.
test.each<[string, number]>([
  ['[1,2,3].all(e, true)', 10], ['[1,2,3].all(e, e>0)', 16], ['[1,2,3].all(e, e>2)', 8], ['[1,2,3].exists(e, e>0)', 10],
  ['[1,2,3].exists(e, e>5)', 19], ['[].all(e, e)', 1], ['x.l.all(e, e>0)', 18], ['x.l.exists(e, e>0)', 12], ['x.l.exists_one(e, e>0)', 16],
  ['x.l.exists_one(e, e==1)', 12], ['x.l.map(e, e)', 42], ['x.l.map(e, e+1)', 45], ['x.l.map(e, 1)', 9], ['x.l.map(e, [e])', 72],
  ['x.l.map(e, e>1, e)', 35], ['x.l.filter(e, e>1)', 35], ['x.l.filter(e, true)', 42], ['x.a.all(k, k=="b")', 8],
  ['x.l.all(i, e, e>0)', 18], ['x.l.transformList(i, e, e)', 42], ['x.l.transformList(i, e, e > 1, e)', 35],
  ['x.a.transformMap(k, v, v)', 7], ['x.a.transformMap(k, v, v > 5, v)', 5], ['x.a.transformMapEntry(k, v, {k: v})', 37],
  ['x.l.all(e, x.l.all(f, f>0))', 66], ['x.l.all(e, e.foo || e > 0)', 24], ['x.l.map(e, {"a": e})', 132], ['x.l.map(e, e).map(e, e)', 82],
  ['[1,2,3].map(e, 1).size()', 8], ['x.?a.optMap(v, v)', 8], ['x.?a.optMap(v, v.b)', 9], ['x.?zz.optMap(v, v.b)', 3],
  ['x.?a.optFlatMap(v, v.?b)', 8], ['x.l.sortBy(e, -e)', 48],
])('%s costs %i', (source, cost) => {
  expect(CelEnvironment.of(34).compile(source, { x: DYN }).cost(VALUES)).toBe(cost);
});

test('a macro that was stopped by an error counts anew', () => {
  const program = CelEnvironment.of(34).compile('x.l.all(e, e > 0) && x.l.map(e, e.foo).size() == 0', { x: DYN });
  expect(program.cost(VALUES)).toBe(program.cost(VALUES));
});
