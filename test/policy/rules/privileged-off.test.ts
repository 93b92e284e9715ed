import { fails, holds } from './cases';
import { privilegedOff } from '../../../src/policy/rules/privileged-off';

holds(privilegedOff, {
  'nothing is said': {},
  'there is only a context': { container: { securityContext: {} } },
  'it is off': { container: { securityContext: { privileged: false } } },
});

fails(privilegedOff, {
  'it is on': { container: { securityContext: { privileged: true } } },
});
