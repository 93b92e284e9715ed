import { encryptionFaults } from '../../src/controlplane/encryption-validation';
import { base64 } from '../kube/key-material';

const HEAD = { apiVersion: 'apiserver.config.k8s.io/v1', kind: 'EncryptionConfiguration' };
const IDENTITY = { identity: {} };
const KMS = { apiVersion: 'v2', name: 'kms', endpoint: 'unix:///run/kms/kms.sock', timeout: '3s' };
const entry = (resources: unknown, ...providers: unknown[]) => ({ resources, providers: providers.length > 0 ? providers : [IDENTITY] });
const config = (...resources: unknown[]) => ({ ...HEAD, resources });
const by = (...providers: unknown[]) => config(entry(['secrets'], ...providers));
const kms = (changes: object) => by({ kms: { ...KMS, ...changes } });
const key = (bytes: number, changes: object = {}) => ({ keys: [{ name: 'key1', secret: base64(bytes), ...changes }] });
const FIRST = 'resources[0].resources';
const PROVIDER = 'resources[0].providers[0]';

test.each([
  ['each provider alone', by({ kms: KMS }, { secretbox: key(32) }, { aescbc: key(16) }, { aescbc: key(24) }, { aesgcm: key(32) }, IDENTITY)],
  ['wildcards behind what is narrower', config(entry(['secrets', 'pandas.bears.example']), entry(['*.apps', '*.']), entry(['*.*']))],
  ['one resource in two entries', config(entry(['secrets']), entry(['secrets']))],
  ['two wildcards of two groups', config(entry(['*.', '*.apps']))],
  ['KMS of the first version', kms({ apiVersion: undefined, name: 'a:b', cachesize: 1 })],
  ['KMS without timeout', kms({ timeout: undefined })],
  ['a scheme in capital letters', kms({ endpoint: 'UNIX:///a' })],
  ['a key with line breaks', by({ secretbox: key(32, { secret: `${base64(32).slice(0, 20)}\r\n${base64(32).slice(20)}` }) })],
  ['a provider that is null beside another', by({ secretbox: null, identity: {} })],
])('%s is taken', (_, json) => {
  expect(encryptionFaults(json)).toEqual([]);
});

