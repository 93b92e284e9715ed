import { alike, fails, holds } from './cases';
import { defaultServiceAccountUnused } from '../../../src/policy/rules/default-service-account-unused';

holds(defaultServiceAccountUnused, {
  'it has its own': { pod: { serviceAccountName: 'cart' } },
  'it is named by the old name of the field': { pod: { serviceAccount: 'cart' } },
});

fails(defaultServiceAccountUnused, {
  'nothing is said': {},
  'it is the default': { pod: { serviceAccountName: 'default' } },
  'it is empty': { pod: { serviceAccountName: '' } },
  'the old name of the field says default': { pod: { serviceAccount: 'default' } },
});

alike(defaultServiceAccountUnused, {
  'an empty name is the default one': ["'default' → ''"],
});
