import { ETCD_KINDS, everyEtcd, hasArgument, isGiven, notAdded } from '../etcd-settings';
import { Rule, Severity } from '../rule';

const CLUSTER = '.*kubernetes/(pki/|ssl/)?(ca|ca-cert)[.](crt|pem)|.*/server/tls/(server|client)-ca[.]crt';
const OWN = (flag: string) => `${isGiven(flag)} && !${hasArgument(flag, CLUSTER)}`;

/**
 * Fields: --trusted-ca-file and --peer-trusted-ca-file in the command line of etcd; etcd.local.extraArgs of kubeadm.
 * Allowed: set, and not the authority of the cluster.
 */
export const etcdCaOwn: Rule = {
  id: 'etcd-ca-own',
  title: 'Certificates for etcd come from an authority of its own',
  why: 'The authority of the cluster signs a certificate for every kubelet and every user: each of them would open etcd, past the API server',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ETCD_KINDS,
  expression: `${everyEtcd(`${OWN('trusted-ca-file')} && ${OWN('peer-trusted-ca-file')}`)} && ${notAdded('(peer-)?trusted-ca-file', `^(${CLUSTER})$`)}`,
  message: 'etcd trusts everybody or the authority of the cluster; give --trusted-ca-file and --peer-trusted-ca-file one that signs for etcd alone',
  enforced: 'object',
  controls: {
    cis: ['2.7'],
    kubescape: ['C-0159'],
  },
};
