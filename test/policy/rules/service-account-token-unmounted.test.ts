import { fails, holds } from './cases';
import { serviceAccountTokenUnmounted } from '../../../src/policy/rules/service-account-token-unmounted';

holds(serviceAccountTokenUnmounted, {
  'it is not mounted': { pod: { automountServiceAccountToken: false } },
});

fails(serviceAccountTokenUnmounted, {
  'nothing is said': {},
  'it is mounted': { pod: { automountServiceAccountToken: true } },
});
