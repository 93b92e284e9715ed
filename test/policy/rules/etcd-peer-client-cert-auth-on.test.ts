import { fails, holds } from './cases';
import { command, etcd, inBothForms, NOT_JUDGED, pod, setting } from './etcd';
import { etcdPeerClientCertAuthOn } from '../../../src/policy/rules/etcd-peer-client-cert-auth-on';

const RIGHT = setting('peer-client-cert-auth', 'true', { isSwitch: true });

holds(etcdPeerClientCertAuthOn, {
  ...NOT_JUDGED,
  'it is a switch without a value': command('--peer-client-cert-auth'),
  'it has one hyphen': command('-peer-client-cert-auth=true'),
  'a variable says it': pod({ command: ['/usr/local/bin/etcd'], env: [{ name: 'ETCD_PEER_CLIENT_CERT_AUTH', value: 'true' }] }),
  'it stands among the args': pod({ command: ['etcd'], args: ['--peer-client-cert-auth=1'] }),
  ...RIGHT.said,
});

fails(etcdPeerClientCertAuthOn, {
  'it is left out': etcd({ 'peer-client-cert-auth': undefined }),
  'it is off': etcd({ 'peer-client-cert-auth': 'false' }),
  'it is turned off behind': command('--peer-client-cert-auth=true', '--peer-client-cert-auth=false'),
  'only the other one is on': command('--client-cert-auth=true'),
  'the program has its whole path': pod({ command: ['/usr/local/bin/etcd'] }),
  'it is the second container': { object: { spec: { containers: [{ name: 'a' }, { name: 'b', args: ['etcd'] }] } } },
  ...inBothForms('kubeadm turns it off', { 'peer-client-cert-auth': 'false' }),
  ...RIGHT.unsaid,
  'it is turned off in args': pod({ command: ['etcd', '--peer-client-cert-auth=true'], args: ['--peer-client-cert-auth=false'] }),
});
