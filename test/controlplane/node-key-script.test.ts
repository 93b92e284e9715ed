import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { Yaml } from 'cdk8s';
import * as yaml from 'yaml';
import { encryptionConfiguration, EncryptionPlan, providersOf } from '../../src/controlplane/encryption-configuration';
import { CONFIG_PATH, KEY_DIRECTORY, TEMPLATE_PATH } from '../../src/controlplane/encryption-paths';
import { EncryptionProvider } from '../../src/controlplane/encryption-provider';
import { EncryptionState } from '../../src/controlplane/encryption-state';
import { encryptionFaults } from '../../src/controlplane/encryption-validation';
import { nodeKeyScript } from '../../src/controlplane/node-key-script';

const key = (keyNumber: number) => EncryptionProvider.secretbox({ escrow: 'safe of the team', keyNumber });
const KMS = EncryptionProvider.kmsV2({ name: 'cloud', socket: '/run/kms/a/s.sock' });
const { NEW_CLUSTER, ENABLING, KEY_ADDED, KEY_PROMOTED, KEY_REMOVED } = EncryptionState;

let root: string;
beforeEach(() => { root = fs.mkdtempSync(path.join(os.tmpdir(), 'node-')); });
afterEach(() => { fs.rmSync(root, { recursive: true, force: true }); });

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(root + file), { recursive: true });
  fs.writeFileSync(root + file, text);
}
const read = (file: string) => fs.readFileSync(root + file, 'utf8');
const modeOf = (file: string) => fs.statSync(root + file).mode % 0o1000;
const keyFile = (name: string) => `${KEY_DIRECTORY}/${name}`;
const etcdHasData = () => write('/var/lib/etcd/member/wal/0.wal', '');

function scriptOf(parts: Partial<EncryptionPlan>): { readonly script: string; readonly template: string } {
  const plan: EncryptionPlan = { provider: key(1), state: NEW_CLUSTER, moreResources: [], everything: false, ...parts };
  const keys = providersOf(plan).filter(({ _keyName: name }) => name !== undefined);
  return {
    script: nodeKeyScript({ keys, state: plan.state, newest: plan.provider._keyName, etcdDirectory: '/var/lib/etcd' }),
    template: Yaml.stringify(encryptionConfiguration(plan)),
  };
}

/** The node at its next boot, with the files of a state. */
function boot(parts: Partial<EncryptionPlan> = {}, shell: readonly string[] = ['sh']): { readonly status: number | null; readonly said: string } {
  const { script, template } = scriptOf(parts);
  write(TEMPLATE_PATH, template);
  const { status, stderr, stdout } = spawnSync(shell[0], [...shell.slice(1), '-s', root], { input: script, encoding: 'utf8' });
  expect(stdout).toBe('');
  return { status, said: stderr.replaceAll(root, '') };
}

function keyNames(): string[] {
  const config = yaml.parse(read(CONFIG_PATH));
  expect(encryptionFaults(config)).toEqual([]);
  return config.resources[0].providers.flatMap((provider: any) => (provider.secretbox?.keys ?? []).map(({ name, secret }: any) => {
    expect(secret).toBe(read(keyFile(name)).trim());
    return name;
  }));
}

test.each([[['sh']], [['bash', '--posix']], [['bash']]])('on a new node a key of 32 random bytes is made, which root alone reads, by %j', shell => {
  expect(boot({}, shell)).toEqual({ status: 0, said: `encryption at rest: made key1; copy ${keyFile('key1')} to its escrow now (safe of the team)\n` });
  expect(Buffer.from(read(keyFile('key1')), 'base64')).toHaveLength(32);
  expect(keyNames()).toEqual(['key1']);
  expect([KEY_DIRECTORY, keyFile('key1'), path.dirname(CONFIG_PATH), CONFIG_PATH].map(modeOf)).toEqual([0o700, 0o600, 0o700, 0o600]);
  expect(fs.readdirSync(root + KEY_DIRECTORY)).toEqual(['key1']);
  expect(fs.readdirSync(path.dirname(root + CONFIG_PATH))).toEqual(['encryption-config.yaml']);
});

test('directories that stand there already are closed', () => {
  for (const file of [keyFile('x'), CONFIG_PATH]) { fs.mkdirSync(path.dirname(root + file), { recursive: true, mode: 0o755 }); }
  boot();
  expect([KEY_DIRECTORY, path.dirname(CONFIG_PATH)].map(modeOf)).toEqual([0o700, 0o700]);
});

test('two nodes have two keys', () => {
  boot();
  const first = read(keyFile('key1'));
  fs.rmSync(root + '/etc', { recursive: true });
  boot();
  expect(read(keyFile('key1'))).not.toBe(first);
});

test('a further boot changes nothing, also when etcd has data by then', () => {
  boot();
  etcdHasData();
  const before = [read(keyFile('key1')), read(CONFIG_PATH), fs.statSync(root + CONFIG_PATH).ino];
  expect(boot()).toEqual({ status: 0, said: '' });
  expect([read(keyFile('key1')), read(CONFIG_PATH), fs.statSync(root + CONFIG_PATH).ino]).toEqual(before);
});

