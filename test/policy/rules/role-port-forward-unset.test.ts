import { fails, holds } from './cases';
import { rights, role } from './rights';
import { rolePortForwardUnset } from '../../../src/policy/rules/role-port-forward-unset';

const { given, near } = rights({
  verbs: ['get', 'create'],
  groups: [''],
  resources: ['pods/portforward', '*/portforward'],
});

holds(rolePortForwardUnset, {
  ...near,
  'there are no rules': { object: {} },
  'pods are read': role(['get'], ['pods']),
});

fails(rolePortForwardUnset, {
  ...given,
  'they are opened': role(['create'], ['pods/portforward']),
  'they are opened over a web socket': role(['get'], ['pods/portforward']),
});
