import { JsonPatch } from 'cdk8s';
import * as fc from 'fast-check';
import type { Variant } from './hardened';
import { AppProtocol, EnvSource, ExecHealthProps, Health, ImagePullPolicy, Mount, Platform, PortProtocol } from '../../../src';
import { called, goodProps, settings } from '../../workload/random-props';

const IMAGE = 'registry.example.com/tool:1.0';
const EXEC: ExecHealthProps = { live: ['/live'], ready: ['/ready'] };
const EVERYTHING = Platform.of({ appArmor: true, seLinux: true, userNamespaces: true, zones: true });
const MOUNTS = () => [
  Mount.configMap('/etc/web', 'config'), Mount.secret('/etc/keys', 'keys'), Mount.serviceAccountToken('/var/run/vault', { audience: 'vault' }),
];
const TEMPLATE = '/spec/template';

const waived = (rule: string) => ({ rule, reason: 'as a test of the waiver' });

/** Whatever can change the pod, one prop at a time and all of them at once; Pod Security must see no difference in any. */
export const VARIANTS: { readonly [what: string]: Variant } = {
  'nothing but the required props': {},
  'the platform of any cluster': { settings: { platform: Platform.GENERIC } },
  'OpenShift, which chooses the ids': { settings: { platform: Platform.OPENSHIFT } },
  'GKE': { settings: { platform: Platform.GKE } },
  'Ubuntu': { settings: { platform: Platform.UBUNTU } },
  'nodes with AppArmor': { props: { platform: Platform.of({ appArmor: true }) } },
  'nodes with SELinux': { props: { platform: Platform.of({ seLinux: true }) } },
  'nodes with user namespaces': { props: { platform: Platform.of({ userNamespaces: true }) } },
  'nodes with zones': { props: { platform: Platform.of({ zones: true }) } },
  'nodes with everything': { props: { platform: EVERYTHING } },
  'an own user': { props: { userId: 70, groupId: 71 } },
  'an own user where the platform chooses': { props: { userId: 70, platform: Platform.OPENSHIFT } },
  'a command, arguments and an environment': { props: { command: ['/web'], args: ['-v'], env: { A: 'b' }, envFrom: { C: EnvSource.secretKey('s', 'k') } } },
  'fields of the pod in the environment': { props: { envFrom: { NODE: EnvSource.podField('status.hostIP') } } },
  'several ports': { props: { port: undefined, ports: [{ number: 8080, servicePort: 80 }, { number: 5353, protocol: PortProtocol.UDP }] } },
  'no port': { props: { port: undefined, health: Health.exec(EXEC) } },
  'a gRPC health check': { props: { health: Health.grpc() } },
  'a TCP health check': { props: { health: Health.tcp() } },
  'a health check by a command': { props: { health: Health.exec(EXEC) } },
  'writable paths': { props: { writablePaths: [{ path: '/data', size: '1Gi' }, { path: '/run', inMemory: true }] } },
  'files of a ConfigMap, a Secret and a token': { props: { mounts: MOUNTS() } },
  'a claim': { props: { mounts: [Mount.claim('/data', 'data')], replicas: 1 } },
  'a shared claim': { props: { mounts: [Mount.claim('/data', 'data', { shared: true, readOnly: true })] } },
  'a claim of a workload that runs already': { props: { selector: { app: 'web' }, mounts: [Mount.claim('/data', 'data', { shared: true })] } },
  'a claim and user namespaces': { props: { platform: EVERYTHING, mounts: [Mount.claim('/data', 'data', { shared: true })] } },
  'an init container': { props: { initContainers: [{ name: 'init', image: IMAGE, command: ['/migrate'], writablePaths: [{ path: '/work' }] }] } },
  'a sidecar': { props: { sidecars: [{ name: 'side', image: IMAGE, ports: [{ number: 9901, appProtocol: AppProtocol.GRPC }], health: Health.grpc() }] } },
  'pull secrets': { settings: { pullSecrets: ['registry'] }, props: { pullSecrets: ['other'] } },
  'another pull policy': { props: { imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT, image: `${IMAGE}@sha256:${'a'.repeat(64)}` } },
  'a long end': { props: { terminationGracePeriodSeconds: 600 } },
  'a very short end': { props: { terminationGracePeriodSeconds: 1 } },
  'an autoscaler': { props: { autoscaling: { maxReplicas: 9 } } },
  'a waiver of the read-only root': { props: { waivers: [waived('read-only-root-filesystem')] } },
  'a waiver of the CPU limit': { props: { waivers: [waived('cpu-limit-set')] } },
  'a waiver of the probes': { props: { health: undefined, waivers: [waived('probes-set')] } },
  'a waiver of the fixed tag': { props: { image: 'registry.example.com/web:latest', waivers: [waived('image-tag-fixed')] } },
  'a waiver of the closed metadata address': { props: { waivers: [waived('metadata-address-closed')] } },
  'patches that place the pods': {
    patches: [
      JsonPatch.add(`${TEMPLATE}/spec/nodeSelector`, { disk: 'ssd' }),
      JsonPatch.add(`${TEMPLATE}/spec/tolerations`, [{ key: 'gpu', operator: 'Exists' }]),
      JsonPatch.add(`${TEMPLATE}/spec/priorityClassName`, 'high'),
    ],
  },
  'patches that tell others of the pods': { patches: [JsonPatch.add(`${TEMPLATE}/metadata/annotations`, { 'example.com/owner': 'team' })] },
  'patches that say of the pod what they may': {
    patches: [
      JsonPatch.add(`${TEMPLATE}/spec/containers/0/securityContext/capabilities/add`, ['NET_BIND_SERVICE']),
      JsonPatch.add(`${TEMPLATE}/spec/securityContext/sysctls`, [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '80' }]),
    ],
  },
  'nearly everything at once': {
    props: {
      platform: EVERYTHING,
      mounts: MOUNTS(),
      writablePaths: [{ path: '/data' }],
      initContainers: [{ name: 'init', image: IMAGE, userId: 5 }],
      sidecars: [{ name: 'side', image: IMAGE, ports: [{ number: 9901 }], health: Health.tcp() }],
      terminationGracePeriodSeconds: 60,
      waivers: [waived('read-only-root-filesystem'), waived('cpu-limit-set')],
    },
  },
};

/** Props and settings as they fall, the same ones in every run. */
export function randomVariants(count: number): Variant[] {
  return fc.sample(fc.tuple(goodProps, settings), { numRuns: count, seed: 20261125 })
    .map(([props, chosen]) => ({ props: { port: undefined, ...called(props) as object }, settings: chosen }));
}
