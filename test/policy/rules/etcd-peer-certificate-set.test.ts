import { fails, holds } from './cases';
import { command, etcd, NOT_JUDGED, setting } from './etcd';
import { etcdPeerCertificateSet } from '../../../src/policy/rules/etcd-peer-certificate-set';

const CERTIFICATE = setting('peer-cert-file', '/a.crt');

const KEY = setting('peer-key-file', '/a.key');

holds(etcdPeerCertificateSet, {
  ...NOT_JUDGED,
  'the files stand behind their flags': command('--peer-cert-file', '/a.crt', '--peer-key-file', '/a.key'),
  ...CERTIFICATE.said,
  ...KEY.said,
});

fails(etcdPeerCertificateSet, {
  'it has no certificate': etcd({ 'peer-cert-file': undefined }),
  'it has no key': etcd({ 'peer-key-file': undefined }),
  'one of them is empty': etcd({ 'peer-cert-file': '' }),
  ...CERTIFICATE.unsaid,
  ...KEY.unsaid,
});
