import * as fc from 'fast-check';
import { containersOf, groupKind, objectAt, podOf } from '../../src/kube/pod';

const template = { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'main', image: 'x' }] } };

test.each([
  ['v1', 'Pod', template, 'spec'],
  ['v1', 'PodTemplate', { template }, 'template.spec'],
  ['v1', 'ReplicationController', { spec: { template } }, 'spec.template.spec'],
  ['apps/v1', 'Deployment', { spec: { template } }, 'spec.template.spec'],
  ['apps/v1beta1', 'StatefulSet', { spec: { template } }, 'spec.template.spec'],
  ['apps/v1', 'DaemonSet', { spec: { template } }, 'spec.template.spec'],
  ['extensions/v1beta1', 'ReplicaSet', { spec: { template } }, 'spec.template.spec'],
  ['batch/v1', 'Job', { spec: { template } }, 'spec.template.spec'],
  ['batch/v1', 'CronJob', { spec: { jobTemplate: { spec: { template } } } }, 'spec.jobTemplate.spec.template.spec'],
])('the pods of %s %s are found', (apiVersion, kind, rest, path) => {
  expect(podOf({ apiVersion, kind, ...rest })).toEqual({
    path,
    spec: template.spec,
    metadataPath: path.replace(/spec$/, 'metadata'),
    metadata: template.metadata,
    labels: { app: 'web' },
    containers: [{ path: `${path}.containers[0]`, name: 'main', raw: { name: 'main', image: 'x' }, role: 'main' }],
  });
});

test.each([
  ['v1', 'Service'], ['v1', 'Deployment'], ['example.com/v1', 'Deployment'], ['apps/v1', 'Pod'], ['apps/v1', 'deployment'], [undefined, 'Pod'], ['v1', 1],
])('%j %j describes no pods', (apiVersion, kind) => {
  expect(podOf({ apiVersion, kind, spec: { template } })).toBeUndefined();
});

test.each([undefined, null, 1, 'Pod', [], true])('%j is no manifest', manifest => {
  expect(podOf(manifest)).toBeUndefined();
});

test('containers come in the order in which they start, each with its role', () => {
  const spec = {
    containers: [{ name: 'main' }],
    ephemeralContainers: [{ name: 'debug' }],
    initContainers: [{ name: 'proxy', restartPolicy: 'Always' }, { name: 'migrate' }, { name: 'odd', restartPolicy: 'always' }],
  };
  expect(containersOf(spec).map(({ name, role, path }) => [name, role, path])).toEqual([
    ['proxy', 'sidecar', 'spec.initContainers[0]'],
    ['migrate', 'init', 'spec.initContainers[1]'],
    ['odd', 'init', 'spec.initContainers[2]'],
    ['main', 'main', 'spec.containers[0]'],
    ['debug', 'ephemeral', 'spec.ephemeralContainers[0]'],
  ]);
});

test('what should be an object and is none is judged as an empty one, at its place', () => {
  expect(podOf({ apiVersion: 'v1', kind: 'Pod', metadata: [], spec: 'x' })).toEqual({
    path: 'spec', spec: {}, metadataPath: 'metadata', metadata: {}, labels: {}, containers: [],
  });
  expect(containersOf({ initContainers: {}, containers: [null, 'x', [], { name: 7 }], ephemeralContainers: 'x' }).map(({ path, name }) => [path, name])).toEqual(
    [0, 1, 2, 3].map(i => [`spec.containers[${i}]`, '']),
  );
});

test('labels that are no text are left out', () => {
  expect(podOf({ apiVersion: 'v1', kind: 'Pod', metadata: { labels: { a: 'x', b: 1, c: null } } })?.labels).toEqual({ a: 'x' });
});

test('no value that is only inherited is taken for one of the manifest', () => {
  expect(objectAt({}, ['constructor'])).toEqual({});
  expect(objectAt({}, ['__proto__'])).not.toBe(Object.prototype);
});

test('group and kind ignore the version', () => {
  expect(groupKind({ apiVersion: 'v1', kind: 'Pod' })).toBe('/Pod');
  expect(groupKind({ apiVersion: 'apps/v1beta2', kind: 'Deployment' })).toBe('apps/Deployment');
  expect(groupKind({ kind: 'Pod' })).toBe('');
});

test('nothing that JSON can hold makes it throw', () => {
  const hostile = fc.letrec<{ json: unknown }>(tie => ({
    json: fc.oneof(
      { depthSize: 'small' }, fc.constantFrom(null, 0, '', 'Always', true),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('spec', 'template', 'jobTemplate', 'metadata', 'labels', 'containers', 'initContainers', '__proto__', 'name'), tie('json')),
    ),
  })).json;
  const kinds = fc.constantFrom(['v1', 'Pod'], ['apps/v1', 'Deployment'], ['batch/v1', 'CronJob'], ['batch/v1', 'Job']);
  fc.assert(fc.property(kinds, hostile, hostile, ([apiVersion, kind], spec, metadata) => {
    const pod = podOf({ apiVersion, kind, spec, metadata })!;
    expect(typeof pod.spec).toBe('object');
    pod.containers.forEach(container => expect(typeof container.name).toBe('string'));
  }), { numRuns: 500 });
});
