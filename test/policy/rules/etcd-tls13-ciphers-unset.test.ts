import { fails, holds } from './cases';
import { etcd, inBothForms, NOT_JUDGED } from './etcd';
import { etcdTls13CiphersUnset } from '../../../src/policy/rules/etcd-tls13-ciphers-unset';

holds(etcdTls13CiphersUnset, {
  ...NOT_JUDGED,
  'there is a list beside TLS 1.2': etcd({ 'tls-min-version': 'TLS1.2', 'cipher-suites': 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256' }),
  ...inBothForms('kubeadm has a list beside TLS 1.2', { 'tls-min-version': 'TLS1.2', 'cipher-suites': 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256' }),
});

fails(etcdTls13CiphersUnset, {
  'there are both': etcd({ 'cipher-suites': 'TLS_AES_128_GCM_SHA256' }),
  ...inBothForms('kubeadm has both', { 'tls-min-version': 'TLS1.3', 'cipher-suites': 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256' }),
});
