import { fails, holds } from './cases';
import { rights, role } from './rights';
import { rolePersistentVolumesCreateUnset } from '../../../src/policy/rules/role-persistent-volumes-create-unset';

const { given, near } = rights({
  verbs: ['create', 'patch', 'update'],
  groups: [''],
  resources: ['persistentvolumes'],
});

holds(rolePersistentVolumesCreateUnset, {
  ...near,
  'there are no rules': { object: {} },
  'claims are made': role(['create'], ['persistentvolumeclaims']),
  'volumes are read': role(['get', 'list', 'watch'], ['persistentvolumes']),
});

fails(rolePersistentVolumesCreateUnset, {
  ...given,
  'they are made': role(['create'], ['persistentvolumes']),
  'they are changed': role(['patch'], ['persistentvolumes']),
});
