import { annotationsOfMadePods } from '../../src/mesh/made-pods';

test('scanners that look for the pods of a policy are told where they come from', () => {
  expect(annotationsOfMadePods()).toEqual({
    'ignore-check.kube-linter.io/dangling-networkpolicy': 'istiod makes the pods from a Gateway',
    'kube-score/ignore': 'networkpolicy-targets-pod',
  });
});
