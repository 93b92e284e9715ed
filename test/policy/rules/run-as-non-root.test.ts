import { fails, holds } from './cases';
import { runAsNonRoot } from '../../../src/policy/rules/run-as-non-root';

const says = (isNonRoot: boolean) => ({ securityContext: { runAsNonRoot: isNonRoot } });

holds(runAsNonRoot, {
  'the pod says so': { pod: says(true) },
  'the container says so': { container: says(true) },
  'the container says so and the pod does not': { container: says(true), pod: says(false) },
  'the context of the container says something else': { container: { securityContext: { privileged: false } }, pod: says(true) },
  'a pod of 1.35 or later has users of its own': { container: says(false), pod: { hostUsers: false }, from: 35 },
});

fails(runAsNonRoot, {
  'nobody says so': {},
  'the pod says the contrary': { pod: says(false) },
  'the container takes it back': { container: says(false), pod: says(true) },
  'users of its own do not count before 1.35': { pod: { hostUsers: false }, to: 34 },
  'the users are those of the node': { pod: { hostUsers: true } },
});
