import { fails, holds } from './cases';
import { seccompProfileSet } from '../../../src/policy/rules/seccomp-profile-set';

const RUNTIME = { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } };
const NODE = { securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: 'app.json' } } };
const NONE = { securityContext: { seccompProfile: { type: 'Unconfined' } } };

holds(seccompProfileSet, {
  'the pod has it': { pod: RUNTIME },
  'the pod has one of the node': { pod: NODE },
  'the container has it': { container: RUNTIME },
  'the container has one of the node': { container: NODE },
  'the container has it and the pod has none': { container: RUNTIME, pod: NONE },
  'the context of the container says something else': { container: { securityContext: { privileged: false } }, pod: RUNTIME },
  'the pod is for Windows': { pod: { os: { name: 'windows' } } },
});

fails(seccompProfileSet, {
  'nobody has one': {},
  'the container takes itself out of that of the pod': { container: NONE, pod: RUNTIME },
  'the profile of the container has no type': { container: { securityContext: { seccompProfile: {} } }, pod: RUNTIME },
  'the pod has none': { pod: NONE },
  'the pod is for Linux': { pod: { os: { name: 'linux' } } },
});
