import { setTimeout as pause } from 'timers/promises';
import { DEPLOYER } from './guarded-app';
import { Check, checkOf } from './operations';
import { eventually } from '../apiserver/applied';
import type { Api } from '../cluster/api';
import type { Cluster } from '../cluster/cluster';
import type { Report } from '../report';

export const STRANGER = 'stranger@example.com';
export const APPLIER = `system:serviceaccount:${DEPLOYER.namespace}:${DEPLOYER.name}`;
const POLICIES = '/apis/networking.k8s.io/v1/namespaces/shop/networkpolicies';
const QUOTAS = '/api/v1/namespaces/shop/resourcequotas';
const LIMITS = '/api/v1/namespaces/shop/limitranges';
const REFUSED = /protected: /;

/** What guards a namespace is changed by those who deploy it, by the controllers that empty it, and by nobody else, whatever roles they have. */
export async function protection(cluster: Cluster, api: Api, report: Report, minor: string): Promise<void> {
  const check = checkOf(report, minor);
  await untilProtected(api);
  await stays(api, check);
  await changes(api, check);
  await ends(cluster, api, report, check);
}

/** A binding takes effect some moments after it was taken. */
async function untilProtected(api: Api): Promise<void> {
  for (let i = 0; i < 100; i++) {
    const { status } = await api.ask('DELETE', '/api/v1/namespaces/shop?dryRun=All', undefined, STRANGER);
    if (status >= 400) { return; }
    await pause(200);
  }
  throw new Error('the protection did not take effect');
}

const open = (name: string) => ({ metadata: { name }, spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ from: [{ podSelector: {} }] }] } });
const labels = (more: object) => ({ metadata: { labels: more } });

async function stays(api: Api, check: Check): Promise<void> {
  const stranger = (method: string, path: string, object?: object) => () => api.ask(method, path, object, STRANGER);
  await check('a stranger adds no network policy', stranger('POST', POLICIES, open('more')), REFUSED);
  await check('a stranger changes no network policy', stranger('PATCH', `${POLICIES}/default-deny`, { spec: { policyTypes: ['Ingress'] } }), REFUSED);
  await check('a stranger removes no network policy', stranger('DELETE', `${POLICIES}/default-deny`), REFUSED);
  await check('a stranger removes not all of them at once', stranger('DELETE', POLICIES), REFUSED);
  await check('a stranger raises no quota', stranger('PATCH', `${QUOTAS}/quota`, { spec: { hard: { pods: '1000' } } }), REFUSED);
  await check('a stranger removes no quota', stranger('DELETE', `${QUOTAS}/quota`), REFUSED);
  await check('a stranger removes no limit range', stranger('DELETE', `${LIMITS}/limits`), REFUSED);
  await check('a stranger lowers no level', stranger('PATCH', '/api/v1/namespaces/shop', labels({ 'pod-security.kubernetes.io/warn': 'privileged' })), REFUSED);
  await check('a stranger removes no level', stranger('PATCH', '/api/v1/namespaces/shop', labels({ 'pod-security.kubernetes.io/enforce-version': null })), REFUSED);
  await check('a stranger adds no pods to a mesh', stranger('PATCH', '/api/v1/namespaces/shop', labels({ 'istio-injection': 'enabled' })), REFUSED);
  await check('a stranger does not take the namespace out by its label', stranger('PATCH', '/api/v1/namespaces/shop', labels({
    'kubernetes.io/metadata.name': 'other', 'pod-security.kubernetes.io/warn': 'privileged',
  })), /protected: |must equal|Invalid/);
  await check('a stranger does not remove the namespace', stranger('DELETE', '/api/v1/namespaces/shop'), REFUSED);
}

async function changes(api: Api, check: Check): Promise<void> {
  const by = (as: string | undefined, method: string, path: string, object?: object) => () => api.ask(method, path, object, as);
  await check('a stranger labels a network policy', by(STRANGER, 'PATCH', `${POLICIES}/default-deny`, labels({ seen: 'yes' })), 'taken');
  await check('a stranger labels the namespace', by(STRANGER, 'PATCH', '/api/v1/namespaces/shop', labels({ seen: 'yes' })), 'taken');
  await check('a stranger has a quota of their own', by(STRANGER, 'POST', QUOTAS, { metadata: { name: 'mine' }, spec: { hard: { pods: '100' } } }), 'taken');
  await check('and removes it', by(STRANGER, 'DELETE', `${QUOTAS}/mine`), 'taken');
  await check('elsewhere a stranger does as they like', by(STRANGER, 'POST', '/apis/networking.k8s.io/v1/namespaces/judged/networkpolicies', open('more')), 'taken');
  await check('a namespace elsewhere is removed', by(STRANGER, 'DELETE', '/api/v1/namespaces/kube-node-lease?dryRun=All'), 'taken');
  await check('the deployer changes a network policy', by(APPLIER, 'PATCH', `${POLICIES}/default-deny?dryRun=All`, { spec: { policyTypes: ['Ingress'] } }), 'taken');
  await check('the deployer adds a network policy', by(APPLIER, 'POST', POLICIES, open('more')), 'taken');
  await check('the deployer raises the quota', by(APPLIER, 'PATCH', `${QUOTAS}/quota`, { spec: { hard: { pods: '1000' } } }), 'taken');
  await check('a deployer is known by a group', by(undefined, 'PATCH', '/api/v1/namespaces/shop', labels({ 'pod-security.kubernetes.io/warn': 'baseline' })), 'taken');
}

/** The namespace controller empties the namespace, and all that is protected in it. */
async function ends(cluster: Cluster, api: Api, report: Report, check: Check): Promise<void> {
  await check('the deployer removes the namespace', () => api.ask('DELETE', '/api/v1/namespaces/shop', undefined, APPLIER), 'taken');
  await report.check('the namespace comes to its end', () => eventually(async () => {
    // Nobody runs pods here, and so nobody says that they ended.
    await cluster.kubectl(['delete', 'pods', '--all', '-n', 'shop', '--force', '--grace-period=0']);
    const { status, body } = await api.ask('GET', '/api/v1/namespaces/shop');
    return status === 404 ? [] : [JSON.stringify(body.status)];
  }, 90));
}
