import { BUILT_IN_WRITERS, REMOVERS, REVISION_CONTROLLERS, TEMPLATE_CONTROLLERS } from '../../src/policy/policy-writers';

const ALL = [...BUILT_IN_WRITERS, ...REMOVERS, ...REVISION_CONTROLLERS, ...TEMPLATE_CONTROLLERS];

test('everybody who is passed over is a part of the control plane, by its whole name', () => {
  const isPart = (name: string) => /^system:serviceaccount:kube-system:[a-z-]+$/.test(name) || ['system:kube-controller-manager', 'system:apiserver'].includes(name);
  expect(ALL.filter(name => !isPart(name))).toEqual([]);
});

test('none of them makes pods from what anybody may write', () => {
  expect(BUILT_IN_WRITERS).not.toContain('system:serviceaccount:kube-system:default');
  expect(REMOVERS.filter(name => TEMPLATE_CONTROLLERS.includes(name))).toEqual(['system:kube-controller-manager']);
});
