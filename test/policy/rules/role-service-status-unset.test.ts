import { fails, holds } from './cases';
import { roleServiceStatusUnset } from '../../../src/policy/rules/role-service-status-unset';

const role = (verbs: string[], resources: string[], group = '', more: object = {}) => ({ object: { rules: [{ verbs, apiGroups: [group], resources, ...more }] } });

holds(roleServiceStatusUnset, {
  'there are no rules': { object: {} },
  'it is read': role(['get'], ['services/status']),
  'services are written': role(['update'], ['services']),
});

fails(roleServiceStatusUnset, {
  'it is patched': role(['patch'], ['services/status']),
  'it is the subresource of anything': role(['update'], ['*/status']),
});
