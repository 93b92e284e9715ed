import { Rule, Severity } from '../rule';

/**
 * Fields: spec.volumes[*].secret, and secrets in spec.volumes[*].projected.sources.
 * Allowed: absent.
 */
export const secretsFromStore: Rule = {
  id: 'secrets-from-store',
  title: 'Secrets are mounted from a store outside of the cluster',
  why: 'A Secret lies in etcd and in each of its backups, and is read by everybody who may read or mount secrets of the namespace',
  severity: Severity.OFF,
  on: 'volume',
  expression: '!has(volume.secret) && volume.?projected.?sources.orValue([]).all(source, !has(source.secret))',
  message: 'volume is a secret of the cluster; mount it from a store by the CSI driver for secrets',
  enforced: 'template',
  controls: {
    cis: ['5.4.2'],
    mitre: ['T1552.007'],
    kubescape: ['C-0208', 'C-0234', 'C-0255'],
  },
};
