import { fails, holds } from './cases';
import { entries } from './encryption';
import { encryptionSecretsCovered } from '../../../src/policy/rules/encryption-secrets-covered';

holds(encryptionSecretsCovered, {
  'they are named': entries({ resources: ['configmaps', 'secrets'] }),
  'they are named in a later entry': entries({ resources: ['events'] }, { resources: ['secrets'] }),
  'the core group is encrypted': entries({ resources: ['*.'] }),
  'everything is encrypted': entries({ resources: ['events'] }, { resources: ['*.*'] }),
});

fails(encryptionSecretsCovered, {
  'there is nothing': { object: {} },
  'an entry names nothing': entries({}),
  'something else is encrypted': entries({ resources: ['configmaps', '*.apps', 'secrets.example.com'] }),
});
