import { fails, holds } from './cases';
import { capabilitiesAddedBindOnly } from '../../../src/policy/rules/capabilities-added-bind-only';

const adds = (...add: string[]) => ({ container: { securityContext: { capabilities: { add } } } });

holds(capabilitiesAddedBindOnly, {
  'nothing is said': {},
  'none is added': adds(),
  'low ports can be bound': adds('NET_BIND_SERVICE'),
  'the pod is for Windows': { ...adds('CHOWN'), pod: { os: { name: 'windows' } } },
});

fails(capabilitiesAddedBindOnly, {
  'one of several is another': adds('NET_BIND_SERVICE', 'CHOWN'),
  'all are added': adds('ALL'),
  'the pod is for Linux': { ...adds('CHOWN'), pod: { os: { name: 'linux' } } },
});
