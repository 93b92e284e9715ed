import { synth } from './workload';
import { EnvSource, HardenedDeploymentProps, Health, ImagePullPolicy, Platform } from '../../src';

function exemptions(props: Partial<HardenedDeploymentProps> = {}, platform = Platform.GENERIC): object {
  return synth(props, { platform }).Deployment.metadata.annotations;
}

const ALWAYS = {
  'polaris.fairwinds.com/missingNetworkPolicy-exempt': 'true',
  'polaris.fairwinds.com/priorityClassNotSet-exempt': 'true',
};
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const IDS = { 'checkov.io/skip40': 'CKV_K8S_40=the ids are those that the files or the platform demand', 'kube-score/ignore': 'container-security-context-user-group-id' };

test.each<[string, Partial<HardenedDeploymentProps>, object]>([
  ['nothing but what must be said', {}, {}],
  ['an autoscaler', { autoscaling: { maxReplicas: 4 } }, { 'polaris.fairwinds.com/deploymentMissingReplicas-exempt': 'true' }],
  ['one pod', { replicas: 1 }, { 'polaris.fairwinds.com/deploymentMissingReplicas-exempt': 'true', 'kube-score/ignore': 'deployment-replicas' }],
  ['two pods', { replicas: 2 }, {}],
  ['an image that is pulled only where it is missing', {
    image: `registry.example.com/web:1.0@${DIGEST}`, imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
  }, { 'kube-score/ignore': 'container-image-pull-policy', 'polaris.fairwinds.com/pullPolicyNotAlways-exempt': 'true' }],
  ['a user of the image', { userId: 999 }, IDS],
  ['a group of the image', { userId: 20000, groupId: 999 }, IDS],
  ['ids that nobody else has', { userId: 10000, groupId: 20000 }, {}],
  ['a sidecar with a user of its image', {
    sidecars: [{ name: 'proxy', image: 'registry.example.com/proxy:1.0', userId: 1337, ports: [{ number: 9901 }], health: Health.tcp() }],
  }, { ...IDS, 'kube-score/ignore': 'container-security-context-user-group-id,pod-probes-identical' }],
  ['probes that can only ask the same', { health: Health.tcp() }, { 'kube-score/ignore': 'pod-probes-identical' }],
  ['a secret in the environment', { envFrom: { PASSWORD: EnvSource.secretKey('db', 'password') } }, {
    'checkov.io/skip35': 'CKV_K8S_35=the program reads this secret from its environment only',
    'ignore-check.kube-linter.io/env-var-secret': 'the program reads this secret from its environment only',
    'ignore-check.kube-linter.io/read-secret-from-env-var': 'the program reads this secret from its environment only',
  }],
  ['a ConfigMap in the environment', { envFrom: { LEVEL: EnvSource.configMapKey('log', 'level') } }, {}],
])('scanners are told of %s', (_, props, expected) => {
  expect(exemptions(props)).toEqual({ ...ALWAYS, ...expected });
});

test('scanners are told that a platform chooses the ids', () => {
  expect(exemptions({}, Platform.OPENSHIFT)).toEqual({ ...ALWAYS, ...IDS });
});

test('an init container that is root by a waiver is no second departure', () => {
  const props = {
    initContainers: [{ name: 'own', image: 'registry.example.com/own:1.0' }],
    waivers: [{ rule: 'run-as-non-root', reason: 'gives the volume to the program', container: 'own' }],
  };
  expect(exemptions(props)).toMatchObject({ 'checkov.io/skip40': 'CKV_K8S_40=gives the volume to the program' });
});
