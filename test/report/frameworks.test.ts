import { inOrder } from '../../src/report/frameworks';

test('numbers within ids count as numbers', () => {
  expect(['5.2.10', 'CKV_K8S_9', '5.2.9', 'CKV_K8S_10', '5.10'].sort(inOrder)).toEqual(['5.2.9', '5.2.10', '5.10', 'CKV_K8S_9', 'CKV_K8S_10']);
  expect(inOrder('5.2.9', '5.2.9')).toBe(0);
});
