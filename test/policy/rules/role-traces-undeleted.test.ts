import { fails, holds } from './cases';
import { rights, role } from './rights';
import { roleTracesUndeleted } from '../../../src/policy/rules/role-traces-undeleted';

const { given, near } = rights({
  verbs: ['delete', 'deletecollection'],
  groups: ['', 'events.k8s.io'],
  resources: ['events', 'pods/log', '*/log'],
});

holds(roleTracesUndeleted, {
  ...near,
  'there are no rules': { object: {} },
  'they are written': role(['create', 'patch'], ['events']),
  'pods are deleted': role(['delete'], ['pods']),
});

fails(roleTracesUndeleted, {
  ...given,
  'events are deleted': role(['delete'], ['events']),
  'events of the newer group are deleted': role(['deletecollection'], ['events'], 'events.k8s.io'),
  'logs are deleted': role(['delete'], ['pods/log']),
});
