import { ETCD_KINDS, everyEtcd, hasSwitch, notAdded, ON } from '../etcd-settings';
import { Rule, Severity } from '../rule';

const FLAG = 'auto-tls';

/**
 * Fields: --auto-tls in the command line of etcd; etcd.local.extraArgs of kubeadm.
 * Allowed: false, or unset.
 */
export const etcdAutoTlsOff: Rule = {
  id: 'etcd-auto-tls-off',
  title: 'Certificates of etcd for clients are signed by somebody',
  why: 'A certificate that nobody has signed tells nothing of who is there: anyone between the two reads and changes what they say',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ETCD_KINDS,
  expression: `${everyEtcd(`!${hasSwitch(FLAG)}`)} && ${notAdded(FLAG, `^(${ON})$`)}`,
  message: 'etcd makes its own certificate; set --auto-tls=false, and give it one of an authority that clients know',
  enforced: 'object',
  controls: {
    cis: ['2.3'],
    checkov: ['CKV_K8S_118'],
    kubescape: ['C-0155'],
    trivy: ['KCV-0044'],
  },
};
