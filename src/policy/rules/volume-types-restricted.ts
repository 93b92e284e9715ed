import { Rule, Severity } from '../rule';

/** What holds data of the cluster's own, or is provided by whoever runs it. */
const SOURCES = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected', 'secret'];

/**
 * Fields: spec.volumes[*].
 * Allowed: configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected, secret.
 */
export const volumeTypesRestricted: Rule = {
  id: 'volume-types-restricted',
  title: 'No volume reaches storage past the cluster',
  why: 'Other volumes name a server or a disk that nobody who runs the cluster has chosen, and the node mounts it with its own rights',
  severity: Severity.ERROR,
  on: 'volume',
  expression: SOURCES.map(source => `has(volume.${source})`).join(' || '),
  message: 'volume reaches storage past the cluster; replace its source with persistentVolumeClaim, or another of configMap, csi, downwardAPI, emptyDir, ephemeral, image, projected and secret',
  level: 'restricted',
  enforced: 'pod',
  controls: {
    pss: ['restricted: Volume Types'],
    trivy: ['KSV-0028'],
  },
};
