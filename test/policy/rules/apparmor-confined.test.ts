import { fails, holds } from './cases';
import { apparmorConfined } from '../../../src/policy/rules/apparmor-confined';

const profile = (appArmorProfile: object) => ({ container: { securityContext: { appArmorProfile } } });

holds(apparmorConfined, {
  'nothing is said': {},
  'there is only a context': { container: { securityContext: {} } },
  'the profile is that of the runtime': profile({ type: 'RuntimeDefault' }),
  'the profile is on the node': profile({ type: 'Localhost', localhostProfile: 'app.json' }),
});

fails(apparmorConfined, {
  'there is no confinement': profile({ type: 'Unconfined' }),
  'the profile has no type': profile({}),
  'the type is written in small letters': profile({ type: 'runtimeDefault' }),
});
