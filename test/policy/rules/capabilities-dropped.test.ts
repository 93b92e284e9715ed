import { fails, holds } from './cases';
import { capabilitiesDropped } from '../../../src/policy/rules/capabilities-dropped';

const drops = (...drop: string[]) => ({ container: { securityContext: { capabilities: { drop } } } });

holds(capabilitiesDropped, {
  'all are dropped': drops('ALL'),
  'one more is named': drops('NET_RAW', 'ALL'),
  'the pod is for Windows': { pod: { os: { name: 'windows' } } },
});

fails(capabilitiesDropped, {
  'nothing is said': {},
  'none is dropped': drops(),
  'only one is dropped': drops('NET_RAW'),
  'all is written in small letters': drops('all'),
  'the pod is for Linux': { pod: { os: { name: 'linux' } } },
});
