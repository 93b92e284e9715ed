import { fails, holds } from './cases';
import { podSeccompConfined } from '../../../src/policy/rules/pod-seccomp-confined';

const profile = (seccompProfile: object) => ({ pod: { securityContext: { seccompProfile } } });

holds(podSeccompConfined, {
  'nothing is said': {},
  'there is only a context': { pod: { securityContext: {} } },
  'the profile is that of the runtime': profile({ type: 'RuntimeDefault' }),
  'the profile is on the node': profile({ type: 'Localhost', localhostProfile: 'app.json' }),
});

fails(podSeccompConfined, {
  'there is no confinement': profile({ type: 'Unconfined' }),
  'the profile has no type': profile({}),
  'the type is written in small letters': profile({ type: 'runtimeDefault' }),
});
