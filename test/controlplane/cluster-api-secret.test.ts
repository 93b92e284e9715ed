import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import * as yaml from 'yaml';
import { kubeadmConfigSpec, secretCommands, secretNameOf } from '../../src/controlplane/cluster-api-secret';
import { EncryptionPlan } from '../../src/controlplane/encryption-configuration';
import { EncryptionProvider } from '../../src/controlplane/encryption-provider';
import { EncryptionState } from '../../src/controlplane/encryption-state';
import { encryptionFaults } from '../../src/controlplane/encryption-validation';
import { keyMaterialInText } from '../../src/kube/key-material';
import { base64 } from '../kube/key-material';

const key = (keyNumber: number) => EncryptionProvider.secretbox({ escrow: 'safe of the team', keyNumber });
const { NEW_CLUSTER, KEY_ADDED, KEY_PROMOTED } = EncryptionState;
const plan = (changes: Partial<EncryptionPlan> = {}): EncryptionPlan => (
  { provider: key(1), state: NEW_CLUSTER, moreResources: [], everything: false, ...changes }
);

let directory: string;
beforeEach(() => { directory = fs.mkdtempSync(path.join(os.tmpdir(), 'secret-')); });
afterEach(() => { fs.rmSync(directory, { recursive: true }); });

/** Runs the commands with a kubectl that keeps the file, and says what it was called with. */
function made(commands: string, known = ''): { readonly status: number | null; readonly config?: any; readonly called: string[] } {
  const bin = path.join(directory, 'bin');
  const work = path.join(directory, 'work');
  for (const each of [bin, work]) { fs.mkdirSync(each, { recursive: true }); }
  fs.writeFileSync(path.join(bin, 'kubectl'), `#!/bin/sh\necho "$@" >> ../called\ncase $1 in get) echo "${known}" ;; create) cp encryption-config.yaml ../kept ;; esac\n`, { mode: 0o755 });
  const calls = path.join(directory, 'called');
  fs.rmSync(calls, { force: true });
  const { status } = spawnSync('sh', ['-c', commands], { cwd: work, encoding: 'utf8', env: { PATH: `${bin}:${process.env.PATH}`, NAMESPACE_OF_THE_CLUSTER: 'shop' } });
  const kept = path.join(directory, 'kept');
  const called = fs.existsSync(calls) ? fs.readFileSync(calls, 'utf8').trimEnd().split('\n') : [];
  return { status, config: fs.existsSync(kept) ? yaml.parse(fs.readFileSync(kept, 'utf8')) : undefined, called };
}
const inWork = (name: string) => path.join(directory, 'work', name);

test('another configuration is another Secret, and the same one the same', () => {
  const plans = [plan(), plan({ moreResources: ['*.apps'] }), plan({ provider: key(2), predecessor: key(1), state: KEY_ADDED }), plan({ provider: key(2), predecessor: key(1), state: KEY_PROMOTED })];
  const names = plans.map(each => secretNameOf('shop-encryption', each));
  expect(new Set(names).size).toBe(4);
  expect(names.filter(name => !/^shop-encryption-[0-9a-f]{10}$/.test(name))).toEqual([]);
  expect(secretNameOf('shop-encryption', plan())).toBe(names[0]);
});

test('the commands make a key, and a configuration that the API server takes', () => {
  const { status, config, called } = made(secretCommands('shop', plan()));
  const name = secretNameOf('shop', plan());
  expect([status, called]).toEqual([0, [
    'get secret --namespace shop --selector encryption.cdk8s-hardened/key1=shop --output name',
    `create secret generic ${name} --namespace shop --from-file=encryption-config.yaml`,
    `label secret ${name} --namespace shop encryption.cdk8s-hardened/key1=shop`,
  ]]);
  expect(encryptionFaults(config)).toEqual([]);
  const [{ name: keyName, secret }] = config.resources[0].providers[0].secretbox.keys;
  expect([keyName, secret]).toEqual(['key1', fs.readFileSync(inWork('key1'), 'utf8')]);
  expect(fs.statSync(inWork('key1')).mode % 0o1000).toBe(0o600);
  expect(fs.existsSync(inWork('encryption-config.yaml'))).toBe(false);
});

test('a key that a Secret of before has, or that lies there already, is not made once more', () => {
  const { status, config } = made(secretCommands('shop', plan()), 'secret/shop-0123456789');
  expect([status, config, fs.existsSync(inWork('key1'))]).toEqual([1, undefined, false]);
  fs.writeFileSync(inWork('key1'), base64(32));
  expect(made(secretCommands('shop', plan()), 'secret/shop-0123456789').config.resources[0].providers[0].secretbox.keys[0].secret).toBe(base64(32));
});

test('a key that was made before comes from its escrow, and without it nothing is made', () => {
  const commands = secretCommands('shop', plan({ provider: key(2), predecessor: key(1), state: KEY_ADDED }));
  const { status, config: none, called } = made(commands);
  expect([status, none, called.length]).toEqual([1, undefined, 1]);
  fs.writeFileSync(inWork('key1'), base64(32));
  const { config, called: again } = made(commands);
  expect(config.resources[0].providers[0].secretbox.keys.map(({ name }: any) => name)).toEqual(['key1', 'key2']);
  expect(config.resources[0].providers[0].secretbox.keys[0].secret).toBe(base64(32));
  expect(again.at(-1)).toMatch(/ encryption\.cdk8s-hardened\/key1=shop encryption\.cdk8s-hardened\/key2=shop$/);
  const last = secretCommands('shop', plan({ provider: key(2), state: EncryptionState.KEY_REMOVED }));
  expect([last.match(/^test .*$/gm), last.includes('urandom')]).toEqual([['test "$(base64 -d < key2 | wc -c)" -eq 32  # else bring it from its escrow first: safe of the team'], false]);
});

test('what a shell would take for its own comes out as it was', () => {
  const kms = EncryptionProvider.kmsV2({ name: 'a $(reboot) `reboot` \\ $HOME', socket: '/run/kms/a/s.sock' });
  fs.mkdirSync(path.dirname(inWork('key1')));
  fs.writeFileSync(inWork('key1'), base64(32));
  const { config } = made(secretCommands('shop', plan({ provider: kms, predecessor: key(1), state: KEY_PROMOTED })));
  expect(config.resources[0].providers[0].kms.name).toBe('a $(reboot) `reboot` \\ $HOME');
});

test('no key stands in the commands', () => {
  expect(keyMaterialInText(secretCommands('shop', plan()))).toEqual([]);
});

test('the machines get flags, directories and patches', () => {
  const settings = { flags: { b: '2', a: '1' }, volumes: [{ name: 'x', path: '/etc/x', readOnly: true, type: 'Directory' as const }] };
  expect(yaml.parse(kubeadmConfigSpec(settings))).toEqual({
    clusterConfiguration: {
      apiServer: {
        extraArgs: [{ name: 'a', value: '1' }, { name: 'b', value: '2' }],
        extraVolumes: [{ name: 'x', hostPath: '/etc/x', mountPath: '/etc/x', readOnly: true, pathType: 'Directory' }],
      },
    },
    initConfiguration: { patches: { directory: '/etc/kubernetes/patches' } },
    joinConfiguration: { patches: { directory: '/etc/kubernetes/patches' } },
  });
});
