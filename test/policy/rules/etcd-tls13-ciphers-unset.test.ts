import { fails, holds } from './cases';
import { etcd, inBothForms, NOT_JUDGED, pod, setting } from './etcd';
import { etcdTls13CiphersUnset } from '../../../src/policy/rules/etcd-tls13-ciphers-unset';

const WRONG = setting('cipher-suites', 'TLS_AES_128_GCM_SHA256');

const VERSION = setting('tls-min-version', 'TLS1.3', { beside: { 'cipher-suites': 'TLS_AES_128_GCM_SHA256' } });

holds(etcdTls13CiphersUnset, {
  ...NOT_JUDGED,
  'there is a list beside TLS 1.2': etcd({ 'tls-min-version': 'TLS1.2', 'cipher-suites': 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256' }),
  ...inBothForms('kubeadm has a list beside TLS 1.2', { 'tls-min-version': 'TLS1.2', 'cipher-suites': 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256' }),
  ...WRONG.unsaid,
  ...WRONG.unjudged,
  ...VERSION.unsaid,
  ...VERSION.unjudged,
  'a variable says TLS 1.2 beside a list': pod({ command: ['etcd', '--cipher-suites=TLS_AES_128_GCM_SHA256'], env: [{ name: 'ETCD_TLS_MIN_VERSION', value: 'TLS1.2' }] }),
  ...inBothForms('kubeadm has an empty list', { 'tls-min-version': 'TLS1.3', 'cipher-suites': '' }),
  ...inBothForms('kubeadm has TLS 1.3 and something else', { 'tls-min-version': 'TLS1.3', 'name': 'a' }),
  ...inBothForms('kubeadm has a list and something else', { 'name': 'TLS1.3', 'cipher-suites': 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256' }),
});

fails(etcdTls13CiphersUnset, {
  'there are both': etcd({ 'cipher-suites': 'TLS_AES_128_GCM_SHA256' }),
  ...inBothForms('kubeadm has both', { 'tls-min-version': 'TLS1.3', 'cipher-suites': 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256' }),
  ...WRONG.said,
  ...VERSION.said,
});
