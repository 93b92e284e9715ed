import { fails, holds } from './cases';
import { rights, role } from './rights';
import { roleServiceStatusUnset } from '../../../src/policy/rules/role-service-status-unset';

const { given, near } = rights({
  verbs: ['patch', 'update'],
  groups: [''],
  resources: ['services/status', '*/status'],
});

holds(roleServiceStatusUnset, {
  ...near,
  'there are no rules': { object: {} },
  'it is read': role(['get'], ['services/status']),
  'services are written': role(['update'], ['services']),
});

fails(roleServiceStatusUnset, {
  ...given,
  'it is patched': role(['patch'], ['services/status']),
  'it is the subresource of anything': role(['update'], ['*/status']),
});
