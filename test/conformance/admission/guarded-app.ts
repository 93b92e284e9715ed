import { Testing, Yaml } from 'cdk8s';
import {
  AdmissionGuardrails, AdmissionGuardrailsProps, GuardrailAction, HardenedDeployment, Health, KubernetesVersion, NamespaceQuota, SecureApp,
  SecureChart, SecureNamespace,
} from '../../../src';
import { Deployer } from '../../../src/policy/deployer';
import type { Manifest } from '../examples';

const image = (name: string, digit: string) => `registry.example.com/shop/${name}:1.4.2@sha256:${digit.repeat(64)}`;

/** Who may change what guards the namespaces, beside administrators. */
export const DEPLOYER = { namespace: 'gitops', name: 'applier' };

/** Who makes pods under names that nobody knows. */
export const OPERATOR = 'system:serviceaccount:operators:databases';

/**
 * Two workloads, one of which waives a rule, in a namespace where Pod Security itself refuses nothing; all rules refuse, but for one that warns;
 * and only administrators and one deployer may change what guards the namespace.
 */
export function guardedApp(minor: number, props: Partial<AdmissionGuardrailsProps> = {}): readonly Manifest[] {
  const chart = program(minor);
  const guardrails = new AdmissionGuardrails(chart, 'guardrails', {
    action: GuardrailAction.DENY,
    actions: { 'read-only-root-filesystem': GuardrailAction.DENY, 'node-port-unused': GuardrailAction.WARN },
    operators: [{ rule: 'host-port-unused', namespace: 'shop', serviceAccount: 'operators/databases', reason: 'databases are found by their nodes' }],
    ...props,
  });
  guardrails.protect({ deployers: [Deployer.group('system:masters'), Deployer.serviceAccount(DEPLOYER.namespace, DEPLOYER.name)] });
  return Testing.synth(chart).map(each => each.kind === 'Namespace' ? withoutPodSecurity(each) : each);
}

/** What refuses a pod of root must be our policies, and not Pod Security, which comes before them. */
function withoutPodSecurity(namespace: Manifest): Manifest {
  const labels = { ...namespace.metadata.labels, 'pod-security.kubernetes.io/enforce': 'privileged' };
  return { ...namespace, metadata: { ...namespace.metadata, labels } };
}

/** The same policies as a file for the disk of an API server. */
export function staticFile(minor: number): string {
  const chart = program(minor);
  const guardrails = new AdmissionGuardrails(chart, 'guardrails', { action: GuardrailAction.DENY, onDisk: true });
  guardrails.protect({ deployers: [Deployer.group('system:masters')] });
  return guardrails.staticManifests();
}

export const yamlOf = (objects: readonly Manifest[]): string => Yaml.stringify(...objects);

function program(minor: number): SecureChart {
  const kubernetesVersion = minor === 30 ? KubernetesVersion.V1_30 : KubernetesVersion.V1_37;
  const app = new SecureApp({ kubernetesVersion, trustedRegistries: ['registry.example.com'] });
  const chart = new SecureChart(app, 'shop');
  const shop = new SecureNamespace(chart, 'shop', { quota: NamespaceQuota.fixed({ cpuRequests: '20', cpuLimits: '50', memory: '20Gi', ephemeralStorage: '20Gi', pods: 50 }) });
  const cart = new HardenedDeployment(shop, 'cart', {
    image: image('cart', 'a'), port: 7070, health: Health.grpc(), waivers: [{ rule: 'read-only-root-filesystem', reason: 'it writes beside its program' }],
  });
  const web = new HardenedDeployment(shop, 'web', { image: image('web', 'b'), port: 8080, health: Health.http({ live: '/livez', ready: '/readyz' }) });
  web.connections.allowTo(cart);
  return chart;
}
