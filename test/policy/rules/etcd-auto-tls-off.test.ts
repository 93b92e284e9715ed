import { fails, holds } from './cases';
import { command, etcd, inBothForms, NOT_JUDGED, pod, setting } from './etcd';
import { etcdAutoTlsOff } from '../../../src/policy/rules/etcd-auto-tls-off';

const WRONG = setting('auto-tls', 'true', { isSwitch: true });

holds(etcdAutoTlsOff, {
  ...NOT_JUDGED,
  'it is left out': etcd({ 'auto-tls': undefined }),
  'the other one is on': etcd({ 'peer-auto-tls': 'true' }),
  ...WRONG.unsaid,
  ...WRONG.unjudged,
});

fails(etcdAutoTlsOff, {
  'it is on': etcd({ 'auto-tls': 'true' }),
  'it is a switch without a value': command('--auto-tls'),
  'a variable says it': pod({ command: ['etcd'], env: [{ name: 'ETCD_AUTO_TLS', value: '1' }] }),
  ...inBothForms('kubeadm turns it on', { 'auto-tls': 'true' }),
  ...WRONG.said,
});
