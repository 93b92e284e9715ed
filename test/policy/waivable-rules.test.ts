import { impliedBy, waivableBy } from '../../src/policy/waivable-rules';

test('whoever waives a rule waives what cannot be kept without it, and nothing else', () => {
  expect(impliedBy('run-as-non-root')).toEqual(['run-as-user-not-zero']);
  expect(['probes-set', 'constructor'].map(impliedBy)).toEqual([[], []]);
});

test('a rule is lifted by a waiver of itself, or of one that implies it', () => {
  expect(waivableBy('run-as-user-not-zero')).toEqual(['run-as-user-not-zero', 'run-as-non-root']);
  expect(waivableBy('run-as-non-root')).toEqual(['run-as-non-root']);
});
