import { ETCD_KINDS, everyEtcd, hasSwitch, isTurnedOff, notAdded, OFF } from '../etcd-settings';
import { Rule, Severity } from '../rule';

const FLAG = 'peer-client-cert-auth';

/**
 * Fields: --peer-client-cert-auth in the command line of etcd; etcd.local.extraArgs of kubeadm.
 * Allowed: true.
 */
export const etcdPeerClientCertAuthOn: Rule = {
  id: 'etcd-peer-client-cert-auth-on',
  title: 'Peers of etcd need a certificate',
  why: 'Whoever reaches the port can join the cluster as a member, and has all of its data then',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ETCD_KINDS,
  expression: `${everyEtcd(`${hasSwitch(FLAG)} && !${isTurnedOff(FLAG)}`)} && ${notAdded(FLAG, `^(${OFF})$`)}`,
  message: 'etcd lets peers in without a certificate; set --peer-client-cert-auth=true',
  enforced: 'object',
  controls: {
    cis: ['2.5'],
    checkov: ['CKV_K8S_121'],
    kubescape: ['C-0157'],
    trivy: ['KCV-0046'],
  },
};
