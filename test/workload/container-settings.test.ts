import { container, podSpec } from './workload';
import { EnvSource, Health, ImagePullPolicy, Mount, Platform } from '../../src';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const REASON = 'the vendor ships it so';
const any = (value: unknown) => value as any;
const withInit = (props: object, more: object = {}) => podSpec({ initContainers: [{ name: 'setup', image: 'setup:1', ...props }], ...more }).initContainers[0];
const withSidecar = (props: object, more: object = {}) => podSpec({ sidecars: [{ name: 'proxy', image: 'proxy:1', ...props }], ...more }).initContainers[0];

test('an init container is hardened like the main one, and has neither ports nor probes', () => {
  expect(withInit({})).toEqual({
    image: 'setup:1',
    imagePullPolicy: 'Always',
    name: 'setup',
    resources: {
      limits: { 'cpu': '500m', 'ephemeral-storage': '192Mi', 'memory': '128Mi' },
      requests: { 'cpu': '100m', 'ephemeral-storage': '192Mi', 'memory': '128Mi' },
    },
    securityContext: container().securityContext,
    volumeMounts: [{ mountPath: '/tmp', name: 'setup-tmp' }],
  });
});

test.each<[string, object, object]>([
  ['command', { command: ['/bin/web', ''] }, { command: ['/bin/web', ''] }],
  ['args', { args: ['--port=8080'] }, { args: ['--port=8080'] }],
  ['env', { env: { B: '1', A: '2' } }, { env: [{ name: 'B', value: '1' }, { name: 'A', value: '2' }] }],
  ['envFrom', { envFrom: { POD: EnvSource.podField('metadata.name') } }, { env: [{ name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] }],
  ['resources', { resources: { cpu: '1', cpuLimit: '2', memory: '1Gi', ephemeralStorage: '2Gi' } }, {
    resources: {
      limits: { 'cpu': '2', 'ephemeral-storage': '2Gi', 'memory': '1Gi' }, requests: { 'cpu': '1', 'ephemeral-storage': '2Gi', 'memory': '1Gi' },
    },
  }],
  ['writablePaths', { writablePaths: [{ path: '/var/cache' }] }, { volumeMounts: [{ mountPath: '/tmp', name: 'tmp' }, { mountPath: '/var/cache', name: 'var-cache' }] }],
  ['mounts', { mounts: [Mount.secret('/run/db', 'db')] }, { volumeMounts: [{ mountPath: '/tmp', name: 'tmp' }, { mountPath: '/run/db', name: 'run-db', readOnly: true }] }],
])('%s of the main container', (_, props, written) => {
  expect(container(props)).toMatchObject(written);
});

test('something mounted at /tmp stands there instead of the directory', () => {
  expect(container({ mounts: [Mount.claim('/tmp', 'scratch', { shared: true })] }).volumeMounts).toEqual([{ mountPath: '/tmp', name: 'tmp' }]);
});

test('ids of the main container are those of the pod and of the others, which may have their own', () => {
  const initContainers = [{ name: 'a', image: 'a:1' }, { name: 'b', image: 'b:1', userId: 5 }, { name: 'c', image: 'c:1', groupId: 6 }];
  const spec = podSpec({ userId: 999, groupId: 998, initContainers });
  const ids = (context: any) => [context.runAsUser, context.runAsGroup];
  const all = [spec, ...spec.containers, ...spec.initContainers];
  expect(all.map(each => ids(each.securityContext))).toEqual([[999, 998], [999, 998], [999, 998], [5, 5], [999, 6]]);
  expect(spec.securityContext.fsGroup).toBe(998);
});

test('the group is the user\'s number where none is named', () => {
  expect(container({ userId: 70 }).securityContext).toMatchObject({ runAsUser: 70, runAsGroup: 70 });
});

test('the image is pulled only where it is missing, if the workload says so and the digest allows it', () => {
  expect(container({ image: `web:1@${DIGEST}`, imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT }).imagePullPolicy).toBe('IfNotPresent');
});

test('a sidecar can be without a health check where the rule is waived for it', () => {
  const proxy = withSidecar({ ports: [{ number: 9901 }] }, { waivers: [{ rule: 'probes-set', container: 'proxy', reason: REASON }] });
  expect(Object.keys(proxy).filter(key => key.endsWith('Probe'))).toEqual([]);
});

describe('with a waiver', () => {
  const init = (rule: string, props: object = {}) => withInit(props, { waivers: [{ rule, container: 'setup', reason: REASON }] });

  test('an init container may write everywhere', () => {
    expect(init('read-only-root-filesystem').securityContext.readOnlyRootFilesystem).toBe(false);
  });

  test('an init container has no CPU limit', () => {
    expect(init('cpu-limit-set').resources.limits).not.toHaveProperty('cpu');
  });

  test('an init container may be of an image that changes', () => {
    expect(init('image-tag-fixed', { image: 'setup:latest' }).image).toBe('setup:latest');
  });

  test('an init container may be root, and still has no other privilege', () => {
    expect(init('run-as-non-root').securityContext).toEqual({ ...container().securityContext, runAsGroup: 0, runAsNonRoot: false, runAsUser: 0 });
  });

  test('an init container is root, or has ids of its own, but not both', () => {
    expect(() => init('run-as-non-root', { userId: 5 })).toThrow(new Error(
      'init container "setup" of "web" has ids of its own and a waiver of run-as-non-root: got {"userId":5}, expected one of the two; remove the waiver, or the ids',
    ));
  });
});

test.each<[string, () => unknown, string]>([
  ['an image that is none', () => container({ image: 'Web' }), 'image repository has capital letters: got "Web"'],
  ['no image', () => container({ image: any(undefined) }), 'image is no image reference: got undefined'],
  ['an image without a tag', () => container({ image: 'web' }), 'image of "web" can change without notice: got "web"'],
  ['an image of an init container without a tag', () => withInit({ image: 'setup' }), 'image of init container "setup" of "web" can change without notice: got "setup"'],
  ['a tag that can be moved, pulled only where it is missing', () => container({ imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT }), 'image of "web" is pulled only where it is missing'],
  ['an image from elsewhere', () => podSpec({ image: 'web:1' }, { trustedRegistries: ['ghcr.io'] }), 'image of "web" comes from a registry that the app does not trust: got "web:1"'],
  ['an empty command', () => container({ command: [] }), 'command of "web": expected a list of one word or more, each a text without NUL; leave it out where there is none'],
  ['args in one text', () => container({ args: any('-v') }), 'args of "web": expected a list of one word or more'],
  ['two directories at one path', () => container({ writablePaths: [{ path: '/a' }, { path: '/a' }] }), 'two things stand at one path of "web": got "/a", expected each path once; move one of the two'],
  ['a mount at the path of a directory', () => container({ writablePaths: [{ path: '/a' }], mounts: [Mount.secret('/a', 's')] }), 'two things stand at one path of "web": got "/a"'],
  ['two mounts at one path', () => container({ mounts: [Mount.secret('/a', 's'), Mount.configMap('/a', 'c')] }), 'two things stand at one path of "web": got "/a"'],
  ['a mount in another form', () => container({ mounts: any(['/a']) }),
    'mount of "web": got "/a", expected Mount.configMap(…), .secret(…), .claim(…) or .serviceAccountToken(…); use one of these'],
  ['a single mount', () => container({ mounts: any(Mount.secret('/a', 's')) }), 'mounts of "web": got {'],
  ['root', () => container({ userId: 0 }), 'userId of "web": got 0, expected 1 to 2147483647'],
  ['the group of root', () => container({ groupId: 0 }), 'groupId of "web": got 0, expected 1 to 2147483647'],
  ['a group alone where the platform assigns ids', () => container({ groupId: 5, platform: Platform.OPENSHIFT }),
    '"web" has a groupId and no userId: got 5, expected both, where the platform or the image chooses the user; give userId too'],
  ['a sidecar without a health check', () => withSidecar({ ports: [{ number: 9901 }] }), 'health of sidecar "proxy" of "web" is missing'],
  ['a sidecar whose health check asks another\'s port', () => withSidecar({ ports: [{ number: 9901 }], health: Health.tcp({ port: 8080 }) }),
    'health asks a TCP port that the container does not declare: got 8080, expected one of 9901'],
])('fails on %s', (_, make, message) => {
  expect(make).toThrow(message);
});
