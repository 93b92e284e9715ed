import { fails, holds } from './cases';
import { hostPidOff } from '../../../src/policy/rules/host-pid-off';

holds(hostPidOff, {
  'nothing is said': {},
  'it is off': { pod: { hostPID: false } },
});

fails(hostPidOff, {
  'it is on': { pod: { hostPID: true } },
});
