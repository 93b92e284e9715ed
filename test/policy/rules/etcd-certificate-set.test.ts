import { fails, holds } from './cases';
import { command, etcd, NOT_JUDGED, setting } from './etcd';
import { etcdCertificateSet } from '../../../src/policy/rules/etcd-certificate-set';

const CERTIFICATE = setting('cert-file', '/a.crt');

const KEY = setting('key-file', '/a.key');

holds(etcdCertificateSet, {
  ...NOT_JUDGED,
  'the files stand behind their flags': command('--cert-file', '/a.crt', '--key-file', '/a.key'),
  ...CERTIFICATE.said,
  ...KEY.said,
});

fails(etcdCertificateSet, {
  'it has no certificate': etcd({ 'cert-file': undefined }),
  'it has no key': etcd({ 'key-file': undefined }),
  'one of them is empty': etcd({ 'cert-file': '' }),
  ...CERTIFICATE.unsaid,
  ...KEY.unsaid,
});
