import { Rule, Severity } from '../rule';

/**
 * Fields: spec.volumes[*].hostPath.
 * Allowed: absent.
 */
export const hostPathUnused: Rule = {
  id: 'host-path-unused',
  title: 'No volume is a directory of the node',
  why: 'Files of the node hold the credentials of the kubelet and of every other pod, and a file written in the right place is run by root',
  severity: Severity.ERROR,
  on: 'volume',
  expression: '!has(volume.hostPath)',
  message: 'volume is a path of the node; replace hostPath with emptyDir, configMap, secret or persistentVolumeClaim',
  level: 'baseline',
  enforced: 'pod',
  controls: {
    pss: ['baseline: HostPath Volumes'],
    cis: ['5.2.12'],
    mitre: ['T1611'],
    kubescape: ['C-0048'],
    trivy: ['KSV-0023'],
    polaris: ['hostPathSet'],
  },
};
