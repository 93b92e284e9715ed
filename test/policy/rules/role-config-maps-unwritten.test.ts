import { fails, holds } from './cases';
import { rights, role } from './rights';
import { roleConfigMapsUnwritten } from '../../../src/policy/rules/role-config-maps-unwritten';

const { given, near } = rights({
  verbs: ['create', 'delete', 'deletecollection', 'patch', 'update'],
  groups: [''],
  resources: ['configmaps'],
});

holds(roleConfigMapsUnwritten, {
  ...near,
  'there are no rules': { object: {} },
  'they are read': role(['get', 'list'], ['configmaps']),
  'they are named': role(['update'], ['configmaps'], '', { resourceNames: ['leader'] }),
});

fails(roleConfigMapsUnwritten, {
  ...given,
  'they are written': role(['update'], ['configmaps']),
  'they are made': role(['create'], ['configmaps']),
});
