import { fails, holds } from './cases';
import { entries } from './encryption';
import { encryptionResourcesReached } from '../../../src/policy/rules/encryption-resources-reached';

const of = (...lists: string[][]) => entries(...lists.map(resources => ({ resources })));

holds(encryptionResourcesReached, {
  'there is nothing': { object: {} },
  'an entry names nothing': entries({}, {}),
  'nothing is a wildcard': of(['secrets', 'pandas.bears.example'], ['secrets']),
  'wildcards stand at the end': of(['secrets', 'deployments.apps'], ['*.apps', '*.'], ['*.*']),
  'wildcards are of other groups': of(['*.apps'], ['secrets', 'widgets.my.apps'], ['*.my.apps']),
});

fails(encryptionResourcesReached, {
  'everything stands first': of(['*.*'], ['secrets']),
  'everything stands beside something': of(['deployments.apps', '*.*']),
  'the core group stands first': of(['*.'], ['secrets']),
  'the core group stands beside one of it': of(['secrets', '*.']),
  'a group stands first': of(['*.apps'], ['configmaps'], ['deployments.apps']),
  'a group comes twice': of(['*.apps'], ['*.apps']),
  'everything comes twice': of(['*.*'], ['*.*']),
});
