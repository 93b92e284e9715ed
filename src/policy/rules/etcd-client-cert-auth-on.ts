import { ETCD_KINDS, everyEtcd, hasSwitch, isTurnedOff, notAdded, OFF } from '../etcd-settings';
import { Rule, Severity } from '../rule';

const FLAG = 'client-cert-auth';

/**
 * Fields: --client-cert-auth in the command line of etcd; etcd.local.extraArgs of kubeadm.
 * Allowed: true.
 */
export const etcdClientCertAuthOn: Rule = {
  id: 'etcd-client-cert-auth-on',
  title: 'Clients of etcd need a certificate',
  why: 'Whoever reaches the port reads every Secret and writes any object, past the API server',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ETCD_KINDS,
  expression: `${everyEtcd(`${hasSwitch(FLAG)} && !${isTurnedOff(FLAG)}`)} && ${notAdded(FLAG, `^(${OFF})$`)}`,
  message: 'etcd lets clients in without a certificate; set --client-cert-auth=true',
  enforced: 'object',
  controls: {
    cis: ['2.2'],
    checkov: ['CKV_K8S_117'],
    kubescape: ['C-0154'],
    trivy: ['KCV-0043'],
  },
};
