import { fails, holds } from './cases';
import { rolePodsExecUnset } from '../../../src/policy/rules/role-pods-exec-unset';

const role = (verbs: string[], resources: string[], group = '', more: object = {}) => ({ object: { rules: [{ verbs, apiGroups: [group], resources, ...more }] } });

holds(rolePodsExecUnset, {
  'there are no rules': { object: {} },
  'pods are read': role(['get', 'list'], ['pods', 'pods/log']),
});

fails(rolePodsExecUnset, {
  'programs are run': role(['create'], ['pods/exec']),
  'programs are run over a web socket': role(['get'], ['pods/exec']),
  'one attaches to them': role(['create'], ['pods/attach']),
  'it is the subresource of anything': role(['create'], ['*/exec']),
});
