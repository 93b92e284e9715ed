import { fails, holds } from './rules/cases';
import { controllerRevisionUnwritten } from '../../src/policy/controller-revision-unwritten';
import { guardedBy } from '../../src/policy/guarded-rules';

holds(controllerRevisionUnwritten, {
  'it holds no template': { object: { metadata: {} } },
});

fails(controllerRevisionUnwritten, {
  'it holds one': { object: { data: { spec: {} } } },
});

test('their two controllers, and the one identity of a cluster without accounts for them, are passed over', () => {
  expect(guardedBy([controllerRevisionUnwritten]).map(({ shape }) => [shape.name, shape.passed])).toEqual([['controllerrevisions', [
    'system:serviceaccount:kube-system:statefulset-controller', 'system:serviceaccount:kube-system:daemon-set-controller', 'system:kube-controller-manager',
  ]]]);
});
