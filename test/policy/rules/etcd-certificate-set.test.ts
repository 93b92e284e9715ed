import { fails, holds } from './cases';
import { command, etcd, NOT_JUDGED } from './etcd';
import { etcdCertificateSet } from '../../../src/policy/rules/etcd-certificate-set';

holds(etcdCertificateSet, {
  ...NOT_JUDGED,
  'the files stand behind their flags': command('--cert-file', '/a.crt', '--key-file', '/a.key'),
});

fails(etcdCertificateSet, {
  'it has no certificate': etcd({ 'cert-file': undefined }),
  'it has no key': etcd({ 'key-file': undefined }),
  'one of them is empty': etcd({ 'cert-file': '' }),
});
