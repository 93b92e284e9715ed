import { carries } from '../../src/network/selector';

const LABELS = { app: 'web', tier: 'edge', empty: '' };

test('labels carry what they hold, and nothing of what every object has', () => {
  expect(carries(LABELS, {})).toBe(true);
  expect(carries(LABELS, { app: 'web' })).toBe(true);
  expect(carries({ app: 'web' }, LABELS)).toBe(false);
  expect(carries(LABELS, { toString: Object.prototype.toString as unknown as string })).toBe(false);
});
