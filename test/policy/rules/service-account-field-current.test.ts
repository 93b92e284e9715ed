import { fails, holds } from './cases';
import { serviceAccountFieldCurrent } from '../../../src/policy/rules/service-account-field-current';

holds(serviceAccountFieldCurrent, {
  'nothing is said': {},
  'it is named by the new one': { pod: { serviceAccountName: 'cart' } },
  'both are the same': { pod: { serviceAccountName: 'cart', serviceAccount: 'cart' } },
});

fails(serviceAccountFieldCurrent, {
  'it is named by the old one': { pod: { serviceAccount: 'cart' } },
  'they differ': { pod: { serviceAccountName: 'cart', serviceAccount: 'web' } },
});
