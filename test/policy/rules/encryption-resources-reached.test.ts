import { alike, fails, holds } from './cases';
import { entries } from './encryption';
import { encryptionResourcesReached } from '../../../src/policy/rules/encryption-resources-reached';

const of = (...lists: string[][]) => entries(...lists.map(resources => ({ resources })));

/** The most entries that are judged, each of a group of its own, but for some. */
const sixteen = (changes: { readonly [at: number]: string[] }) => of(...Array.from({ length: 16 }, (_, i) => changes[i] ?? [`kinds.group${i}.example`]));

holds(encryptionResourcesReached, {
  'there is nothing': { object: {} },
  'an entry names nothing': entries({}, {}),
  'nothing is a wildcard': of(['secrets', 'pandas.bears.example'], ['secrets']),
  'wildcards stand at the end': of(['secrets', 'deployments.apps'], ['*.apps', '*.'], ['*.*']),
  'wildcards are of other groups': of(['*.apps'], ['secrets', 'widgets.my.apps'], ['*.my.apps']),
  'two kinds are of one group': of(['deployments.apps'], ['statefulsets.apps']),
  'sixteen entries are of groups of their own': sixteen({}),
});

fails(encryptionResourcesReached, {
  'everything stands first': of(['*.*'], ['secrets']),
  'everything stands beside something': of(['deployments.apps', '*.*']),
  'the core group stands first': of(['*.'], ['secrets']),
  'the core group stands beside one of it': of(['secrets', '*.']),
  'a group stands first': of(['*.apps'], ['configmaps'], ['deployments.apps']),
  'a group comes twice': of(['*.apps'], ['*.apps']),
  'everything comes twice': of(['*.*'], ['*.*']),
  'the core group comes twice': of(['*.'], ['*.']),
  'a group with dots stands first': of(['*.my.apps'], ['widgets.my.apps']),
  'the last of sixteen has everything beside something': sixteen({ 15: ['*.*', 'secrets'] }),
  ...Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`entry ${i + 1} hides the next`, sixteen({ [i]: ['*.apps'], [i + 1]: ['deployments.apps'] })])),
});

alike(encryptionResourcesReached, {
  'what is behind the last entry has none behind it either': [
    'i >= object.?resources.orValue([]).size() → i > object.?resources.orValue([]).size()',
    'without i >= object.?resources.orValue([]).size()',
  ],
});
