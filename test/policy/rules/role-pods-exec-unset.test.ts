import { fails, holds } from './cases';
import { rights, role } from './rights';
import { rolePodsExecUnset } from '../../../src/policy/rules/role-pods-exec-unset';

const { given, near } = rights({
  verbs: ['get', 'create'],
  groups: [''],
  resources: ['pods/exec', 'pods/attach', '*/exec', '*/attach'],
});

holds(rolePodsExecUnset, {
  ...near,
  'there are no rules': { object: {} },
  'pods are read': role(['get', 'list'], ['pods', 'pods/log']),
});

fails(rolePodsExecUnset, {
  ...given,
  'programs are run': role(['create'], ['pods/exec']),
  'programs are run over a web socket': role(['get'], ['pods/exec']),
  'one attaches to them': role(['create'], ['pods/attach']),
  'it is the subresource of anything': role(['create'], ['*/exec']),
});
