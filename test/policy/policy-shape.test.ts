import { CelEnvironment } from '../../src/cel/environment';
import { DYN, listOf } from '../../src/cel/type';
import { OBJECT_SHAPES } from '../../src/policy/object-shapes';
import { isAbout, POD_SHAPES } from '../../src/policy/policy-shape';
import type { Rule } from '../../src/policy/rule';

const rule = (more: Partial<Rule>) => ({ on: 'container', covers: 'all', enforced: 'pod', ...more }) as Rule;

test('each has a name of its own, by which policies are told apart', () => {
  expect(POD_SHAPES.map(({ name }) => name)).toEqual(['templates', 'cronjobs', 'pods', 'debug']);
});

test.each(POD_SHAPES.map(shape => [shape.name, shape] as const))('the lists of %s can be compiled in the oldest environment', (_, { lists, changed }) => {
  const environment = CelEnvironment.of(29);
  const names = { object: DYN, oldObject: DYN, variables: DYN };
  for (const expression of Object.values(lists)) { expect([DYN, listOf(DYN)]).toContainEqual(environment.compile(expression!, names).type); }
  if (changed) { expect(environment.compile(changed, names).type.kind).toBe('bool'); }
});

test.each<[Partial<Rule>, string[]]>([
  [{}, ['templates', 'cronjobs', 'pods', 'debug']],
  [{ covers: 'declared' }, ['templates', 'cronjobs', 'pods']],
  [{ enforced: 'template' }, ['templates', 'cronjobs', 'debug']],
  [{ on: 'pod', enforced: 'pod' }, ['templates', 'cronjobs', 'pods']],
  [{ on: 'object', enforced: 'object', kinds: ['Pod'] }, []],
  [{ on: 'pod', kinds: ['apps/Deployment'] }, ['templates']],
  [{ on: 'pod', enforced: 'template', kinds: ['batch/CronJob', 'batch/Job'] }, ['templates', 'cronjobs']],
  [{ kinds: ['Pod'] }, ['pods', 'debug']],
])('a rule with %j is taken by %j', (more, names) => {
  expect(POD_SHAPES.filter(({ takes }) => takes(rule(more))).map(({ name }) => name)).toEqual(names);
});

test('a rule without kinds is about every kind', () => {
  expect([isAbout({}, ['Pod']), isAbout({ kinds: ['Pod'] }, ['Pod', 'batch/Job']), isAbout({ kinds: ['Pod'] }, ['batch/Job'])]).toEqual([true, true, false]);
});

test('what controllers make from judged templates is passed over in each form in which they write it', () => {
  const passed = (name: string) => [...POD_SHAPES, ...OBJECT_SHAPES].find(shape => shape.name === name)!.passed;
  expect([passed('templates'), passed('pods')].map(each => each.includes('system:serviceaccount:kube-system:replicaset-controller'))).toEqual([true, true]);
  expect([passed('cronjobs'), passed('debug')]).toEqual([[], []]);
});

// As the API server reads them: a resource that is missing here is judged by nobody.
test.each<[string, string[], string[]]>([
  ['templates', ['ReplicationController', 'apps/DaemonSet', 'apps/Deployment', 'apps/ReplicaSet', 'apps/StatefulSet', 'batch/Job'], [
    'apps/v1 deployments,statefulsets,daemonsets,replicasets CREATE,UPDATE', 'batch/v1 jobs CREATE,UPDATE', '/v1 replicationcontrollers CREATE,UPDATE',
  ]],
  ['cronjobs', ['batch/CronJob'], ['batch/v1 cronjobs CREATE,UPDATE']],
  ['pods', ['Pod'], ['/v1 pods CREATE,UPDATE', '/v1 pods/resize UPDATE']],
  ['debug', ['Pod'], ['/v1 pods/ephemeralcontainers UPDATE']],
])('the policy for %s is asked about %j', (name, kinds, resources) => {
  const shape = POD_SHAPES.find(each => each.name === name)!;
  expect(shape.kinds).toEqual(kinds);
  expect(shape.resourceRules.map(each => `${each.apiGroups}/${each.apiVersions} ${each.resources} ${each.operations}`)).toEqual(resources);
});

test.each([
  ['templates', 'object.spec.template.?metadata.orValue({})', 'object.spec.template.spec', 'object.spec.template != oldObject.spec.template'],
  [
    'cronjobs', 'object.spec.jobTemplate.spec.template.?metadata.orValue({})', 'object.spec.jobTemplate.spec.template.spec',
    'object.spec.jobTemplate != oldObject.spec.jobTemplate',
  ],
  ['pods', 'object.metadata', 'object.spec', 'object.spec != oldObject.spec'],
  ['debug', 'object.metadata', 'object.spec', undefined],
])('the pod of %s stands at its place', (name, meta, spec, changed) => {
  const shape = POD_SHAPES.find(each => each.name === name)!;
  expect([shape.pod, shape.changed]).toEqual([{ meta, spec }, changed]);
});
