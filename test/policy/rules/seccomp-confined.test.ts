import { fails, holds } from './cases';
import { seccompConfined } from '../../../src/policy/rules/seccomp-confined';

const profile = (seccompProfile: object) => ({ container: { securityContext: { seccompProfile } } });

holds(seccompConfined, {
  'nothing is said': {},
  'there is only a context': { container: { securityContext: {} } },
  'the profile is that of the runtime': profile({ type: 'RuntimeDefault' }),
  'the profile is on the node': profile({ type: 'Localhost', localhostProfile: 'app.json' }),
});

fails(seccompConfined, {
  'there is no confinement': profile({ type: 'Unconfined' }),
  'the profile has no type': profile({}),
  'the type is written in small letters': profile({ type: 'runtimeDefault' }),
});
