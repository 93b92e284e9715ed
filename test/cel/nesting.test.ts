import type { Expr } from '../../src/cel/ast';
import { Nesting } from '../../src/cel/nesting';

const leaf: Expr = { kind: 'ident', name: 'a', at: 0 };

test('250 levels are enough for anybody', () => {
  const nesting = new Nesting('source');
  const deep = (levels: number): number => levels === 0 ? 0 : nesting.inside(0, () => deep(levels - 1));
  expect(deep(250)).toBe(0);
  expect(() => deep(251)).toThrow('expression nests too deeply');
});

test('a tree is as deep as the deepest of its parts', () => {
  const nesting = new Nesting('source');
  const grow = (levels: number): Expr => levels === 1 ? nesting.noted(leaf) : nesting.noted({ kind: 'call', name: '!', args: [grow(levels - 1)], at: 0 });
  expect(grow(250).kind).toBe('call');
  expect(() => grow(251)).toThrow('expression nests too deeply');
});
