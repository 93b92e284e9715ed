import { fails, holds } from './cases';
import { privilegeEscalationOff } from '../../../src/policy/rules/privilege-escalation-off';

const allow = (allowPrivilegeEscalation: boolean, pod = {}) => ({ container: { securityContext: { allowPrivilegeEscalation } }, pod });

holds(privilegeEscalationOff, {
  'it is off': allow(false),
  'it is off on Linux': allow(false, { os: { name: 'linux' } }),
  'the pod is for Windows': { pod: { os: { name: 'windows' } } },
});

fails(privilegeEscalationOff, {
  'nothing is said': {},
  'there is only a context': { container: { securityContext: {} } },
  'it is on': allow(true),
  'it is on on Linux': allow(true, { os: { name: 'linux' } }),
});
