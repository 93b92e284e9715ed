import { fails, holds } from './cases';
import { roleConfigMapsUnwritten } from '../../../src/policy/rules/role-config-maps-unwritten';

const role = (verbs: string[], resources: string[], group = '', more: object = {}) => ({ object: { rules: [{ verbs, apiGroups: [group], resources, ...more }] } });

holds(roleConfigMapsUnwritten, {
  'there are no rules': { object: {} },
  'they are read': role(['get', 'list'], ['configmaps']),
  'they are named': role(['update'], ['configmaps'], '', { resourceNames: ['leader'] }),
});

fails(roleConfigMapsUnwritten, {
  'they are written': role(['update'], ['configmaps']),
  'they are made': role(['create'], ['configmaps']),
});
