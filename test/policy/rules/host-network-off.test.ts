import { fails, holds } from './cases';
import { hostNetworkOff } from '../../../src/policy/rules/host-network-off';

holds(hostNetworkOff, {
  'nothing is said': {},
  'it is off': { pod: { hostNetwork: false } },
});

fails(hostNetworkOff, {
  'it is on': { pod: { hostNetwork: true } },
});
