import { firewallUnitName } from '../host/firewall-unit';

/** Where things stand on a node that runs etcd, or calls it. */

export const ETCD_KUBEADM_PATH = '/etc/kubernetes/kubeadm/etcd.yaml';

export const ETCD_ACCOUNT_PATH = '/etc/sysusers.d/cdk8s-hardened-etcd.conf';
export const ETCD_MODES_PATH = '/etc/tmpfiles.d/cdk8s-hardened-etcd.conf';
export const ETCD_DIRECTORY_UNIT = 'etcd-directory.service';

export const ETCD_FIREWALL = 'etcd';
export const ETCD_FIREWALL_UNIT = firewallUnitName(ETCD_FIREWALL);

export const ETCD_UNIT = 'etcd.service';
export const ETCD_MEMBERS = '/etc/etcd/members';
export const ETCD_PKI = '/etc/etcd/pki';

export const API_SERVER_CA = '/etc/kubernetes/pki/etcd/ca.crt';
export const API_SERVER_CLIENT = '/etc/kubernetes/pki/apiserver-etcd-client';
