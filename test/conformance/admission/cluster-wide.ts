import { setTimeout as pause } from 'timers/promises';
import { Testing } from 'cdk8s';
import { yamlOf } from './guarded-app';
import { checkOf, doubts } from './operations';
import { hardenedPod } from './pods';
import { AdmissionGuardrails, GuardrailAction, KubernetesVersion, SecureApp, SecureChart } from '../../../src';
import { eventually } from '../apiserver/applied';
import type { Api } from '../cluster/api';
import type { Cluster } from '../cluster/cluster';
import type { Release } from '../cluster/programs';
import type { Manifest } from '../examples';
import type { Report } from '../report';

const NAME = 'everywhere';
const EXCEPT = ['kube-system', 'kube-node-lease', 'kube-public', 'left-alone'];
const LEVEL = 'pod-security.kubernetes.io/enforce';

/** Namespaces that nobody makes with this library, by what their labels demand. */
const OTHERS: Readonly<Record<string, string | undefined>> = {
  'left-alone': undefined, 'of-no-level': undefined, 'restricted-one': 'restricted', 'baseline-one': 'baseline', 'privileged-one': 'privileged',
};

function guardrails(minor: number, action?: GuardrailAction): readonly Manifest[] {
  const app = new SecureApp({ kubernetesVersion: minor === 30 ? KubernetesVersion.V1_30 : KubernetesVersion.V1_37 });
  const chart = new SecureChart(app, 'teams');
  AdmissionGuardrails.cluster(chart, 'guardrails', { name: NAME, except: EXCEPT, action, exceptRules: ['namespace-pod-security-set'] });
  return Testing.synth(chart);
}

/** Policies for a whole cluster judge every namespace but those that are named, each by its own level, and hold up nothing of Kubernetes. */
export async function clusterWide(cluster: Cluster, api: Api, report: Report, { minor }: Release): Promise<void> {
  const check = checkOf(report, `${minor}, the whole cluster`);
  const version = Number(minor.split('.')[1]);
  const install = (action?: GuardrailAction) => cluster.mustKubectl(['apply', '--server-side', '-f', '-'], { input: yamlOf(guardrails(version, action)) });
  for (const [name, level] of Object.entries(OTHERS)) {
    await api.ask('POST', '/api/v1/namespaces', { metadata: { name, labels: level === undefined ? {} : { [LEVEL]: level } } });
  }
  await install();
  await report.check(`${minor}: of policies for the whole cluster the API server doubts no type`, () => eventually(() => doubts(api, NAME)));
  await check('what begins in the audit log refuses nothing', () => deploy(api, 'restricted-one', hostPid), 'taken');
  await install(GuardrailAction.DENY);
  await untilDenied(api);
  const ROOT = /denied request: run-as-non-root/;
  const HOST = /denied request: host-pid-off/;
  await check('an object in a namespace that is left alone is taken', () => service(api, 'left-alone'), 'taken');
  await check('the same object elsewhere is refused', () => service(api, 'of-no-level'), /denied request: service-external-ips-unset/);
  await check('also in a namespace that is privileged', () => service(api, 'privileged-one'), /denied request: service-external-ips-unset/);
  await check('the namespace of Kubernetes itself is left alone', () => service(api, 'kube-system'), 'taken');
  await check('pods of the node are refused where nothing is demanded', () => deploy(api, 'of-no-level', hostPid), HOST);
  await check('and where the baseline level is', () => deploy(api, 'baseline-one', hostPid), HOST);
  await check('and taken where the namespace is privileged', () => deploy(api, 'privileged-one', hostPid), 'taken');
  await check('and where it is left alone', () => deploy(api, 'left-alone', hostPid), 'taken');
  await check('pods of root are refused where the restricted level is demanded', () => deploy(api, 'restricted-one', root), ROOT);
  await check('and taken where it is not', () => deploy(api, 'baseline-one', root), 'taken');
  await check('what breaks no rule is taken', () => deploy(api, 'restricted-one', () => undefined), 'taken');
  await check('a new namespace is taken', () => api.ask('POST', '/api/v1/namespaces', { metadata: { name: 'new-one', labels: { [LEVEL]: 'restricted' } } }), 'taken');
  await report.check(`${minor}: Kubernetes puts its service account into it`, () => eventually(async () => {
    const { status } = await api.ask('GET', '/api/v1/namespaces/new-one/serviceaccounts/default');
    return status < 300 ? [] : ['it is missing'];
  }));
  await check('and the certificate of the cluster', () => api.ask('POST', '/api/v1/namespaces/new-one/configmaps', {
    metadata: { name: 'kube-root-ca.crt' }, data: { 'ca.crt': '-----BEGIN CERTIFICATE-----' },
  }, 'system:serviceaccount:kube-system:root-ca-cert-publisher'), 'taken');
}

function service(api: Api, namespace: string) {
  return api.ask('POST', `/api/v1/namespaces/${namespace}/services?dryRun=All`, { metadata: { name: 'web' }, spec: { ports: [{ port: 80 }], externalIPs: ['192.0.2.1'] } });
}

const hostPid = (pod: any) => { pod.spec.hostPID = true; };
const root = (pod: any) => {
  delete pod.spec.securityContext.runAsNonRoot;
  delete pod.spec.containers[0].securityContext.runAsNonRoot;
};

/** A template, which Pod Security itself only warns of. */
function deploy(api: Api, namespace: string, change: (pod: any) => void) {
  const template = hardenedPod();
  template.spec.containers[0].securityContext.readOnlyRootFilesystem = true;
  change(template);
  return api.ask('POST', `/apis/apps/v1/namespaces/${namespace}/deployments?dryRun=All`, {
    apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: { selector: { matchLabels: { app: 'main' } }, template },
  });
}

/** A binding takes effect some moments after it was taken. */
async function untilDenied(api: Api): Promise<void> {
  for (let i = 0; i < 100; i++) {
    const answers = await Promise.all([service(api, 'of-no-level'), deploy(api, 'of-no-level', hostPid)]);
    if (answers.every(({ status }) => status >= 400)) { return; }
    await pause(200);
  }
  throw new Error('the guardrails of the cluster did not take effect');
}
