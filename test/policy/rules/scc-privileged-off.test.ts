import { fails, holds } from './cases';
import { sccPrivilegedOff } from '../../../src/policy/rules/scc-privileged-off';

holds(sccPrivilegedOff, {
  'nothing is said': { object: {} },
  'it does not': { object: { allowPrivilegedContainer: false } },
});

fails(sccPrivilegedOff, {
  'it does': { object: { allowPrivilegedContainer: true } },
});
