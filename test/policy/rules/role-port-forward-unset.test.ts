import { fails, holds } from './cases';
import { rolePortForwardUnset } from '../../../src/policy/rules/role-port-forward-unset';

const role = (verbs: string[], resources: string[], group = '', more: object = {}) => ({ object: { rules: [{ verbs, apiGroups: [group], resources, ...more }] } });

holds(rolePortForwardUnset, {
  'there are no rules': { object: {} },
  'pods are read': role(['get'], ['pods']),
});

fails(rolePortForwardUnset, {
  'they are opened': role(['create'], ['pods/portforward']),
  'they are opened over a web socket': role(['get'], ['pods/portforward']),
});
