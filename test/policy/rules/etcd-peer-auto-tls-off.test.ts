import { fails, holds } from './cases';
import { command, etcd, inBothForms, NOT_JUDGED, pod, setting } from './etcd';
import { etcdPeerAutoTlsOff } from '../../../src/policy/rules/etcd-peer-auto-tls-off';

const WRONG = setting('peer-auto-tls', 'true', { isSwitch: true });

holds(etcdPeerAutoTlsOff, {
  ...NOT_JUDGED,
  'it is left out': etcd({ 'peer-auto-tls': undefined }),
  'the other one is on': etcd({ 'auto-tls': 'true' }),
  ...WRONG.unsaid,
  ...WRONG.unjudged,
});

fails(etcdPeerAutoTlsOff, {
  'it is on': etcd({ 'peer-auto-tls': 'true' }),
  'it is a switch without a value': command('--peer-auto-tls'),
  'a variable says it': pod({ command: ['etcd'], env: [{ name: 'ETCD_PEER_AUTO_TLS', value: '1' }] }),
  ...inBothForms('kubeadm turns it on', { 'peer-auto-tls': 'true' }),
  ...WRONG.said,
});
