import { ApiObject, Chart } from 'cdk8s';
import { chartWith, LEAST } from './workload';
import {
  EnvSource, HardenedDeployment, HardenedDeploymentProps, Health, ImagePullPolicy, KubernetesVersion, Mount, Platform,
  TokenlessServiceAccount,
} from '../../src';
import { propOf } from '../../src/policy/prop-of-field';
import { changedProps, toldOtherwise } from '../policy/changed-props';

type Props = Partial<HardenedDeploymentProps>;

const BY_DIGEST = `registry.example.com/web@sha256:${'0'.repeat(64)}`;
const INIT = { name: 'early', image: 'registry.example.com/early:1.0' };
const PORTLESS = { port: undefined, health: Health.exec({ live: ['/alive'], ready: ['/ready'] }) };
const SIDECAR = { name: 'log', image: 'registry.example.com/log:1.0', health: Health.tcp({ port: 9000 }), ports: [{ number: 9000, name: 'log' }] };

interface Change {
  readonly before?: Props;
  readonly after: Props | ((chart: Chart) => Props);
  /** Props that change the same fields. */
  readonly also?: readonly string[];
}

const CHANGES: { readonly [P in keyof Required<HardenedDeploymentProps>]: Change } = {
  args: { after: { args: ['--fast'] } },
  autoscaling: { before: { autoscaling: { maxReplicas: 5 } }, after: { autoscaling: { minReplicas: 3, maxReplicas: 6, cpuUtilization: 50 } } },
  command: { after: { command: ['/web'] } },
  env: { after: { env: { MODE: 'fast' } } },
  envFrom: { before: { envFrom: { MODE: EnvSource.configMapKey('modes', 'a') } }, after: { envFrom: { MODE: EnvSource.configMapKey('modes', 'b') } } },
  groupId: { after: { groupId: 10002 } },
  health: { after: { health: Health.http({ live: '/alive', ready: '/ready' }) } },
  image: { after: { image: 'registry.example.com/web:2.0' } },
  imagePullPolicy: { before: { image: BY_DIGEST }, after: { image: BY_DIGEST, imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT } },
  initContainers: { before: { initContainers: [INIT] }, after: { initContainers: [{ ...INIT, image: 'registry.example.com/early:2.0', args: ['-v'] }] } },
  labels: { after: { labels: { team: 'blue' } } },
  maxUnavailable: { before: { replicas: 4 }, after: { replicas: 4, maxUnavailable: 2 } },
  mounts: { after: { mounts: [Mount.configMap('/etc/modes', 'modes')] } },
  name: { after: { name: 'shop-web' }, also: ['labels', 'selector', 'serviceAccount'] },
  platform: { after: { platform: Platform.of({ appArmor: true, seLinux: true, userNamespaces: true, zones: true }) } },
  port: { before: PORTLESS, after: { ...PORTLESS, port: 9090 }, also: ['ports', 'terminationGracePeriodSeconds'] },
  ports: { before: { ...PORTLESS, ports: [{ number: 8080, name: 'http' }] }, after: { ...PORTLESS, ports: [{ number: 9090, name: 'web' }] } },
  pullSecrets: { after: { pullSecrets: ['registry'] } },
  replicas: { after: { replicas: 3 } },
  resources: { after: { resources: { cpu: '200m', cpuLimit: '1', memory: '256Mi', ephemeralStorage: '1Gi' } } },
  selector: { before: { selector: { app: 'web' } }, after: { selector: { tier: 'front' } }, also: ['labels'] },
  serviceAccount: {
    after: chart => ({ serviceAccount: new TokenlessServiceAccount(chart, 'Shared', { name: 'shared', namespace: 'shop' }) }), also: ['name', 'labels'],
  },
  sidecars: { before: { sidecars: [SIDECAR] }, after: { sidecars: [{ ...SIDECAR, image: 'registry.example.com/log:2.0', userId: 10003 }] } },
  terminationGracePeriodSeconds: { before: { terminationGracePeriodSeconds: 3 }, after: { terminationGracePeriodSeconds: 60 } },
  userId: { after: { userId: 10002 }, also: ['groupId'] },
  waivers: { after: { waivers: [{ rule: 'read-only-root-filesystem', reason: 'it writes its cache beside the program' }] } },
  writablePaths: { after: { writablePaths: [{ path: '/cache', size: '1Gi' }] }, also: ['mounts', 'resources.ephemeralStorage'] },
};

function chartOf(props: Change['after'], settings = {}): Chart {
  const chart = chartWith(settings);
  new HardenedDeployment(chart, 'web', { ...LEAST, ...(typeof props === 'function' ? props(chart) : props) });
  return chart;
}

test.each(Object.entries(CHANGES))('what %s changes is told by its name', (prop, { before = {}, after, also }) => {
  const settings = { kubernetesVersion: KubernetesVersion.V1_33 };
  const changes = changedProps(chartOf(before, settings), chartOf(after, settings));
  expect(toldOtherwise(changes, prop, also)).toEqual([]);
  expect(changes).not.toEqual([]);
});

const [FIRST, SECOND] = [SIDECAR, { ...SIDECAR, name: 'trace', ports: [{ number: 9001, name: 'trace' }], health: Health.tcp({ port: 9001 }) }];

test.each([
  [KubernetesVersion.V1_28, 'containers[0].image', 'image'],
  [KubernetesVersion.V1_28, 'containers[2].image', 'sidecars[1].image'],
  [KubernetesVersion.V1_28, 'initContainers[0].image', 'initContainers[0].image'],
  [KubernetesVersion.V1_29, 'initContainers[1].readinessProbe.tcpSocket.port', 'sidecars[1].health'],
  [KubernetesVersion.V1_29, 'initContainers[2].env[3].valueFrom.secretKeyRef', 'initContainers[0].envFrom'],
  [KubernetesVersion.V1_29, 'initContainers[2].imagePullPolicy', 'imagePullPolicy'],
  [KubernetesVersion.V1_29, 'initContainers[2].securityContext.runAsNonRoot', 'waivers'],
  // What nobody can change has no prop, nor has a container that a patch adds.
  [KubernetesVersion.V1_29, 'containers[0].securityContext.privileged', undefined],
  [KubernetesVersion.V1_29, 'containers[1].image', undefined],
  [KubernetesVersion.V1_29, 'hostNetwork', undefined],
])('at %s, %s is told as %s', (version, field, prop) => {
  const chart = chartOf({ sidecars: [FIRST, SECOND], initContainers: [INIT] }, { kubernetesVersion: version });
  const deployment = chart.node.findAll().find((each): each is ApiObject => ApiObject.isApiObject(each) && each.kind === 'Deployment')!;
  expect(propOf(deployment, `spec.template.spec.${field}`)).toBe(prop);
});
