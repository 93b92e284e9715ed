import { ETCD_KINDS, everyEtcd, isGiven } from '../etcd-settings';
import { Rule, Severity } from '../rule';

/**
 * Fields: --peer-cert-file and --peer-key-file in the command line of etcd.
 * Allowed: any file.
 */
export const etcdPeerCertificateSet: Rule = {
  id: 'etcd-peer-certificate-set',
  title: 'Peers of etcd see its certificate',
  why: 'Without one it speaks in clear: every Secret can be read on the way',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ETCD_KINDS,
  expression: everyEtcd(`${isGiven('peer-cert-file')} && ${isGiven('peer-key-file')}`),
  message: 'etcd speaks in clear with peers; set --peer-cert-file and --peer-key-file',
  enforced: 'object',
  controls: {
    cis: ['2.4'],
    checkov: ['CKV_K8S_119'],
    kubescape: ['C-0156'],
    trivy: ['KCV-0045'],
  },
};
