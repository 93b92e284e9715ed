import { fails, holds } from './cases';
import { hostIpcOff } from '../../../src/policy/rules/host-ipc-off';

holds(hostIpcOff, {
  'nothing is said': {},
  'it is off': { pod: { hostIPC: false } },
});

fails(hostIpcOff, {
  'it is on': { pod: { hostIPC: true } },
});
