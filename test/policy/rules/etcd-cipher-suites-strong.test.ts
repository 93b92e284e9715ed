import { fails, holds } from './cases';
import { etcd, inBothForms, NOT_JUDGED, setting } from './etcd';
import { etcdCipherSuitesStrong } from '../../../src/policy/rules/etcd-cipher-suites-strong';

const WRONG = setting('cipher-suites', 'TLS_RSA_WITH_AES_128_GCM_SHA256');

holds(etcdCipherSuitesStrong, {
  ...NOT_JUDGED,
  'they are strong': etcd({ 'cipher-suites': 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256' }),
  ...WRONG.unsaid,
  ...WRONG.unjudged,
  ...inBothForms('kubeadm says it well', { 'cipher-suites': 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256' }),
});

fails(etcdCipherSuitesStrong, {
  'one has CBC': etcd({ 'cipher-suites': 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA' }),
  'one has no ephemeral key': etcd({ 'cipher-suites': 'TLS_RSA_WITH_AES_128_GCM_SHA256' }),
  'one has RC4': etcd({ 'cipher-suites': 'TLS_ECDHE_RSA_WITH_RC4_128_SHA' }),
  ...inBothForms('kubeadm names a weak one', { 'cipher-suites': 'TLS_RSA_WITH_3DES_EDE_CBC_SHA' }),
  ...WRONG.said,
});
