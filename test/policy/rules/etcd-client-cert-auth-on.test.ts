import { fails, holds } from './cases';
import { command, etcd, inBothForms, NOT_JUDGED, pod, setting } from './etcd';
import { etcdClientCertAuthOn } from '../../../src/policy/rules/etcd-client-cert-auth-on';

const RIGHT = setting('client-cert-auth', 'true', { isSwitch: true });

holds(etcdClientCertAuthOn, {
  ...NOT_JUDGED,
  'it is a switch without a value': command('--client-cert-auth'),
  'it has one hyphen': command('-client-cert-auth=true'),
  'a variable says it': pod({ command: ['/usr/local/bin/etcd'], env: [{ name: 'ETCD_CLIENT_CERT_AUTH', value: 'true' }] }),
  'it is on, and a variable turns it off in vain': pod({ command: ['etcd', '--client-cert-auth=true'], env: [{ name: 'ETCD_CLIENT_CERT_AUTH', value: 'false' }] }),
  'it stands among the args': pod({ command: ['etcd'], args: ['--client-cert-auth=1'] }),
  ...RIGHT.said,
});

fails(etcdClientCertAuthOn, {
  'it is left out': etcd({ 'client-cert-auth': undefined }),
  'it is off': etcd({ 'client-cert-auth': 'false' }),
  'it is turned off behind': command('--client-cert-auth=true', '--client-cert-auth=false'),
  'only the other one is on': command('--peer-client-cert-auth=true'),
  'the program has its whole path': pod({ command: ['/usr/local/bin/etcd'] }),
  'it is the second container': { object: { spec: { containers: [{ name: 'a' }, { name: 'b', args: ['etcd'] }] } } },
  ...inBothForms('kubeadm turns it off', { 'client-cert-auth': 'false' }),
  ...RIGHT.unsaid,
  'it is turned off in args': pod({ command: ['etcd', '--client-cert-auth=true'], args: ['--client-cert-auth=false'] }),
});
