import { fails, holds } from './cases';
import { userIdsHigh } from '../../../src/policy/rules/user-ids-high';

const context = (runAsUser?: number, runAsGroup?: number) => ({ securityContext: { runAsUser, runAsGroup } });

holds(userIdsHigh, {
  'both are high': { container: context(10001, 10001) },
  'the pod says both': { pod: context(10001, 10001) },
  'the container says one and the pod the other': { container: { securityContext: { runAsUser: 20000 } }, pod: { securityContext: { runAsGroup: 20000 } } },
  'the pod is for Windows': { pod: { os: { name: 'windows' } } },
});

fails(userIdsHigh, {
  'nothing is said': {},
  'the user is low': { container: context(10000, 10001) },
  'the group is low': { container: context(10001, 0) },
  'the container lowers that of the pod': { container: { securityContext: { runAsUser: 999 } }, pod: context(10001, 10001) },
  'only the user is said': { pod: { securityContext: { runAsUser: 10001 } } },
  'only the group is said': { pod: { securityContext: { runAsGroup: 10001 } } },
  'the group is just below': { container: context(10001, 10000) },
});
