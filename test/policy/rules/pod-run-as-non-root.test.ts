import { fails, holds } from './cases';
import { podRunAsNonRoot } from '../../../src/policy/rules/pod-run-as-non-root';

const says = (runAsNonRoot: boolean, pod = {}) => ({ pod: { ...pod, securityContext: { runAsNonRoot } } });

holds(podRunAsNonRoot, {
  'nothing is said': {},
  'the pod says so': says(true),
  'a pod of 1.35 or later has users of its own': { ...says(false, { hostUsers: false }), from: 35 },
});

fails(podRunAsNonRoot, {
  'the pod says the contrary': says(false),
  'users of its own do not count before 1.35': { ...says(false, { hostUsers: false }), to: 34 },
  'the users are those of the node': says(false, { hostUsers: true }),
});
