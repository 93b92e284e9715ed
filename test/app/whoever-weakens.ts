import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import * as fc from 'fast-check';
import { HardenedDeployment, Health, KubernetesVersion, SecureApp, SecureChart, SecureNamespace } from '../../src';

const image = (name: string) => `registry.example.com/${name}:1.0@sha256:${'a'.repeat(64)}`;
const health = () => Health.http({ live: '/livez', ready: '/readyz' });

/** A shop whose web calls its cart, and nothing else. */
export function shop(): SecureApp {
  const app = new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36, outdir: '/nowhere' });
  const namespace = new SecureNamespace(new SecureChart(app, 'chart'), 'shop');
  const cart = new HardenedDeployment(namespace, 'cart', { image: image('cart'), port: 8080, health: health() });
  const web = new HardenedDeployment(namespace, 'web', { image: image('web'), port: 8080, health: health() });
  web.connections.allowTo(cart);
  return app;
}

/** One thing that a program does to what others made. */
export interface Deed {
  readonly says: string;
  readonly on: (app: SecureApp) => void;
}

export function objectsOf(app: SecureApp): ApiObject[] {
  return app.node.findAll().filter((each): each is ApiObject => ApiObject.isApiObject(each));
}

function objectOf(app: SecureApp, kind: string, name: string): ApiObject {
  return objectsOf(app).find(each => each.kind === kind && each.name === name)!;
}

function chartOf(app: SecureApp): Chart {
  return app.node.findChild('chart') as Chart;
}

const patch = (kind: string, name: string, ...ops: JsonPatch[]): Deed => ({
  says: `patch ${kind} ${name}: ${JSON.stringify(ops)}`, on: app => objectOf(app, kind, name).addJsonPatch(...ops),
});

const gone = (kind: string, name: string): Deed => ({
  says: `remove ${kind} ${name}`, on: app => { const { node } = objectOf(app, kind, name); node.scope!.node.tryRemoveChild(node.id); },
});

const silenced = (kind: string, name: string): Deed => ({
  says: `${kind} ${name} renders as nothing`, on: app => { objectOf(app, kind, name).toJson = () => undefined; },
});

const replaced = (kind: string, name: string, change: (json: any) => void): Deed => ({
  says: `${kind} ${name} renders as ${change}`,
  on: app => {
    const object = objectOf(app, kind, name);
    const own = object.toJson.bind(object);
    object.toJson = () => { const json = own(); change(json); return json; };
  },
});

const beside = (json: any): Deed => ({ says: `beside: ${JSON.stringify(json)}`, on: app => { new ApiObject(chartOf(app), `beside-${chartOf(app).node.children.length}`, json); } });

const SPEC = '/spec/template/spec';
const PSA = 'pod-security.kubernetes.io';
const everyone = { policyTypes: ['Ingress', 'Egress'], podSelector: {}, ingress: [{}], egress: [{}] };
const metadata = { name: 'beside', namespace: 'shop' };