test.each([
  ['nothing', undefined, '', 'is empty'],
  ['no entries', config(), 'resources', 'at least one is required'],
  ['no list of entries', HEAD, 'resources', 'at least one is required'],
  ['a provider that is null', by(null), PROVIDER, 'has no provider, and not one'],
  ['no resources', config(entry([])), FIRST, 'at least one is required'],
  ['no providers', config({ resources: ['secrets'] }), 'resources[0].providers', 'at least one is required'],
  ['metadata', { ...by(IDENTITY), metadata: {} }, 'metadata', 'is no field of it'],
  ['a resource twice', config(entry(['secrets', 'secrets'])), FIRST, 'names a resource twice'],
  ['a resource beside its wildcard', config(entry(['secrets', '*.'])), FIRST, 'names a resource beside a wildcard that holds it'],
  ['everything beside something', config(entry(['deployments.apps', '*.*'])), FIRST, 'names a resource beside a wildcard that holds it'],
  ['capital letters', config(entry(['Secrets'])), `${FIRST}[0]`, 'has capital letters'],
  ['a lone star', config(entry(['*'])), `${FIRST}[0]`, 'is "*.*" for everything, or "*." for the core group'],
  ['what has no API', config(entry(['serviceipallocations'])), `${FIRST}[0]`, 'is served by no API, and cannot be encrypted'],
  ['events by their newer group', config(entry(['events.events.k8s.io'])), `${FIRST}[0]`, 'is stored as "events"'],
  ['a group that is gone', config(entry(['*.extensions'])), `${FIRST}[0]`, 'is of a group that is gone'],
  ['a resource of all groups', config(entry(['secrets.*'])), `${FIRST}[0]`, 'names a resource in all groups, which is not supported'],
  ['a resource behind its group', config(entry(['*.apps']), entry(['deployments.apps'])), 'resources[1].resources[0]', '"deployments.apps" never counts behind "*.apps"'],
  ['a resource behind everything', config(entry(['*.*']), entry(['secrets'])), 'resources[1].resources[0]', '"secrets" never counts behind "*.*"'],
  ['an empty provider', by({}), PROVIDER, 'has no provider, and not one'],
  ['two providers in one', by({ secretbox: key(32), identity: {} }), PROVIDER, 'has several providers, secretbox and identity, and not one'],
  ['no keys', by({ aescbc: {} }), `${PROVIDER}.aescbc.keys`, 'at least one is required'],
  ['a key without name', by({ aescbc: key(32, { name: '' }) }), `${PROVIDER}.aescbc.keys[0].name`, 'is required'],
  ['a key without secret', by({ aescbc: key(32, { secret: '' }) }), `${PROVIDER}.aescbc.keys[0].secret`, 'is required'],
  ['a key that is no base64', by({ aescbc: key(32, { secret: 'abc' }) }), `${PROVIDER}.aescbc.keys[0].secret`, 'is no base64'],
  ['a short key of secretbox', by({ secretbox: key(16) }), `${PROVIDER}.secretbox.keys[0].secret`, 'has 16 bytes, and not 32'],
  ['a long key of AES', by({ aesgcm: key(33) }), `${PROVIDER}.aesgcm.keys[0].secret`, 'has 33 bytes, and not 16, 24 or 32'],
  ['KMS without name', kms({ name: '' }), `${PROVIDER}.kms.name`, 'is required'],
  ['a colon in the name of a KMS', kms({ name: 'a:b' }), `${PROVIDER}.kms.name`, 'holds a colon'],
  ['two KMS of one name', by({ kms: KMS }, { kms: KMS }), 'resources[0].providers[1].kms.name', 'is that of another KMS provider'],
  ['KMS without endpoint', kms({ endpoint: undefined }), `${PROVIDER}.kms.endpoint`, 'is required'],
  ['KMS over the network', kms({ endpoint: 'https://kms.example.com' }), `${PROVIDER}.kms.endpoint`, 'is no socket of this machine, such as unix:///run/kms/plugin.sock'],
  ['a timeout of nothing', kms({ timeout: '0s' }), `${PROVIDER}.kms.timeout`, 'is not above zero'],
  ['a timeout in the past', kms({ timeout: '-1s' }), `${PROVIDER}.kms.timeout`, 'is not above zero'],
  ['a cache of the second version', kms({ cachesize: 1 }), `${PROVIDER}.kms.cachesize`, 'is only of v1'],
  ['no cache of the first version', kms({ apiVersion: 'v1', cachesize: 0 }), `${PROVIDER}.kms.cachesize`, 'is zero'],
  ['a third version', kms({ apiVersion: 'v3' }), `${PROVIDER}.kms.apiVersion`, 'is neither v1 nor v2'],
])('%s is refused', (_, json, field, problem) => {
  expect(encryptionFaults(json)).toEqual([{ field, problem }]);
});

test('everything that is wrong is told at once, but not inside of what cannot be read', () => {
  expect(encryptionFaults(config(entry([null], {}), null)).map(({ field }) => field)).toEqual([
    'resources[0].providers[0]', 'resources[1].resources', 'resources[1].providers',
  ]);
  expect(encryptionFaults({ ...config(entry(['A'])), metadata: {}, kind: 7 })).toEqual([
    { field: 'kind', problem: 'is no text' }, { field: 'metadata', problem: 'is no field of it' },
  ]);
});

test('no key is ever told', () => {
  const text = JSON.stringify(encryptionFaults(by({ secretbox: key(16) }, { aescbc: key(32, { secret: `${base64(32)}!` }) })));
  expect(text).not.toContain(base64(16));
  expect(text).not.toContain(base64(32).slice(0, 10));
});
