import { CROSS_TYPE_ORDERING, STANDARD } from '../../../src/cel/standard/standard-library';
import { evaluated } from '../library/evaluated';

test('the language itself is in every environment, and numbers of several types can be ordered from 1.28', () => {
  expect([STANDARD.since, CROSS_TYPE_ORDERING.since]).toEqual([0, 28]);
  expect([27, 28].map(minor => evaluated('1 < 1.5', {}, minor))).toEqual(['refused', true]);
});
