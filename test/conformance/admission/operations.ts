import { setTimeout as pause } from 'timers/promises';
import { asKind, hardenedPod } from './pods';
import { eventually, withoutPods } from '../apiserver/applied';
import type { Answered, Api } from '../cluster/api';
import type { Cluster } from '../cluster/cluster';
import type { Release } from '../cluster/programs';
import { synthesizeWith } from '../examples';
import type { Report } from '../report';

const SHOP = '/api/v1/namespaces/shop';

/** The quickstart with guardrails that refuse, and a workload that waives one rule. */
function guarded(minor: string): Promise<string> {
  return synthesizeWith('01-quickstart', {
    'KubernetesVersion.V1_36': `KubernetesVersion.V${minor.replace('.', '_')}`,
    'import { HardenedDeployment': 'import { AdmissionGuardrails, GuardrailAction, PodSecurityLevel, HardenedDeployment',
    'const shop = new SecureNamespace(chart, \'shop\');': [
      'const waivers = [{ rule: "pod-security-restricted", reason: "an init container is root" }];',
      'const shop = new SecureNamespace(chart, "shop", { level: PodSecurityLevel.PRIVILEGED, waivers });',
      'new AdmissionGuardrails(chart, "guardrails", { action: GuardrailAction.DENY, rules: ["read-only-root-filesystem", "image-tag-fixed"] });',
    ].join('\n'),
    'image: CART, port: 7070,': 'image: CART, port: 7070, waivers: [{ rule: "read-only-root-filesystem", reason: "it writes beside its program" }],',
  });
}

/** With every policy at Deny, what operators do all day goes on, and what would get round the policies does not. */
export async function operations(cluster: Cluster, api: Api, report: Report, { minor }: Release): Promise<void> {
  await cluster.mustKubectl(['apply', '--server-side', '-f', '-'], { input: await guarded(minor) });
  const ask = (method: string, path: string, object?: object, as?: string) => api.ask(method, path, object, as);
  await untilDenied(api);
  const check = (name: string, act: () => Promise<Answered>, expected: 'taken' | RegExp) => report.check(`${minor}: ${name}`, async () => {
    const { status, body } = await act();
    const isTaken = status < 300;
    if (expected === 'taken' ? !isTaken : isTaken || !expected.test(body.message)) { throw new Error(`got ${status} ${body.message ?? ''}`); }
  });

  await report.check(`${minor}: Deployments are rolled out by the real controllers, the waived one too`, () => eventually(() => withoutPods(cluster, 'shop')));
  await check('a workload is scaled', () => ask('PATCH', '/apis/apps/v1/namespaces/shop/deployments/cart/scale', { spec: { replicas: 3 } }), 'taken');
  await check('a label is set', () => ask('PATCH', '/apis/apps/v1/namespaces/shop/deployments/cart', { metadata: { labels: { a: 'b' } } }), 'taken');
  const pods = (await ask('GET', `${SHOP}/pods?labelSelector=app.kubernetes.io/instance%3Dweb`)).body.items;
  const debug = (securityContext: object) => ({ spec: { ephemeralContainers: [{ name: 'debug', image: 'registry.example.com/debug:1', securityContext }] } });
  await check('a debug container is added', () => ask('PATCH', `${SHOP}/pods/${pods[0].metadata.name}/ephemeralcontainers`, debug({ readOnlyRootFilesystem: true })), 'taken');
  await check('an old object with a finalizer comes to its end', async () => {
    await ask('PATCH', `${SHOP}/pods/${pods[1].metadata.name}`, { metadata: { finalizers: ['example.com/later'] } });
    await ask('DELETE', `${SHOP}/pods/${pods[1].metadata.name}`);
    return ask('PATCH', `${SHOP}/pods/${pods[1].metadata.name}`, { metadata: { finalizers: null } });
  }, 'taken');
  await check('a CronJob starts a Job, as its controller does', () => (
    ask('POST', '/apis/batch/v1/namespaces/shop/jobs', job(), 'system:serviceaccount:kube-system:cronjob-controller')
  ), 'taken');
  await check('a namespace is made and removed', async () => {
    await ask('POST', '/api/v1/namespaces', { metadata: { name: 'later' } });
    return ask('DELETE', '/api/v1/namespaces/later');
  }, 'taken');

  const cart = (await ask('GET', '/apis/apps/v1/namespaces/shop/deployments/cart')).body;
  const DENIED = /denied request: read-only-root-filesystem/;
  await check('the waived workload itself may be written again', () => ask('PATCH', '/apis/apps/v1/namespaces/shop/deployments/cart', {
    spec: { template: { metadata: { annotations: { restarted: 'now' } } } },
  }), 'taken');
  await check('another workload with its template may not', () => ask('POST', '/apis/apps/v1/namespaces/shop/deployments?dryRun=All', {
    apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'other' }, spec: cart.spec,
  }), DENIED);
  await check('its waiver lifts no other rule', () => ask('PATCH', '/apis/apps/v1/namespaces/shop/deployments/cart?dryRun=All', {
    spec: { template: { spec: { containers: [{ ...cart.spec.template.spec.containers[0], image: 'registry.example.com/shop/cart:latest' }] } } },
  }), /denied request: image-tag-fixed/);
  await check('its waiver is for no other container', () => ask('PATCH', '/apis/apps/v1/namespaces/shop/deployments/cart?dryRun=All', {
    spec: { template: { spec: { containers: [...cart.spec.template.spec.containers, second(cart)] } } },
  }), DENIED);
  await identities(api, check);
}

