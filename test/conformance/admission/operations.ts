import { setTimeout as pause } from 'timers/promises';
import { guardedApp, OPERATOR, yamlOf } from './guarded-app';
import { injection } from './injection';
import { asKind, hardenedPod } from './pods';
import { APPLIER, protection, STRANGER } from './protection';
import { eventually, withoutPods } from '../apiserver/applied';
import type { Answered, Api } from '../cluster/api';
import type { Cluster } from '../cluster/cluster';
import type { Release } from '../cluster/programs';
import type { Report } from '../report';

/** What roles allow is no matter of policies. */
async function mayEverything(api: Api, names: readonly string[]): Promise<void> {
  const apiGroup = 'rbac.authorization.k8s.io';
  const { status, body } = await api.ask('POST', `/apis/${apiGroup}/v1/clusterrolebindings`, {
    metadata: { name: 'everything' }, roleRef: { apiGroup, kind: 'ClusterRole', name: 'cluster-admin' }, subjects: names.map(name => ({ apiGroup, kind: 'User', name })),
  });
  if (status >= 300) { throw new Error(body.message); }
}

const SHOP = '/api/v1/namespaces/shop';
const DEPLOYMENTS = '/apis/apps/v1/namespaces/shop/deployments';

export type Check = (name: string, act: () => Promise<Answered>, expected: 'taken' | RegExp) => Promise<void>;

/** A case is that a request is taken, or refused in these words. */
export function checkOf(report: Report, minor: string): Check {
  return (name, act, expected) => report.check(`${minor}: ${name}`, async () => {
    const { status, body } = await act();
    const isTaken = status < 300;
    if (expected === 'taken' ? !isTaken : isTaken || !expected.test(body.message)) { throw new Error(`got ${status} ${body.message ?? ''}`); }
  });
}

/** With every policy at Deny, what operators do all day goes on, and what would get round the policies does not. */
export async function operations(cluster: Cluster, api: Api, report: Report, { minor }: Release): Promise<void> {
  await cluster.mustKubectl(['apply', '--server-side', '-f', '-'], { input: yamlOf(guardedApp(Number(minor.split('.')[1]))) });
  await untilDenied(api);
  const check = checkOf(report, minor);
  await report.check(`${minor}: Deployments are rolled out by the real controllers, the waived one too`, () => eventually(() => withoutPods(cluster, 'shop')));
  await report.check(`${minor}: in no policy the API server doubts the types of an expression`, () => eventually(() => doubts(api, 'shop')));
  await mayEverything(api, [OPERATOR, STRANGER, APPLIER]);
  await goesOn(api, check);
  await injection(cluster, api, report, check, minor);
  await doesNot(api, check);
  await identities(api, check);
  await protection(cluster, api, report, minor);
}

/** What the API server says of expressions by the schemas of what they are about, in the status of each policy. */
export async function doubts(api: Api, name: string): Promise<string[]> {
  const { items } = (await api.ask('GET', '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies')).body;
  return items.filter(({ metadata }: any) => metadata.name.startsWith(`${name}-`)).flatMap(({ metadata, status }: any) => (
    status?.observedGeneration === metadata.generation
      ? (status.typeChecking?.expressionWarnings ?? []).map((each: any) => `${metadata.name} ${each.fieldRef}: ${each.warning}`)
      : [`${metadata.name} was not looked at`]
  ));
}

async function goesOn(api: Api, check: Check): Promise<void> {
  const ask = (method: string, path: string, object?: object, as?: string) => api.ask(method, path, object, as);
  const by = (controller: string) => `system:serviceaccount:kube-system:${controller}`;
  await check('a workload is scaled', () => ask('PATCH', `${DEPLOYMENTS}/cart/scale`, { spec: { replicas: 3 } }), 'taken');
  await check('a label is set', () => ask('PATCH', `${DEPLOYMENTS}/cart`, { metadata: { labels: { a: 'b' } } }), 'taken');
  const pods = (await ask('GET', `${SHOP}/pods?labelSelector=app.kubernetes.io/instance%3Dweb`)).body.items;
  const added = { name: 'debug', image: 'registry.example.com/debug:1', securityContext: { readOnlyRootFilesystem: true, ...strict() } };
  await check('a debug container is added', () => ask('PATCH', `${SHOP}/pods/${pods[0].metadata.name}/ephemeralcontainers`, {
    spec: { ephemeralContainers: [added] },
  }), 'taken');
  await check('an old object with a finalizer comes to its end', async () => {
    await ask('PATCH', `${SHOP}/pods/${pods[1].metadata.name}`, { metadata: { finalizers: ['example.com/later'] } });
    await ask('DELETE', `${SHOP}/pods/${pods[1].metadata.name}`);
    return ask('PATCH', `${SHOP}/pods/${pods[1].metadata.name}`, { metadata: { finalizers: null } });
  }, 'taken');
  await check('a CronJob starts a Job, as its controller does', () => ask('POST', '/apis/batch/v1/namespaces/shop/jobs', job(), by('cronjob-controller')), 'taken');
  await check('the Job starts a pod', () => ask('POST', `${SHOP}/pods`, podOfRoot('nightly-1-x2k4z'), by('job-controller')), 'taken');
  await check('a sidecar of root is put into a pod of a ReplicaSet', () => ask('POST', `${SHOP}/pods`, podOfRoot('web-5d7f8c9b6-x2k4z'), by('replicaset-controller')), 'taken');
  await check('a StatefulSet keeps its former template', () => (
    ask('POST', '/apis/apps/v1/namespaces/shop/controllerrevisions', revision(), by('statefulset-controller'))
  ), 'taken');
  await check('the certificate of the cluster is put into the namespace', () => ask('POST', `${SHOP}/configmaps`, {
    metadata: { name: 'kube-root-ca.crt' }, data: { 'ca.crt': '-----BEGIN CERTIFICATE-----' },
  }, by('root-ca-cert-publisher')), 'taken');
  await check('a config map of 900 KB is judged in time', () => ask('POST', `${SHOP}/configmaps?dryRun=All`, {
    metadata: { name: 'big' }, data: { text: 'a line of text\n'.repeat(60_000) },
  }), 'taken');
  await check('an operator makes a pod that it may make', () => ask('POST', `${SHOP}/pods?dryRun=All`, operated(), OPERATOR), 'taken');
  await check('a rule that only warns lets pass', () => ask('POST', `${SHOP}/services?dryRun=All`, {
    metadata: { name: 'open' }, spec: { type: 'NodePort', selector: { a: 'b' }, ports: [{ port: 80 }] },
  }), /quota/);
  await check('the waived workload itself may be written again', () => ask('PATCH', `${DEPLOYMENTS}/cart`, {
    spec: { template: { metadata: { annotations: { restarted: 'now' } } } },
  }), 'taken');
}

