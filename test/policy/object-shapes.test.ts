import { scopeOf } from '../../src/kube/kinds';
import { SHAPES } from '../../src/policy/guarded-rules';
import { objectShape, OBJECT_SHAPES } from '../../src/policy/object-shapes';

test('no two shapes share a name, by which policies are told apart', () => {
  expect(new Set(SHAPES.map(({ name }) => name)).size).toBe(SHAPES.length);
});

test('every kind in a namespace that a rule names has a shape, and of all others only namespaces', () => {
  const names = OBJECT_SHAPES.map(({ name }) => name);
  const some = ['configmaps', 'ingresses', 'networkpolicies', 'poddisruptionbudgets', 'rolebindings', 'services', 'whole-cronjobs', 'whole-pods'];
  expect(some.filter(name => !names.includes(name))).toEqual([]);
  const groupOf = (kind: string) => kind.includes('/') ? `${kind.split('/')[0]}/v1` : 'v1';
  const kinds = OBJECT_SHAPES.flatMap(shape => shape.kinds);
  expect(kinds.filter(kind => scopeOf(groupOf(kind), kind.split('/').pop()!) !== 'Namespaced')).toEqual(['Namespace']);
});

test('a kind is asked for in its group, and in a version that every cluster serves', () => {
  const asked = (name: string) => (
    OBJECT_SHAPES.find(shape => shape.name === name)!.resourceRules.map(({ apiGroups, apiVersions }) => [...apiGroups, ...apiVersions])
  );
  expect(['services', 'roles', 'horizontalpodautoscalers', 'peerauthentications'].map(asked)).toEqual([
    [['', 'v1']], [['rbac.authorization.k8s.io', 'v1']], [['autoscaling', 'v2']], [['security.istio.io', '*']],
  ]);
});

test('a namespace is known by its own name, and everything else by that of its namespace', () => {
  const places = (name: string) => OBJECT_SHAPES.find(shape => shape.name === name)!.namespace;
  expect([places('namespaces'), places('services')]).toEqual(['object.metadata.name', 'request.namespace']);
});

test.each([
  ['networking.k8s.io/Ingress', 'ingresses'],
  ['networking.k8s.io/NetworkPolicy', 'networkpolicies'],
  ['gateway.networking.k8s.io/Gateway', 'gateways'],
  ['Service', 'services'],
])('%s is called %s', (kind, resource) => {
  expect(objectShape(kind).resourceRules[0].resources).toEqual([resource]);
});

test('controllers are passed over in what they make from templates, and others in what they write by themselves', () => {
  const passed = (kind: string, name: string) => objectShape(kind).passed.includes(`system:serviceaccount:kube-system:${name}`);
  expect([passed('batch/Job', 'cronjob-controller'), passed('Pod', 'job-controller'), passed('ServiceAccount', 'job-controller')]).toEqual([true, true, false]);
  expect([passed('ServiceAccount', 'service-account-controller'), passed('batch/Job', 'service-account-controller')]).toEqual([true, false]);
});

const SERVICE = { on: 'object', kinds: ['Service'] } as any;

test('a shape is of one kind, and takes the rules about it', () => {
  const shape = objectShape('Service');
  expect(shape).toMatchObject({
    name: 'services',
    kinds: ['Service'],
    resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: ['services'] }],
    namespace: 'request.namespace',
  });
  expect([SERVICE, { on: 'object' } as any, { on: 'object', kinds: ['Pod'] } as any, { on: 'pod', kinds: ['Service'] } as any].map(shape.takes)).toEqual([true, true, false, false]);
  expect(objectShape('Namespace').namespace).toBe('object.metadata.name');
  expect([objectShape('Pod').name, objectShape('batch/CronJob').name]).toEqual(['whole-pods', 'whole-cronjobs']);
  expect(objectShape('example.com/Witch').resourceRules[0]).toMatchObject({ apiGroups: ['example.com'], apiVersions: ['*'] });
  expect(objectShape('autoscaling/HorizontalPodAutoscaler').resourceRules[0].apiVersions).toEqual(['v2']);
});

test('of revisions only the controllers that write them are passed over', () => {
  const { passed } = objectShape('apps/ControllerRevision');
  expect(passed).toContain('system:serviceaccount:kube-system:daemon-set-controller');
  expect(passed).not.toContain('system:serviceaccount:kube-system:job-controller');
});
