import { checkEncryption, encryptionConfiguration, EncryptionPlan, keyMark, providersOf, resourcesOf } from '../../src/controlplane/encryption-configuration';
import { EncryptionProvider } from '../../src/controlplane/encryption-provider';
import { EncryptionState } from '../../src/controlplane/encryption-state';

const KEY1 = EncryptionProvider.secretbox({ escrow: 'safe' });
const KEY2 = EncryptionProvider.secretbox({ escrow: 'safe', keyNumber: 2 });
const KMS = EncryptionProvider.kmsV2({ name: 'cloud', socket: '/run/kms/a/s.sock' });
const KMS_JSON = { kms: { apiVersion: 'v2', name: 'cloud', endpoint: 'unix:///run/kms/a/s.sock', timeout: '3000ms' } };
const BASE: EncryptionPlan = { provider: KEY1, state: EncryptionState.NEW_CLUSTER, moreResources: [], everything: false };
const plan = (changes: Partial<EncryptionPlan> = {}): EncryptionPlan => ({ ...BASE, ...changes });
const entries = (changes: Partial<EncryptionPlan>) => encryptionConfiguration(plan(changes)).resources as any[];
const keys = (...names: string[]) => ({ secretbox: { keys: names.map(name => ({ name, secret: keyMark(name) })) } });

test('the configuration has no metadata, which the API server refuses, and no key', () => {
  expect(encryptionConfiguration(plan())).toEqual({
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'EncryptionConfiguration',
    resources: [{ resources: ['configmaps', 'secrets'], providers: [{ secretbox: { keys: [{ name: 'key1', secret: '__KEY1__' }] } }] }],
  });
});

test.each([
  [EncryptionState.NEW_CLUSTER, KEY1, undefined, [keys('key1')]],
  [EncryptionState.ENABLING, KMS, undefined, [KMS_JSON, { identity: {} }]],
  [EncryptionState.ENABLED, KMS, undefined, [KMS_JSON]],
  [EncryptionState.KEY_ADDED, KEY2, KEY1, [keys('key1', 'key2')]],
  [EncryptionState.KEY_PROMOTED, KEY2, KEY1, [keys('key2', 'key1')]],
  [EncryptionState.KEY_REMOVED, KEY2, undefined, [keys('key2')]],
  [EncryptionState.KEY_ADDED, KMS, KEY1, [keys('key1'), KMS_JSON]],
  [EncryptionState.KEY_PROMOTED, KMS, KEY1, [KMS_JSON, keys('key1')]],
])('in the state %s the first provider writes, and only one that enables reads what is in clear', (state, provider, predecessor, providers) => {
  expect(entries({ state, provider, predecessor })[0].providers).toEqual(providers);
});

test('everything is encrypted but events, which stand first so that the wildcard does not hide them', () => {
  expect(entries({ everything: true })).toEqual([
    { resources: ['events'], providers: [{ identity: {} }] },
    { resources: ['*.*'], providers: [keys('key1')] },
  ]);
});

test('a wildcard takes the place of what it holds', () => {
  expect(resourcesOf(plan({ moreResources: ['*.', 'pandas.bears.example'] }))).toEqual(['*.', 'pandas.bears.example']);
  expect(resourcesOf(plan({ moreResources: ['*.apps'] }))).toEqual(['*.apps', 'configmaps', 'secrets']);
});

test('the order of the keys is that of the state', () => {
  const order = (state: EncryptionState) => providersOf({ provider: KEY2, predecessor: KEY1, state }).map(({ id }) => id);
  expect(order(EncryptionState.KEY_ADDED)).toEqual(['secretbox:key1', 'secretbox:key2']);
  expect(order(EncryptionState.KEY_PROMOTED)).toEqual(['secretbox:key2', 'secretbox:key1']);
});

test('what the API server would not start with is refused by the names of the resources', () => {
  expect(() => checkEncryption(plan({ moreResources: ['Pandas.bears.example', 'events.events.k8s.io'] }))).toThrow('the API server would not start with this encryption: "Pandas.bears.example" has capital letters, "events.events.k8s.io" is stored as "events": expected resources as they are stored, each of them once; correct moreResources');
  expect(() => checkEncryption(plan({ moreResources: ['deployments.apps', '*.apps'] }))).toThrow('resources[0].resources names a resource beside a wildcard that holds it');
  expect(checkEncryption(plan({ moreResources: ['*.apps', 'pandas.bears.example'] }))).toBeUndefined();
});
