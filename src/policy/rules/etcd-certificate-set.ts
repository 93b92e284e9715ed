import { ETCD_KINDS, everyEtcd, isGiven } from '../etcd-settings';
import { Rule, Severity } from '../rule';

/**
 * Fields: --cert-file and --key-file in the command line of etcd.
 * Allowed: any file.
 */
export const etcdCertificateSet: Rule = {
  id: 'etcd-certificate-set',
  title: 'Clients of etcd see its certificate',
  why: 'Without one it speaks in clear: every Secret can be read on the way',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ETCD_KINDS,
  expression: everyEtcd(`${isGiven('cert-file')} && ${isGiven('key-file')}`),
  message: 'etcd speaks in clear with clients; set --cert-file and --key-file',
  enforced: 'object',
  controls: {
    cis: ['2.1'],
    checkov: ['CKV_K8S_116'],
    kubescape: ['C-0153'],
    trivy: ['KCV-0042'],
  },
};
