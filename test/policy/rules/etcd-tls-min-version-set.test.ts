import { fails, holds } from './cases';
import { etcd, inBothForms, NOT_JUDGED, setting } from './etcd';
import { etcdTlsMinVersionSet } from '../../../src/policy/rules/etcd-tls-min-version-set';

const RIGHT = setting('tls-min-version', 'TLS1.2');

holds(etcdTlsMinVersionSet, {
  ...NOT_JUDGED,
  'it is TLS 1.2': etcd({ 'tls-min-version': 'TLS1.2' }),
  ...inBothForms('kubeadm says TLS 1.2', { 'tls-min-version': 'TLS1.2' }),
  ...RIGHT.said,
});

fails(etcdTlsMinVersionSet, {
  'it is left out': etcd({ 'tls-min-version': undefined }),
  'it is TLS 1.1': etcd({ 'tls-min-version': 'TLS1.1' }),
  'it is empty': etcd({ 'tls-min-version': '' }),
  ...inBothForms('kubeadm says TLS 1.0', { 'tls-min-version': 'TLS1.0' }),
  ...inBothForms('kubeadm leaves it to etcd', { 'tls-min-version': '' }),
  ...RIGHT.unsaid,
});
