import { fails, holds } from './cases';
import { procMountDefault } from '../../../src/policy/rules/proc-mount-default';

const proc = (procMount: string, pod = {}) => ({ container: { securityContext: { procMount } }, pod });

holds(procMountDefault, {
  'nothing is said': {},
  'it is masked': proc('Default'),
  'a pod of 1.35 or later has users of its own': { ...proc('Unmasked', { hostUsers: false }), from: 35 },
});

fails(procMountDefault, {
  'it is not masked': proc('Unmasked'),
  'users of its own do not count before 1.35': { ...proc('Unmasked', { hostUsers: false }), to: 34 },
  'the users are those of the node': proc('Unmasked', { hostUsers: true }),
  'it is empty': proc(''),
});
