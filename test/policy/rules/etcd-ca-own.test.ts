import { fails, holds } from './cases';
import { etcd, inBothForms, NOT_JUDGED } from './etcd';
import { etcdCaOwn } from '../../../src/policy/rules/etcd-ca-own';

holds(etcdCaOwn, {
  ...NOT_JUDGED,
  'it is that of another installer': etcd({ 'trusted-ca-file': '/etc/ssl/etcd/ssl/ca.pem', 'peer-trusted-ca-file': '/etc/ssl/etcd/ssl/ca.pem' }),
  'peers have one of their own': etcd({ 'peer-trusted-ca-file': '/etc/etcd/pki/peer-ca.crt' }),
});

fails(etcdCaOwn, {
  'there is none for clients': etcd({ 'trusted-ca-file': undefined }),
  'there is none for peers': etcd({ 'peer-trusted-ca-file': undefined }),
  'it is that of the cluster': etcd({ 'trusted-ca-file': '/etc/kubernetes/pki/ca.crt' }),
  'it is that of the cluster for peers': etcd({ 'peer-trusted-ca-file': '/etc/kubernetes/pki/ca.crt' }),
  'it is that of the cluster of another installer': etcd({ 'trusted-ca-file': '/etc/kubernetes/ssl/ca.pem' }),
  'it is that of the servers of RKE2': etcd({ 'trusted-ca-file': '/var/lib/rancher/rke2/server/tls/client-ca.crt' }),
  ...inBothForms('kubeadm has that of the cluster', { 'peer-trusted-ca-file': '/etc/kubernetes/pki/ca.crt' }),
});
