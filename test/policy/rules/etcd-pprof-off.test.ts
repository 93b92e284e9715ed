import { fails, holds } from './cases';
import { command, etcd, inBothForms, NOT_JUDGED } from './etcd';
import { etcdPprofOff } from '../../../src/policy/rules/etcd-pprof-off';

holds(etcdPprofOff, {
  ...NOT_JUDGED,
  'it is off': etcd({ 'enable-pprof': 'false' }),
});

fails(etcdPprofOff, {
  'it is on': etcd({ 'enable-pprof': 'true' }),
  'it is a switch without a value': command('--enable-pprof'),
  ...inBothForms('kubeadm turns it on', { 'enable-pprof': 'true' }),
});
