import { Chart } from 'cdk8s';
import { GitOpsTool } from '../../src/kube/gitops';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';
import { PodSecurityLevel } from '../../src/kube/pod-security-level';
import { SecureNamespace, SecureNamespaceProps } from '../../src/namespace/secure-namespace';
import { HardenedSettings } from '../../src/policy/settings';
import { foreign, manifest, Shop, shop, stockChart, workload } from '../network/shop';

const MANAGED = { 'app.kubernetes.io/managed-by': 'cdk8s' };
const WAIVER = { rule: 'pod-security-restricted', reason: 'The database starts as root.' };

const metadataOf = (props: SecureNamespaceProps = {}, settings: HardenedSettings = {}) => manifest(shop(settings, props).chart, 'Namespace', 'shop').metadata;
const listed = (chart: Chart) => chart.toJson().map(({ kind, metadata }) => `${kind} ${metadata.namespace ? `${metadata.namespace}/` : ''}${metadata.name}`);

test('makes a namespace, a default identity without token, a quota, a limit range and a default deny, and nothing else', () => {
  const { chart } = shop();
  const metadata = (name: string) => ({ name, namespace: 'shop', labels: MANAGED });
  expect(chart.toJson()).toEqual([
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: 'shop',
        labels: {
          ...MANAGED,
          'pod-security.kubernetes.io/audit': 'restricted',
          'pod-security.kubernetes.io/audit-version': 'v1.30',
          'pod-security.kubernetes.io/enforce': 'restricted',
          'pod-security.kubernetes.io/enforce-version': 'v1.30',
          'pod-security.kubernetes.io/warn': 'restricted',
          'pod-security.kubernetes.io/warn-version': 'v1.30',
        },
      },
    },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: metadata('default'), automountServiceAccountToken: false },
    { apiVersion: 'v1', kind: 'ResourceQuota', metadata: metadata('quota'), spec: expect.anything() },
    { apiVersion: 'v1', kind: 'LimitRange', metadata: metadata('limits'), spec: expect.anything() },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: metadata('default-deny'),
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
    },
  ]);
});

test('its labels are pinned to the version that the app is made for', () => {
  const { labels } = metadataOf({}, { kubernetesVersion: KubernetesVersion.V1_36 });
  expect(Object.entries(labels).filter(([key]) => key.endsWith('-version')).map(([, value]) => value)).toEqual(['v1.36', 'v1.36', 'v1.36']);
});

test('a lower level is enforced with a waiver, and audit and warnings still show what departs from restricted', () => {
  for (const level of [PodSecurityLevel.BASELINE, PodSecurityLevel.PRIVILEGED]) {
    const { labels, annotations } = metadataOf({ level, waivers: [WAIVER] });
    expect(labels).toMatchObject({
      'pod-security.kubernetes.io/enforce': level, 'pod-security.kubernetes.io/audit': 'restricted', 'pod-security.kubernetes.io/warn': 'restricted',
    });
    expect(annotations).toEqual({ 'waiver.cdk8s-hardened/pod-security-restricted': 'The database starts as root.' });
  }
});

test('a lower level without a waiver is refused', () => {
  expect(() => shop({}, { level: PodSecurityLevel.BASELINE })).toThrow(new Error(
    'level of namespace "shop" is less than restricted: got "baseline", expected restricted; '
    + 'leave it out, or waive pod-security-restricted with the reason',
  ));
});

test('a waiver that is not used is refused', () => {
  expect(() => shop({}, { waivers: [WAIVER] })).toThrow(new Error(
    'waiver of pod-security-restricted in namespace "shop" is not used: got "restricted", expected another level; remove the waiver',
  ));
});

test('a waiver of a rule about what is in it stands in its manifest, and is for all of it', () => {
  const { chart, namespace } = shop({}, { waivers: [{ rule: 'cpu-limit-set', reason: 'Throttling costs requests.' }] });
  workload(namespace, 'web');
  expect(manifest(chart, 'Namespace', 'shop').metadata.annotations).toEqual({ 'waiver.cdk8s-hardened/cpu-limit-set': 'Throttling costs requests.' });
  const { resources } = manifest(chart, 'Deployment', 'web').spec.template.spec.containers[0];
  expect(Object.keys(resources.limits)).toEqual(['ephemeral-storage', 'memory']);
});

test('further labels are written, but for those that set its level', () => {
  expect(metadataOf({ labels: { 'istio.io/dataplane-mode': 'ambient' } }).labels).toMatchObject({ 'istio.io/dataplane-mode': 'ambient' });
  expect(() => shop({}, { labels: { 'pod-security.kubernetes.io/enforce': 'privileged' } })).toThrow(new Error(
    'labels of namespace "shop" set its level: got "pod-security.kubernetes.io/enforce", expected none of pod-security.kubernetes.io; use level',
  ));
  expect(() => shop({}, { labels: { 'a b': 'c' } })).toThrow('key in labels of namespace "shop": got "a b"');
});

