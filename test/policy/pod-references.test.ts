import { podOf } from '../../src/kube/pod';
import { referencesOf } from '../../src/policy/pod-references';

const references = (spec: object) => referencesOf(podOf({ apiVersion: 'v1', kind: 'Pod', spec })!).map(({ kind, name, field, container }) => [kind, name, field, container]);

test('every place is found from which a pod takes something', () => {
  expect(references({
    volumes: [
      { configMap: { name: 'a' } }, { secret: { secretName: 'b' } }, { persistentVolumeClaim: { claimName: 'c' } },
      { projected: { sources: [{ configMap: { name: 'd' } }, { secret: { name: 'e' } }, { serviceAccountToken: { path: 't' } }] } },
    ],
    imagePullSecrets: [{ name: 'f' }],
    initContainers: [{ name: 'init', envFrom: [{ configMapRef: { name: 'g' } }, { secretRef: { name: 'h' } }] }],
    containers: [{ name: 'main', env: [{ valueFrom: { configMapKeyRef: { name: 'i' } } }, { valueFrom: { secretKeyRef: { name: 'j' } } }, { valueFrom: { fieldRef: {} } }] }],
  })).toEqual([
    ['ConfigMap', 'a', 'spec.volumes[0].configMap.name', undefined],
    ['Secret', 'b', 'spec.volumes[1].secret.secretName', undefined],
    ['PersistentVolumeClaim', 'c', 'spec.volumes[2].persistentVolumeClaim.claimName', undefined],
    ['ConfigMap', 'd', 'spec.volumes[3].projected.sources[0].configMap.name', undefined],
    ['Secret', 'e', 'spec.volumes[3].projected.sources[1].secret.name', undefined],
    ['Secret', 'f', 'spec.imagePullSecrets[0].name', undefined],
    ['ConfigMap', 'g', 'spec.initContainers[0].envFrom[0].configMapRef.name', 'init'],
    ['Secret', 'h', 'spec.initContainers[0].envFrom[1].secretRef.name', 'init'],
    ['ConfigMap', 'i', 'spec.containers[0].env[0].valueFrom.configMapKeyRef.name', 'main'],
    ['Secret', 'j', 'spec.containers[0].env[1].valueFrom.secretKeyRef.name', 'main'],
  ]);
});

test('what is optional, or has no name, is no reference', () => {
  expect(references({ volumes: [{ configMap: { name: 'a', optional: true } }, { secret: {} }, 'x', { projected: 'y' }], containers: [{ envFrom: [{ secretRef: null }] }] })).toEqual([]);
});
