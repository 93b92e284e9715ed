import { fails, holds } from './cases';
import { serviceAccountAutomountOff } from '../../../src/policy/rules/service-account-automount-off';

holds(serviceAccountAutomountOff, {
  'it gives none': { object: { automountServiceAccountToken: false } },
});

fails(serviceAccountAutomountOff, {
  'nothing is said': { object: { metadata: { name: 'cart' } } },
  'it gives one': { object: { automountServiceAccountToken: true } },
});