test.each([
  [GitOpsTool.ARGO_CD, { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' }],
  [GitOpsTool.FLUX, { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' }],
  [GitOpsTool.NONE, undefined],
])('%s does not delete the namespace with all that is in it', (gitOps, annotations) => {
  expect(metadataOf({}, { gitOps }).annotations).toEqual(annotations);
});

test('protection and waivers stand side by side', () => {
  expect(metadataOf({ level: PodSecurityLevel.BASELINE, waivers: [WAIVER] }, { gitOps: GitOpsTool.FLUX }).annotations).toEqual({
    'kustomize.toolkit.fluxcd.io/prune': 'disabled', 'waiver.cdk8s-hardened/pod-security-restricted': 'The database starts as root.',
  });
});

test('its default identity pulls images with the Secrets of the app', () => {
  expect(manifest(shop({ pullSecrets: ['registry'] }).chart, 'ServiceAccount', 'default').imagePullSecrets).toEqual([{ name: 'registry' }]);
});

test('its name is that of its id, or another', () => {
  const chart = stockChart();
  expect([new SecureNamespace(chart, 'one').name, new SecureNamespace(chart, 'id', { name: 'two' }).name]).toEqual(['one', 'two']);
});

test.each(['default', 'kube-system', 'kube-shop'])('a namespace of the cluster itself, %s, is refused', name => {
  const message = `namespace belongs to the cluster itself: got "${name}", expected a namespace of the application's own; `
    + 'make a SecureNamespace, or give the chart another namespace';
  expect(() => new SecureNamespace(stockChart(), 'shop', { name })).toThrow(new Error(message));
  expect(() => SecureNamespace.imported(stockChart(), name, { level: PodSecurityLevel.RESTRICTED })).toThrow(new Error(message));
});

describe('objects come in the order in which they must stand', () => {
  const fill = (made: Shop, second: SecureNamespaceProps = {}) => {
    const data = new SecureNamespace(made.chart, 'data', second);
    workload(made.namespace, 'web', { autoscaling: { maxReplicas: 4 } });
    workload(data, 'db');
    return made.chart;
  };
  const BEGIN = [
    'Namespace shop', 'Namespace data',
    'ServiceAccount shop/default', 'ServiceAccount data/default', 'ServiceAccount shop/web', 'ServiceAccount data/db',
    'ResourceQuota shop/quota', 'LimitRange shop/limits', 'ResourceQuota data/quota', 'LimitRange data/limits',
    'NetworkPolicy shop/web', 'NetworkPolicy data/db',
  ];
  const END = [
    'Deployment shop/web', 'Service shop/web', 'Deployment data/db', 'Service data/db',
    'HorizontalPodAutoscaler shop/web', 'PodDisruptionBudget shop/web', 'PodDisruptionBudget data/db',
  ];

  test('with two namespaces in one chart', () => {
    expect(listed(fill(shop()))).toEqual([...BEGIN, 'NetworkPolicy shop/default-deny', 'NetworkPolicy data/default-deny', ...END]);
  });

  test('with one of them adopted, whose deny comes last of all', () => {
    expect(listed(fill(shop(), { adoption: true }))).toEqual([
      ...BEGIN, 'NetworkPolicy shop/default-deny', ...END, 'NetworkPolicy data/default-deny',
    ]);
  });

  test('with both adopted', () => {
    expect(listed(fill(shop({}, { adoption: true }), { adoption: true }))).toEqual([
      ...BEGIN, ...END, 'NetworkPolicy shop/default-deny', 'NetworkPolicy data/default-deny',
    ]);
  });

  test('also if a workload stands before a namespace in the program, and foreign objects stand where they are written', () => {
    const chart = stockChart();
    foreign(chart, 'first', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace: 'other' } });
    workload(SecureNamespace.imported(chart, 'theirs', { level: PodSecurityLevel.RESTRICTED }), 'web');
    const namespace = new SecureNamespace(chart, 'shop');
    foreign(namespace, 'last', { apiVersion: 'v1', kind: 'ConfigMap' });
    const kinds = listed(chart);
    expect([kinds[0], kinds[1], kinds.at(-1)]).toEqual(['ConfigMap other/first', 'Namespace shop', 'ConfigMap shop/last']);
    expect(kinds.indexOf('NetworkPolicy shop/default-deny')).toBeLessThan(kinds.indexOf('Deployment theirs/web'));
  });
});

test('two synths of one app are the same', () => {
  const { chart, namespace } = shop();
  workload(namespace, 'web');
  expect(chart.toJson()).toEqual(chart.toJson());
});
