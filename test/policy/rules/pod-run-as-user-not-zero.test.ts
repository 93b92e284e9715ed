import { fails, holds } from './cases';
import { podRunAsUserNotZero } from '../../../src/policy/rules/pod-run-as-user-not-zero';

const user = (runAsUser: number, pod = {}) => ({ pod: { ...pod, securityContext: { runAsUser } } });

holds(podRunAsUserNotZero, {
  'nothing is said': {},
  'the user has no rights': user(10001),
  'a pod of 1.35 or later has users of its own': { ...user(0, { hostUsers: false }), from: 35 },
});

fails(podRunAsUserNotZero, {
  'the user is root': user(0),
  'users of its own do not count before 1.35': { ...user(0, { hostUsers: false }), to: 34 },
  'the users are those of the node': user(0, { hostUsers: true }),
});
