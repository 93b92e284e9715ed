import { fails, holds } from './cases';
import { podApparmorConfined } from '../../../src/policy/rules/pod-apparmor-confined';

const profile = (appArmorProfile: object) => ({ pod: { securityContext: { appArmorProfile } } });

holds(podApparmorConfined, {
  'nothing is said': {},
  'there is only a context': { pod: { securityContext: {} } },
  'the profile is that of the runtime': profile({ type: 'RuntimeDefault' }),
  'the profile is on the node': profile({ type: 'Localhost', localhostProfile: 'app.json' }),
});

fails(podApparmorConfined, {
  'there is no confinement': profile({ type: 'Unconfined' }),
  'the profile has no type': profile({}),
  'the type is written in small letters': profile({ type: 'runtimeDefault' }),
});
