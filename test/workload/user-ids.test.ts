import { checkId, DEFAULT_ID } from '../../src/workload/user-ids';

test.each([1, 999, 10001, 2 ** 31 - 1])('%s is a user like others', id => {
  expect(checkId('userId of "web"', id)).toBe(id);
});

test('the user that nobody names is above every id that an image is likely to give', () => {
  expect(DEFAULT_ID).toBeGreaterThan(10000);
});

test.each([0, -1, 1.5, 2 ** 31, NaN, '1001', null, undefined])('fails on the id %j', id => {
  const shown = typeof id === 'string' ? `"${id}"` : String(id);
  expect(() => checkId('userId of "web"', id as number)).toThrow(new Error(
    `userId of "web": got ${shown}, expected 1 to 2147483647; run as an ordinary user: root in a container is root on the node after one kernel bug`,
  ));
});
