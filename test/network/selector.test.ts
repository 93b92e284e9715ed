import { carries, selectorMatches } from '../../src/network/selector';

const LABELS = { app: 'web', tier: 'edge', empty: '' };

test.each<[string, unknown, boolean]>([
  ['a missing selector selects nothing', undefined, false],
  ['a selector of null selects nothing', null, false],
  ['an empty selector selects everything', {}, true],
  ['labels that are there', { matchLabels: { app: 'web', tier: 'edge' } }, true],
  ['one label of two that is not', { matchLabels: { app: 'web', tier: 'core' } }, false],
  ['an empty value that is there', { matchLabels: { empty: '' } }, true],
  ['an empty value that is not', { matchLabels: { none: '' } }, false],
  ['In, with the value', { matchExpressions: [{ key: 'app', operator: 'In', values: ['api', 'web'] }] }, true],
  ['In, without it', { matchExpressions: [{ key: 'app', operator: 'In', values: ['api'] }] }, false],
  ['In, of a label that is not there', { matchExpressions: [{ key: 'none', operator: 'In', values: ['api'] }] }, false],
  ['NotIn, with the value', { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] }, false],
  ['NotIn, without it', { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['api'] }] }, true],
  ['NotIn, of a label that is not there', { matchExpressions: [{ key: 'none', operator: 'NotIn', values: ['api'] }] }, true],
  ['Exists, of a label that is there', { matchExpressions: [{ key: 'empty', operator: 'Exists' }] }, true],
  ['Exists, of one that is not', { matchExpressions: [{ key: 'none', operator: 'Exists' }] }, false],
  ['DoesNotExist, of a label that is there', { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, false],
  ['DoesNotExist, of one that is not', { matchExpressions: [{ key: 'none', operator: 'DoesNotExist' }] }, true],
  ['what every object has is no label', { matchExpressions: [{ key: 'constructor', operator: 'Exists' }] }, false],
  ['both kinds must agree', { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'tier', operator: 'In', values: ['core'] }] }, false],
])('%s', (_, selector, expected) => {
  expect(selectorMatches(selector, LABELS)).toBe(expected);
});

test('labels carry what they hold, and nothing of what every object has', () => {
  expect(carries(LABELS, {})).toBe(true);
  expect(carries(LABELS, { app: 'web' })).toBe(true);
  expect(carries({ app: 'web' }, LABELS)).toBe(false);
  expect(carries(LABELS, { toString: Object.prototype.toString as unknown as string })).toBe(false);
});