test('a configuration that is gone is made anew with the same key', () => {
  boot();
  const before = read(CONFIG_PATH);
  fs.rmSync(root + CONFIG_PATH);
  etcdHasData();
  expect(boot().status).toBe(0);
  expect(read(CONFIG_PATH)).toBe(before);
});

test('where etcd has data and the key is gone, none is made: it fails and names the escrow', () => {
  etcdHasData();
  const file = keyFile('key1');
  expect(boot()).toEqual({
    status: 1,
    said: `encryption at rest: key1 is missing, and etcd has data, which a new key could not read; bring its copy (safe of the team) to ${file}; only if key1 has never encrypted anything: touch ${file}.may-be-made\n`,
  });
  expect([CONFIG_PATH, file].map(each => fs.existsSync(root + each))).toEqual([false, false]);
});

test('the copy from escrow is taken, with a line break that an editor adds', () => {
  boot();
  const copy = read(keyFile('key1'));
  const before = read(CONFIG_PATH);
  fs.rmSync(root + '/etc', { recursive: true });
  etcdHasData();
  write(keyFile('key1'), `${copy}\n`);
  expect(boot()).toEqual({ status: 0, said: '' });
  expect(read(CONFIG_PATH)).toBe(before);
});

test.each(['c2hvcnQ=', 'no base64 at all', 'A'.repeat(60)])('a copy that is no key is refused: %s', copy => {
  write(keyFile('key1'), copy);
  expect(boot()).toEqual({ status: 1, said: `encryption at rest: ${keyFile('key1')} holds no key of 32 bytes in base64; bring its copy (safe of the team)\n` });
  expect(fs.existsSync(root + CONFIG_PATH)).toBe(false);
});

test('a cluster that runs begins to encrypt where somebody says so, once', () => {
  etcdHasData();
  expect(boot({ state: ENABLING }).status).toBe(1);
  write(`${keyFile('key1')}.may-be-made`, '');
  expect(boot({ state: ENABLING }).status).toBe(0);
  expect(fs.readdirSync(root + KEY_DIRECTORY)).toEqual(['key1']);
  fs.rmSync(root + keyFile('key1'));
  expect(boot({ state: ENABLING }).status).toBe(1);
});

test('a key goes through its states', () => {
  boot();
  etcdHasData();
  const rotation = { provider: key(2), predecessor: key(1) };
  expect(boot({ ...rotation, state: KEY_ADDED }).status).toBe(1);
  write(`${keyFile('key2')}.may-be-made`, '');
  expect(boot({ ...rotation, state: KEY_ADDED }).status).toBe(0);
  expect(keyNames()).toEqual(['key1', 'key2']);
  expect(boot({ ...rotation, state: KEY_PROMOTED })).toEqual({ status: 0, said: '' });
  expect(keyNames()).toEqual(['key2', 'key1']);
  expect(boot({ provider: key(2), state: KEY_REMOVED })).toEqual({ status: 0, said: '' });
  expect(keyNames()).toEqual(['key2']);
  expect(read(keyFile('key1'))).toHaveLength(44);
});

test('a node that has not had the state before stays as it is', () => {
  boot();
  etcdHasData();
  const rotation = { provider: key(2), predecessor: key(1) };
  const before = read(CONFIG_PATH);
  expect(boot({ ...rotation, state: KEY_PROMOTED })).toEqual({ status: 1, said: 'encryption at rest: key2 is to write, and was not added before; go through the states one by one\n' });
  expect(boot({ provider: key(2), state: KEY_REMOVED })).toEqual({ status: 1, said: 'encryption at rest: only key2 is to be left, and it does not write yet; go through the states one by one\n' });
  expect(read(CONFIG_PATH)).toBe(before);
});

test('a key that a KMS takes over from is still read with', () => {
  boot();
  etcdHasData();
  expect(boot({ provider: KMS, predecessor: key(1), state: KEY_PROMOTED })).toEqual({ status: 0, said: '' });
  expect(keyNames()).toEqual(['key1']);
  expect(yaml.parse(read(CONFIG_PATH)).resources[0].providers.map((provider: any) => Object.keys(provider)[0])).toEqual(['kms', 'secretbox']);
});

test('without its template it does nothing', () => {
  const { status, stderr } = spawnSync('sh', ['-s', root], { input: scriptOf({}).script, encoding: 'utf8' });
  expect([status, stderr.replaceAll(root, '')]).toEqual([1, `encryption at rest: ${TEMPLATE_PATH} is missing\n`]);
  expect(fs.readdirSync(root)).toEqual([]);
});

test('no key is an argument of a program, which everybody on the node can read', () => {
  expect(scriptOf({}).script).toContain('*__KEY1__*) line="${line%%__KEY1__*}${key1}${line#*__KEY1__}" ;;');
  expect(scriptOf({}).script).not.toMatch(/sed .*\$\{?key/);
});
