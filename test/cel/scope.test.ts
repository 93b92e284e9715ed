import { Scope } from '../../src/cel/scope';

const outer = Scope.of(new Map([['x', 1], ['y', 2]]));
const inner = outer.with(new Map([['x', 3]]));

test('the variable of a macro hides another of the same name', () => {
  expect([outer.find('x'), inner.find('x'), inner.find('y'), inner.find('z')]).toEqual([1, 3, 2, undefined]);
});

test('a leading dot passes over the variables of macros', () => {
  expect([inner.find('.x'), inner.find('.y'), inner.with(new Map([['y', 4]])).find('.y')]).toEqual([1, 2, 2]);
});

test('only what a macro binds is bound', () => {
  expect([outer.isBound('x'), inner.isBound('x'), inner.isBound('y'), inner.with(new Map()).isBound('x')]).toEqual([false, true, false, true]);
});

test('names are told from the inside out', () => {
  expect(inner.names()).toEqual(['x', 'x', 'y']);
});
