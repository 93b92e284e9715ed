import { fieldFaults } from '../../src/controlplane/encryption-fields';

test('a whole configuration has no fault', () => {
  expect(fieldFaults({
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'EncryptionConfiguration',
    resources: [{
      resources: ['secrets'],
      providers: [
        { kms: { apiVersion: 'v2', name: 'a', cachesize: 1, endpoint: 'unix:///a', timeout: '3s' } }, { secretbox: { keys: [{ name: 'a', secret: 'b' }] } },
        { aescbc: { keys: [] } }, { aesgcm: null }, { identity: {} },
      ],
    }],
  })).toEqual([]);
});

test.each([
  [undefined, '', 'is empty', true],
  ['text', '', 'is no map', true],
  [[], '', 'is no map', true],
  [{ metadata: { name: 'x' } }, 'metadata', 'is no field of it', false],
  [{ resources: {} }, 'resources', 'is no list', true],
  [{ resources: [{ resources: [7] }] }, 'resources[0].resources[0]', 'is no text', true],
  [{ resources: [{ provider: [] }] }, 'resources[0].provider', 'is no field of it', false],
  [{ resources: [{ providers: [{ kms: { cachesize: '7' } }] }] }, 'resources[0].providers[0].kms.cachesize', 'is no number', true],
  [{ resources: [{ providers: [{ identity: { a: 1 } }] }] }, 'resources[0].providers[0].identity.a', 'is no field of it', false],
  [{ constructor: 1 }, 'constructor', 'is no field of it', false],
])('%j is told by its field', (config, field, problem, isType) => {
  expect(fieldFaults(config)).toEqual([{ field, problem, isType }]);
});
