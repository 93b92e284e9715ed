import { rewriteOf, rewriteSteps } from '../../src/controlplane/encryption-rewrite';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';

const NAMES = ['*.apps', 'configmaps', 'pandas.bears.example'];
const { V1_29, V1_30, V1_34, V1_35, V1_36, V1_37 } = KubernetesVersion;
const forms = (version: KubernetesVersion, wanted?: boolean) => (
  rewriteOf(version, NAMES, wanted).objects.map(({ apiVersion, spec }: any) => [apiVersion, spec.resource])
);

test('the cluster rewrites by itself from the version that serves it without settings, and a wildcard is left to people', () => {
  expect(rewriteOf(V1_37, NAMES, undefined)).toEqual({
    objects: [
      {
        apiVersion: 'storagemigration.k8s.io/v1',
        kind: 'StorageVersionMigration',
        metadata: { generateName: 'encryption-at-rest-configmaps-' },
        spec: { resource: { group: '', resource: 'configmaps' } },
      },
      {
        apiVersion: 'storagemigration.k8s.io/v1',
        kind: 'StorageVersionMigration',
        metadata: { generateName: 'encryption-at-rest-pandas.bears.example-' },
        spec: { resource: { group: 'bears.example', resource: 'pandas' } },
      },
    ],
    byHand: ['*.apps'],
  });
  expect(rewriteOf(V1_36, NAMES, undefined)).toEqual({ objects: [], byHand: NAMES });
  expect(rewriteOf(V1_37, NAMES, false)).toEqual({ objects: [], byHand: NAMES });
});

test.each([
  [V1_30, 'v1alpha1'], [V1_34, 'v1alpha1'], [V1_35, 'v1beta1'], [V1_36, 'v1beta1'], [V1_37, 'v1'],
])('asked for, it has the form of $text', (version, form) => {
  expect(new Set(forms(version, true).map(([apiVersion]) => apiVersion))).toEqual(new Set([`storagemigration.k8s.io/${form}`]));
});

test('the first form names the version of a resource, so it can name only those that are known', () => {
  expect(forms(V1_34, true)).toEqual([['storagemigration.k8s.io/v1alpha1', { version: 'v1', resource: 'configmaps' }]]);
  expect(rewriteOf(V1_34, NAMES, true).byHand).toEqual(['*.apps', 'pandas.bears.example']);
});

test('a version without it is refused where it is asked for', () => {
  expect(() => rewriteOf(V1_29, NAMES, true)).toThrow('storageVersionMigration in a version without it: got "1.29", expected 1.30 or newer; leave it out: the runbook then says how to rewrite with kubectl');
  expect([undefined, false].map(wanted => rewriteOf(V1_29, NAMES, wanted).objects)).toEqual([[], []]);
});

test('the steps say how each of them is rewritten', () => {
  expect(rewriteSteps(rewriteOf(V1_37, NAMES, undefined), '/x.yaml')).toEqual([
    'Have the cluster rewrite every object: `kubectl wait --for=condition=Succeeded --timeout=1h $(kubectl create -o name -f /x.yaml)`. What has the condition Failed says why; create it once more.',
    'Rewrite the same way every resource that `*.apps` stands for, as `kubectl api-resources --verbs=list,update -o name` lists them.',
  ]);
  expect(rewriteSteps(rewriteOf(V1_36, ['configmaps', 'secrets'], undefined), '/x.yaml')).toEqual([
    'Rewrite every object: `kubectl get configmaps -A -o json | kubectl replace -f -`; `kubectl get secrets -A -o json | kubectl replace -f -`. A conflict means that somebody else has just written it, and encrypted it; run the command again until it ends without another error.',
  ]);
});
