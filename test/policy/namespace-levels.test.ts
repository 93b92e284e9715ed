import { PodSecurityLevel } from '../../src/kube/pod-security-level';
import { enforcedBy, NamespaceLevels } from '../../src/policy/namespace-levels';

test('what somebody said of a namespace is known, and of no other', () => {
  const levels = new NamespaceLevels();
  levels.set('shop', PodSecurityLevel.BASELINE);
  expect([levels.get('shop'), levels.get('other')]).toEqual([PodSecurityLevel.BASELINE, undefined]);
});

const namespace = (level: unknown) => ({
  apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { 'pod-security.kubernetes.io/enforce': level } },
});

test.each(Object.values(PodSecurityLevel))('a namespace that enforces %s says so', level => {
  expect(enforcedBy(namespace(level))).toEqual({ namespace: 'shop', level });
});

test.each([namespace('strict'), namespace(undefined), { apiVersion: 'v1', kind: 'Pod' }, null, 'x'])('%j enforces nothing that is known', json => {
  expect(enforcedBy(json)).toBeUndefined();
});
