import { missingReferences } from '../missing-references';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/** ConfigMaps that a cluster, or a mesh, makes in every namespace. */
const EVERYWHERE = ['istio-ca-root-cert', 'kube-root-ca.crt', 'linkerd-identity-trust-roots', 'openshift-service-ca.crt'];

/**
 * Fields: configMap of volumes, configMapKeyRef and configMapRef of containers, and the ConfigMaps of a namespace that the set makes.
 * Allowed: one that there is; any where it is optional.
 */
export const configMapExists: SetRule = {
  id: 'config-map-exists',
  title: 'The ConfigMaps that a pod takes from are there',
  why: 'No container starts until somebody makes it, and whoever does says how the program works',
  severity: Severity.WARNING,
  message: 'pods take from a ConfigMap that is not there; add it, correct the name, or set optional: true',
  controls: {
    mitre: ['T1499'],
    kubeLinter: ['env-value-from'],
  },
  judge: graph => missingReferences(graph, 'ConfigMap', graph.configMaps, (_workload, name) => !EVERYWHERE.includes(name)),
};
