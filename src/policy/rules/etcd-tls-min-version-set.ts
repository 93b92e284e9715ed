import { ETCD_KINDS, everyEtcd, hasArgument, notAdded } from '../etcd-settings';
import { Rule, Severity } from '../rule';

const FLAG = 'tls-min-version';

/**
 * Fields: --tls-min-version in the command line of etcd; etcd.local.extraArgs of kubeadm.
 * Allowed: TLS1.2 or TLS1.3.
 */
export const etcdTlsMinVersionSet: Rule = {
  id: 'etcd-tls-min-version-set',
  title: 'The least version of TLS of etcd is stated',
  why: 'A version that is stated stays, whatever a later etcd or a downgrade takes for usual',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ETCD_KINDS,
  expression: `${everyEtcd(hasArgument(FLAG, 'TLS1[.][23]'))} && ${notAdded(FLAG, '^(|TLS1[.][01]|[^T].*)$')}`,
  message: 'etcd does not say which TLS it speaks at least; set --tls-min-version=TLS1.3',
  enforced: 'object',
  controls: {
    nsa: ['6.1'],
  },
};