/** Ways to weaken what the library made, that somebody would think of. */
export const WEAKENING: readonly Deed[] = [
  patch('NetworkPolicy', 'web', JsonPatch.replace('/spec/egress', [{}])),
  patch('NetworkPolicy', 'cart', JsonPatch.add('/spec/ingress/-', { from: [{ namespaceSelector: {} }] })),
  patch('NetworkPolicy', 'default-deny', JsonPatch.replace('/spec/podSelector', { matchLabels: { app: 'other' } })),
  patch('NetworkPolicy', 'default-deny', JsonPatch.replace('/spec/policyTypes', ['Ingress'])),
  patch('NetworkPolicy', 'default-deny', JsonPatch.replace('/metadata/namespace', 'other')),
  patch('NetworkPolicy', 'default-deny', JsonPatch.replace('/kind', 'ConfigMap')),
  patch('Namespace', 'shop', JsonPatch.remove(`/metadata/labels/${PSA}~1enforce`)),
  patch('Namespace', 'shop', JsonPatch.replace(`/metadata/labels/${PSA}~1enforce`, 'privileged')),
  patch('Namespace', 'shop', JsonPatch.replace('/metadata/name', 'elsewhere')),
  patch('Namespace', 'shop', JsonPatch.remove('/metadata/labels')),
  patch('ResourceQuota', 'quota', JsonPatch.remove('/spec/hard/pods')),
  patch('ResourceQuota', 'quota', JsonPatch.replace('/spec/hard', {})),
  patch('LimitRange', 'limits', JsonPatch.replace('/spec/limits', [])),
  patch('ServiceAccount', 'default', JsonPatch.replace('/automountServiceAccountToken', true)),
  patch('ServiceAccount', 'default', JsonPatch.replace('/metadata/name', 'another')),
  patch('ServiceAccount', 'web', JsonPatch.remove('/automountServiceAccountToken')),
  patch('PodDisruptionBudget', 'web', JsonPatch.replace('/spec/maxUnavailable', '100%')),
  patch('PodDisruptionBudget', 'web', JsonPatch.replace('/spec/selector', { matchLabels: { app: 'other' } })),
  patch('Service', 'web', JsonPatch.add('/spec/type', 'LoadBalancer')),
  patch('Service', 'web', JsonPatch.add('/spec/externalIPs', ['203.0.113.1'])),
  patch('Deployment', 'web', JsonPatch.replace('/spec/template/metadata/labels', { app: 'free' }), JsonPatch.replace('/spec/selector', { matchLabels: { app: 'free' } })),
  patch('Deployment', 'web', JsonPatch.replace('/metadata/namespace', 'other')),
  patch('Deployment', 'web', JsonPatch.add('/spec/template/metadata/annotations', { 'seccomp.security.alpha.kubernetes.io/pod': 'unconfined' }),
    JsonPatch.remove(`${SPEC}/securityContext/seccompProfile`), JsonPatch.remove(`${SPEC}/containers/0/securityContext/seccompProfile`)),
  patch('Deployment', 'web', JsonPatch.add(`${SPEC}/hostAliases`, [{ ip: '203.0.113.1', hostnames: ['cart'] }])),
  patch('Deployment', 'web', JsonPatch.add(`${SPEC}/hostNetwork`, true)),
  patch('Deployment', 'web', JsonPatch.replace(`${SPEC}/automountServiceAccountToken`, true)),
  patch('Deployment', 'web', JsonPatch.add(`${SPEC}/ephemeralContainers`, [{ name: 'debug', image: 'busybox', securityContext: { privileged: true } }])),
  patch('Deployment', 'web', JsonPatch.add(`${SPEC}/volumes/-`, { name: 'host', hostPath: { path: '/' } })),
  patch('Deployment', 'web', JsonPatch.remove(`${SPEC}/containers/0/securityContext`)),
  patch('Deployment', 'web', JsonPatch.replace('/kind', 'Widget')),
  ...['NetworkPolicy default-deny', 'Namespace shop', 'ResourceQuota quota', 'LimitRange limits', 'ServiceAccount default',
    'ServiceAccount web', 'PodDisruptionBudget web'].map(each => each.split(' ')).flatMap(([kind, name]) => [gone(kind, name), silenced(kind, name)]),
  replaced('NetworkPolicy', 'default-deny', json => { json.spec.egress = [{}]; }),
  replaced('NetworkPolicy', 'web', json => { delete json.metadata.namespace; }),
  replaced('Namespace', 'shop', json => { delete json.metadata.labels; }),
  replaced('ResourceQuota', 'quota', json => { json.spec.hard.pods = '1000000'; }),
  replaced('Deployment', 'web', json => { json.spec.template.metadata.labels = {}; }),
  { says: 'a label of the namespace', on: app => objectOf(app, 'Namespace', 'shop').metadata.addLabel(`${PSA}/enforce`, 'privileged') },
  { says: 'no place for what the library makes', on: app => { chartOf(app).node.tryRemoveChild('cdk8s-hardened'); } },
  {
    says: 'a chart that leaves something out',
    on: app => { const chart = chartOf(app); const own = chart.toJson.bind(chart); chart.toJson = () => own().filter((json: any) => json.metadata.name !== 'default-deny'); },
  },
];

/** Objects of others that are weak by themselves. */
export const BESIDE: readonly Deed[] = [
  beside({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec: everyone }),
  beside({ apiVersion: 'v1', kind: 'Service', metadata, spec: { type: 'NodePort', ports: [{ port: 80 }], selector: { 'app.kubernetes.io/instance': 'web' } } }),
  beside({ apiVersion: 'v1', kind: 'Service', metadata, spec: { type: 'LoadBalancer', ports: [{ port: 80 }], selector: { 'app.kubernetes.io/instance': 'web' } } }),
  beside({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'open', labels: { [`${PSA}/enforce`]: 'privileged' } } }),
  beside({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }),
  beside({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata,
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
    subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'shop' }],
  }),
  beside({ apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers: [{ name: 'a', image: 'busybox', securityContext: { privileged: true } }] } }),
];

const VALUES: readonly unknown[] = [null, true, false, 0, -1, 65536, '', '0', 'privileged', 'default', 'Unconfined', '*', {}, [], [{}], { matchLabels: {} }, ['ALL'], '999999'];

/** Any change of any object of the shop, at a place that its manifest has, or beside one. */
export const anyPatch: fc.Arbitrary<Deed> = fc.record({
  object: fc.nat(), place: fc.nat(), op: fc.constantFrom('remove', 'replace', 'add'), value: fc.constantFrom(...VALUES), key: fc.constantFrom('privileged', 'hostPID', 'type', '-', 'x'),
}).map(({ object, place, op, value, key }) => ({
  says: JSON.stringify({ object, place, op, value, key }),
  on: app => {
    const all = objectsOf(app);
    if (all.length === 0) { return; }
    const target = all[object % all.length];
    const paths = pathsOf(target.toJson());
    if (paths.length === 0) { return; }
    const path = paths[place % paths.length];
    target.addJsonPatch(op === 'remove' ? JsonPatch.remove(path) : op === 'replace' ? JsonPatch.replace(path, value) : JsonPatch.add(`${path}/${key}`, value));
  },
}));

/** Deeds that weaken nothing. */
export const HARMLESS: readonly Deed[] = [
  { says: 'a dependency', on: app => { const [a, b] = objectsOf(app); a?.addDependency(b); } },
  { says: 'a label', on: app => objectsOf(app)[0]?.metadata.addLabel('team', 'shop') },
  { says: 'an annotation', on: app => objectsOf(app)[0]?.metadata.addAnnotation('team', 'shop') },
  beside({ apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { colour: 'blue' } }),
];

function pathsOf(json: any, at = ''): string[] {
  if (typeof json !== 'object' || json === null) { return []; }
  return Object.keys(json).flatMap(key => {
    const path = `${at}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    return [path, ...pathsOf(json[key], path)];
  });
}