async function doesNot(api: Api, check: Check): Promise<void> {
  const cart = (await api.ask('GET', `${DEPLOYMENTS}/cart`)).body;
  const [main] = cart.spec.template.spec.containers;
  const DENIED = /denied request: read-only-root-filesystem/;
  const patch = (spec: object) => () => api.ask('PATCH', `${DEPLOYMENTS}/cart?dryRun=All`, { spec: { template: { spec } } });
  await check('another workload with its template may not', () => api.ask('POST', `${DEPLOYMENTS}?dryRun=All`, {
    apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'other' }, spec: cart.spec,
  }), DENIED);
  await check('its waiver lifts no other rule', patch({ containers: [{ ...main, image: 'registry.example.com/shop/cart:latest' }] }), /image-tag-fixed/);
  await check('its waiver is for no other container', patch({ containers: [...cart.spec.template.spec.containers, second(main)] }), DENIED);
  await check('a Job that somebody makes from a CronJob is judged', () => api.ask('POST', '/apis/batch/v1/namespaces/shop/jobs?dryRun=All', job()), DENIED);
  await check('a former template that somebody writes is refused', () => (
    api.ask('POST', '/apis/apps/v1/namespaces/shop/controllerrevisions?dryRun=All', revision())
  ), /controller-revision-unwritten/);
  await check('a debug container of root is refused', async () => {
    const [pod] = (await api.ask('GET', `${SHOP}/pods?labelSelector=app.kubernetes.io/instance%3Dcart`)).body.items;
    return api.ask('PATCH', `${SHOP}/pods/${pod.metadata.name}/ephemeralcontainers`, {
      spec: { ephemeralContainers: [{ name: 'debug', image: 'registry.example.com/debug:1', securityContext: { ...strict(), runAsUser: 0 } }] },
    });
  }, /run-as-user-not-zero/);
  await check('what an operator may, nobody else may', () => api.ask('POST', `${SHOP}/pods?dryRun=All`, operated()), /host-port-unused/);
  await check('an operator may nothing else', () => {
    const pod: any = operated();
    pod.spec.hostPID = true;
    return api.ask('POST', `${SHOP}/pods?dryRun=All`, pod, OPERATOR);
  }, /host-pid-off/);
}

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

const strict = () => ({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });

function second(main: any): object {
  return { ...main, name: 'second', ports: [], volumeMounts: [], livenessProbe: null, readinessProbe: null, startupProbe: null, lifecycle: null };
}

/** As an injected proxy: another user, another registry, no limits, and a root file system that can be written. */
function podOfRoot(name: string): object {
  const { metadata, spec } = hardenedPod();
  const proxy = { name: 'proxy', image: 'docker.io/proxy', securityContext: { runAsUser: 0, runAsNonRoot: false } };
  return { metadata: { ...metadata, name }, spec: { ...spec, containers: [...spec.containers, proxy] } };
}

function operated(): any {
  const { metadata, spec } = hardenedPod();
  return { metadata: { ...metadata, name: 'database-1' }, spec: { ...spec, containers: [{ ...spec.containers[0], ports: [{ containerPort: 5432, hostPort: 5432 }] }] } };
}

function revision(): object {
  return { apiVersion: 'apps/v1', kind: 'ControllerRevision', metadata: { name: 'db-1' }, revision: 1, data: { spec: { template: { spec: { hostPID: true } } } } };
}

function job(): object {
  const container = { name: 'main', image: 'registry.example.com/job:1', securityContext: { ...strict(), readOnlyRootFilesystem: false } };
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
