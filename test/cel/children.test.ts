import { childrenOf, mapChildren } from '../../src/cel/children';
import { parse } from '../../src/cel/parse';
import { print } from '../../src/cel/print';

const SOURCES = ['a.b', 'has(a.b)', 'a[b]', 'a.f(b, c)', 'f(a)', '[a, ?b]', '{a: b, ?c: d}', 'a && b', 'a || b', 'a ? b : c', 'a.map(x, b, c)', 'a.all(x, b)', 'a', '1'];

test.each(SOURCES)('the parts of %s are found in the order in which they are changed', source => {
  const expr = parse(source);
  const seen: unknown[] = [];
  mapChildren(expr, child => {
    seen.push(child);
    return child;
  });
  expect(seen).toEqual(childrenOf(expr));
  expect(print(mapChildren(expr, child => child))).toBe(print(expr));
});

test('what a macro binds goes along with its own parts, and not with its range', () => {
  const bound: (readonly string[])[] = [];
  mapChildren(parse('a.transformMap(k, v, b, c)'), (child, variables) => {
    bound.push(variables);
    return child;
  });
  expect(bound).toEqual([[], ['k', 'v'], ['k', 'v']]);
});
