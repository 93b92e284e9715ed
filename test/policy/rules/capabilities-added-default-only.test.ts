import { fails, holds } from './cases';
import { capabilitiesAddedDefaultOnly } from '../../../src/policy/rules/capabilities-added-default-only';

const adds = (...add: string[]) => ({ container: { securityContext: { capabilities: { add } } } });

holds(capabilitiesAddedDefaultOnly, {
  'nothing is said': {},
  'capabilities are only dropped': { container: { securityContext: { capabilities: { drop: ['ALL'] } } } },
  'none is added': adds(),
  'all that are added are there by default': adds(
    'AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID',
    'SYS_CHROOT',
  ),
});

fails(capabilitiesAddedDefaultOnly, {
  'one of several is none of them': adds('CHOWN', 'SYS_ADMIN'),
  'others are posed as': adds('NET_RAW'),
  'all are added': adds('ALL'),
  'one is written in small letters': adds('chown'),
  'one has the prefix of the kernel': adds('CAP_CHOWN'),
});
