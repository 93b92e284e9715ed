import { fails, holds } from './cases';
import { podHostProcessOff } from '../../../src/policy/rules/pod-host-process-off';

const options = (windowsOptions: object) => ({ pod: { securityContext: { windowsOptions } } });

holds(podHostProcessOff, {
  'nothing is said': {},
  'options say something else': options({ runAsUserName: 'ContainerUser' }),
  'it is off': options({ hostProcess: false }),
});

fails(podHostProcessOff, {
  'it is on': options({ hostProcess: true }),
});
