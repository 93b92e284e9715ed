import { fails, holds } from './cases';
import { command, etcd, inBothForms, NOT_JUDGED, setting } from './etcd';
import { etcdPprofOff } from '../../../src/policy/rules/etcd-pprof-off';

const WRONG = setting('enable-pprof', 'true', { isSwitch: true });

holds(etcdPprofOff, {
  ...NOT_JUDGED,
  'it is off': etcd({ 'enable-pprof': 'false' }),
  ...WRONG.unsaid,
  ...WRONG.unjudged,
  ...inBothForms('kubeadm says it well', { 'enable-pprof': 'false' }),
});

fails(etcdPprofOff, {
  'it is on': etcd({ 'enable-pprof': 'true' }),
  'it is a switch without a value': command('--enable-pprof'),
  ...inBothForms('kubeadm turns it on', { 'enable-pprof': 'true' }),
  ...WRONG.said,
});
