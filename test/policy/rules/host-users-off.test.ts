import { fails, holds } from './cases';
import { hostUsersOff } from '../../../src/policy/rules/host-users-off';

holds(hostUsersOff, {
  'it has its own': { pod: { hostUsers: false } },
});

fails(hostUsersOff, {
  'nothing is said': {},
  'they are those of the node': { pod: { hostUsers: true } },
});