type Check = (name: string, act: () => Promise<Answered>, expected: 'taken' | RegExp) => Promise<void>;

/** A waiver is for what people write under one kind and name. Whatever else anyone may write into an object counts for nothing. */
async function identities(api: Api, check: Check): Promise<void> {
  const DENIED = /denied request: host-port-unused/;
  const onNode = (kind: number, name: string, change: (pod: any) => void = () => undefined) => {
    const pod = hardenedPod();
    pod.spec.containers[0].ports = [{ containerPort: 8080, hostPort: 8080 }];
    change(pod);
    const { path, object } = asKind(kind, name, pod);
    return () => api.ask('POST', `/${path}?dryRun=All`, object);
  };
  await check('what is waived is taken', onNode(0, 'cart'), 'taken');
  await check('a Deployment of another name is refused', onNode(0, 'cart-2'), DENIED);
  await check('another kind of that name is refused', onNode(3, 'cart'), DENIED);
  await check('a bare pod with its name, labels, annotations and owner is refused', onNode(4, 'cart', pod => {
    pod.metadata.ownerReferences = [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'cart', uid: 'a', controller: true }];
    pod.metadata.annotations = { 'waiver.cdk8s-hardened/host-port-unused.main': 'so it says' };
  }), DENIED);
  await check('whoever only calls himself a controller is refused', () => {
    const { path, object } = asKind(4, 'cart-x', hardenedPod());
    object.spec.hostPID = true;
    return api.ask('POST', `/${path}?dryRun=All`, object, 'deployment-controller');
  }, /forbidden/);
}

function second(cart: any): object {
  return { ...cart.spec.template.spec.containers[0], name: 'second', ports: [], volumeMounts: [], livenessProbe: null, readinessProbe: null, startupProbe: null, lifecycle: null };
}

function job(): object {
  const container = { name: 'main', image: 'registry.example.com/job', securityContext: { readOnlyRootFilesystem: false } };
  return { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'nightly-1' }, spec: { template: { spec: { restartPolicy: 'Never', containers: [container] } } } };
}

/** A binding takes effect some moments after it was taken. */
async function untilDenied(api: Api): Promise<void> {
  for (let i = 0; i < 100; i++) {
    const { status } = await api.ask('POST', '/apis/batch/v1/namespaces/shop/jobs?dryRun=All', job());
    if (status >= 400) { return; }
    await pause(200);
  }
  throw new Error('the guardrails did not take effect');
}
