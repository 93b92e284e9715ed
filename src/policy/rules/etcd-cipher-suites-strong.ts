import { ETCD_KINDS, everyEtcd, hasArgument, notAdded } from '../etcd-settings';
import { Rule, Severity } from '../rule';

const FLAG = 'cipher-suites';
const WEAK = '.*(TLS_RSA_|_CBC_|_RC4_|_3DES_).*';

/**
 * Fields: --cipher-suites in the command line of etcd; etcd.local.extraArgs of kubeadm.
 * Allowed: suites with ephemeral keys and authenticated encryption.
 */
export const etcdCipherSuitesStrong: Rule = {
  id: 'etcd-cipher-suites-strong',
  title: 'Cipher suites of etcd are strong',
  why: 'With the others, traffic that was recorded can be read once a key is lost, or bit by bit from how errors are answered',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ETCD_KINDS,
  expression: `${everyEtcd(`!${hasArgument(FLAG, WEAK)}`)} && ${notAdded(FLAG, `^${WEAK}$`)}`,
  message: 'etcd takes weak cipher suites; name only those of ECDHE with GCM or ChaCha20-Poly1305, or set --tls-min-version=TLS1.3 alone',
  enforced: 'object',
  controls: {
    nsa: ['6.1'],
  },
};
