import { fails, holds } from './cases';
import { hostProcessOff } from '../../../src/policy/rules/host-process-off';

const options = (windowsOptions: object) => ({ container: { securityContext: { windowsOptions } } });

holds(hostProcessOff, {
  'nothing is said': {},
  'options say something else': options({ runAsUserName: 'ContainerUser' }),
  'it is off': options({ hostProcess: false }),
});

fails(hostProcessOff, {
  'it is on': options({ hostProcess: true }),
});
