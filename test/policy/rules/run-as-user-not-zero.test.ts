import { fails, holds } from './cases';
import { runAsUserNotZero } from '../../../src/policy/rules/run-as-user-not-zero';

const user = (runAsUser: number, pod = {}) => ({ container: { securityContext: { runAsUser } }, pod });

holds(runAsUserNotZero, {
  'nothing is said': {},
  'the user has no rights': user(10001),
  'the pod asks for root and the container does not': user(1, { securityContext: { runAsUser: 0 } }),
  'a pod of 1.35 or later has users of its own': { ...user(0, { hostUsers: false }), from: 35 },
});

fails(runAsUserNotZero, {
  'the user is root': user(0),
  'users of its own do not count before 1.35': { ...user(0, { hostUsers: false }), to: 34 },
  'the users are those of the node': user(0, { hostUsers: true }),
});
