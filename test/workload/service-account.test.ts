import { Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { chartWith, LEAST, podSpec, synth } from './workload';
import { HardenedDeployment, KubernetesVersion, SecureApp, SecureChart, SecureNamespace, TokenlessServiceAccount } from '../../src';

const any = (value: unknown) => value as any;

/** A workload with an account that was made elsewhere. */
function withAccount(account: (chart: Chart) => kplus.IServiceAccount, settings = {}) {
  const chart = chartWith(settings);
  const web = new HardenedDeployment(chart, 'web', { ...LEAST, serviceAccount: account(chart) });
  return { web, chart, objects: () => Testing.synth(chart), spec: () => Testing.synth(chart).find(json => json.kind === 'Deployment').spec.template.spec };
}

test('a workload has an identity of its own, which names the Secrets of the app and of the workload, each once', () => {
  const { ServiceAccount, Deployment } = synth({ pullSecrets: ['own', 'app'], labels: { team: 'shop' } }, { pullSecrets: ['app', 'other'] });
  expect(ServiceAccount.imagePullSecrets).toEqual([{ name: 'app' }, { name: 'other' }, { name: 'own' }]);
  expect(ServiceAccount.metadata.labels).toMatchObject({ 'team': 'shop', 'app.kubernetes.io/instance': 'web' });
  expect(Deployment.spec.template.spec).not.toHaveProperty('imagePullSecrets');
  expect(Deployment.spec.template.spec).toMatchObject({ serviceAccountName: 'web', automountServiceAccountToken: false });
});

test('with the account of another, the pod names the Secrets itself, and no account is made', () => {
  const { objects, spec, web } = withAccount(chart => new TokenlessServiceAccount(chart, 'shared', { namespace: 'shop' }), { pullSecrets: ['app'] });
  expect(objects().filter(json => json.kind === 'ServiceAccount').map(json => json.metadata.name)).toEqual(['shared']);
  expect(spec()).toMatchObject({ serviceAccountName: 'shared', automountServiceAccountToken: false, imagePullSecrets: [{ name: 'app' }] });
  expect(web.serviceAccount.name).toBe('shared');
});

test('an account that somebody else has made is named', () => {
  expect(withAccount(chart => kplus.ServiceAccount.fromServiceAccountName(chart, 'account', 'theirs')).spec().serviceAccountName).toBe('theirs');
});

test('an account without a namespace of its own is in the one it stands in', () => {
  const app = Testing.app();
  SecureApp.configure(app, {});
  const chart = new Chart(app, 'chart');
  const namespace = new SecureNamespace(chart, 'shop');
  const account = new kplus.ServiceAccount(namespace, 'account');
  new HardenedDeployment(namespace, 'web', { ...LEAST, serviceAccount: account });
  const json = Testing.synth(chart).find(each => each.kind === 'ServiceAccount' && each.metadata.name === account.name);
  expect(json.metadata.namespace).toBe('shop');
});

test.each<[string, (chart: Chart) => kplus.IServiceAccount]>([
  ['ours', chart => new TokenlessServiceAccount(chart, 'account', { namespace: 'elsewhere' })],
  ['cdk8s-plus', chart => new kplus.ServiceAccount(chart, 'account', { metadata: { namespace: 'elsewhere' } })],
])('fails on an account of %s in another namespace, which the pods cannot use', (_, account) => {
  expect(() => withAccount(account).objects()).toThrow(
    '[chart/web] service account of "web" stands in another namespace: got "elsewhere", expected shop; make it where its pods run: they cannot use another one',
  );
});

test('a SecureApp refuses such an account too, and takes one that stands where the pods run', () => {
  const app = new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36 });
  const chart = new SecureChart(app, 'chart');
  const [shop, other] = ['shop', 'other'].map(name => new SecureNamespace(chart, name));
  new HardenedDeployment(shop, 'web', { ...LEAST, serviceAccount: new kplus.ServiceAccount(shop, 'near') });
  expect(app.synthYaml()).toContain('kind: Deployment');
  new HardenedDeployment(shop, 'api', { ...LEAST, serviceAccount: new kplus.ServiceAccount(other, 'far') });
  expect(() => app.synthYaml()).toThrow('[chart/shop/api] service account of "api" stands in another namespace: got "other", expected shop');
});

test.each<[unknown, string]>([
  ['web', 'service account of "web": got "web", expected a service account; pass a TokenlessServiceAccount, or one of cdk8s-plus'],
  [{}, 'service account of "web": got {}, expected a service account'],
  [{ name: 'Web' }, 'name of the service account of "web": got "Web", expected a DNS subdomain'],
])('fails on %j', (account, message) => {
  expect(() => podSpec({ serviceAccount: any(account) })).toThrow(message);
});
