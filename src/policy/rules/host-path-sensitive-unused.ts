import { Rule, Severity } from '../rule';

const SLASH = '/(/|[.]/)*';
const WHOLE = `(bin|boot|dev|etc|home|lib|lib64|opt|sbin|usr(${SLASH}s?bin)?|var(${SLASH}lib)?)`;
const BELOW = `proc|root|sys|etc${SLASH}kubernetes|var${SLASH}lib${SLASH}(containerd|containers|crio|docker|etcd|kubelet|rancher)`;

/**
 * Fields: spec.volumes[*].hostPath.path.
 * Allowed: any but the root, directories of the system as a whole, and where Kubernetes and container runtimes keep their files.
 */
export const hostPathSensitiveUnused: Rule = {
  id: 'host-path-sensitive-unused',
  title: 'No volume holds the files with which the node runs',
  why: 'They hold the keys of the kubelet, the data of all other pods, and the programs that root of the node runs',
  severity: Severity.ERROR,
  on: 'volume',
  expression: `!volume.?hostPath.?path.orValue('').matches('^${SLASH}([.]|${WHOLE}|(${BELOW})(/.*)?)?(/|/[.])*$')`,
  message: 'volume holds the files with which the node runs; remove it, or mount the one file that is needed',
  enforced: 'template',
  controls: {
    mitre: ['T1611'],
    kubeLinter: ['sensitive-host-mounts'],
    trivy: ['KSV-0121'],
  },
};
