import { ETCD_KINDS, everyEtcd, hasArgument, isAdded } from '../etcd-settings';
import { Rule, Severity } from '../rule';

const [VERSION, SUITES] = ['tls-min-version', 'cipher-suites'];

/**
 * Fields: --cipher-suites beside --tls-min-version=TLS1.3 in the command line of etcd; etcd.local.extraArgs of kubeadm.
 * Allowed: one of both.
 */
export const etcdTls13CiphersUnset: Rule = {
  id: 'etcd-tls13-ciphers-unset',
  title: 'No cipher suites are named for an etcd with TLS 1.3',
  why: 'An etcd with both does not start, since the suites of TLS 1.3 cannot be chosen',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ETCD_KINDS,
  expression: `${everyEtcd(`!(${hasArgument(VERSION, 'TLS1[.]3')} && ${hasArgument(SUITES, '.+')})`)} && !(${isAdded(VERSION, '^TLS1[.]3$')} && ${isAdded(SUITES, '.')})`,
  message: 'etcd has cipher suites beside TLS 1.3, and would not start; remove --cipher-suites',
  enforced: 'object',
  controls: {
    nsa: ['6.1'],
  },
};
