import { ETCD_KINDS, everyEtcd, hasSwitch, notAdded, ON } from '../etcd-settings';
import { Rule, Severity } from '../rule';

const FLAG = 'peer-auto-tls';

/**
 * Fields: --peer-auto-tls in the command line of etcd; etcd.local.extraArgs of kubeadm.
 * Allowed: false, or unset.
 */
export const etcdPeerAutoTlsOff: Rule = {
  id: 'etcd-peer-auto-tls-off',
  title: 'Certificates of etcd for peers are signed by somebody',
  why: 'A certificate that nobody has signed tells nothing of who is there: anyone between the two reads and changes what they say',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ETCD_KINDS,
  expression: `${everyEtcd(`!${hasSwitch(FLAG)}`)} && ${notAdded(FLAG, `^(${ON})$`)}`,
  message: 'etcd makes its own certificate; set --peer-auto-tls=false, and give it one of an authority that peers know',
  enforced: 'object',
  controls: {
    cis: ['2.6'],
    kubescape: ['C-0158'],
    trivy: ['KCV-0047'],
  },
};
