import { alternative } from '../../src/cel/alternative';
import type { Frame, Run } from '../../src/cel/frame';
import { fault, Optional } from '../../src/cel/value';

const FRAME: Frame = { values: {}, locals: [], steps: 0, cost: 0 };
const fails: Run = () => fault('was asked');
const some: Run = () => Optional.of(1);
const none: Run = () => Optional.NONE;

test('the alternative is not looked at where there is a value', () => {
  expect(alternative('orValue', [some, fails])!(FRAME)).toBe(1);
  expect(alternative('or', [some, fails])!(FRAME)).toEqual(Optional.of(1));
});

test('the alternative stands in where there is none', () => {
  expect(alternative('orValue', [none, () => 2])!(FRAME)).toBe(2);
  expect(alternative('or', [none, some])!(FRAME)).toEqual(Optional.of(1));
  expect(() => alternative('orValue', [none, fails])!(FRAME)).toThrow(expect.objectContaining({ message: 'was asked' }));
});

test('what is no optional has no alternative', () => {
  expect(() => alternative('orValue', [() => 1, none])!(FRAME)).toThrow(expect.objectContaining({ message: 'no such overload' }));
});

test.each([['value', 1], ['orValue', 1], ['+', 2]])('%s with %i arguments is an ordinary call', (name, count) => {
  expect(alternative(name, Array<Run>(count).fill(some))).toBeUndefined();
});
