import { fails, holds } from './cases';
import { secretTokenUnset } from '../../../src/policy/rules/secret-token-unset';

holds(secretTokenUnset, {
  'nothing is said': { object: { data: {} } },
  'it is of another type': { object: { type: 'kubernetes.io/tls' } },
});

fails(secretTokenUnset, {
  'it is a token': { object: { type: 'kubernetes.io/service-account-token' } },
});
