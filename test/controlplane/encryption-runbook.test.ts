import { EncryptionPlan, resourcesOf } from '../../src/controlplane/encryption-configuration';
import { EncryptionDelivery } from '../../src/controlplane/encryption-delivery';
import { EncryptionProvider } from '../../src/controlplane/encryption-provider';
import { rewriteOf } from '../../src/controlplane/encryption-rewrite';
import { encryptionRunbook, RunbookFacts } from '../../src/controlplane/encryption-runbook';
import { EncryptionState } from '../../src/controlplane/encryption-state';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';

const KEY1 = EncryptionProvider.secretbox({ escrow: 'safe of the team' });
const KEY2 = EncryptionProvider.secretbox({ escrow: 'second safe', keyNumber: 2 });
const KMS = EncryptionProvider.kmsV2({ name: 'cloud', socket: '/run/kms/a/s.sock' });
const { NEW_CLUSTER, ENABLING, ENABLED, KEY_ADDED, KEY_PROMOTED, KEY_REMOVED } = EncryptionState;
const book = (changes: Partial<EncryptionPlan> = {}, facts: Partial<RunbookFacts> = {}, version = KubernetesVersion.V1_36) => {
  const plan: EncryptionPlan = { provider: KEY1, state: NEW_CLUSTER, moreResources: [], everything: false, ...changes };
  return encryptionRunbook(plan, { etcdDirectory: '/srv/etcd', delivery: EncryptionDelivery.KUBEADM, rewrite: rewriteOf(version, resourcesOf(plan), undefined), ...facts });
};
const rotation = { provider: KEY2, predecessor: KEY1 };

test.each([
  [NEW_CLUSTER, {}, 'go on to `key-added`'],
  [ENABLING, {}, 'When every object is rewritten, go on to `enabled`. Not before'],
  [ENABLED, {}, 'go on to `key-added`'],
  [KEY_ADDED, rotation, 'When every API server has this configuration, go on to `key-promoted`. Not before'],
  [KEY_PROMOTED, rotation, 'When every object is rewritten, go on to `key-removed`. Not before'],
  [KEY_REMOVED, { provider: KEY2 }, 'keep its copy as long as the oldest of them'],
])('in the state %s it says what it is, what to check, and what comes after it', (state, changes, next) => {
  const text = book({ state, ...changes });
  expect(text.split('\n')[0]).toBe(`# Encryption at rest: ${state}`);
  expect(text.match(/^## .*$/gm)).toEqual(['## Do', '## Check, on every API server', '## Wait, and go on', '## Backups']);
  expect(text).toContain(next);
  expect(text).toContain('sha256sum /etc/kubernetes/enc/encryption-config.yaml');
});

test('where a key is made, it is brought to its escrow at once; where etcd has data, somebody has to say that it may be made', () => {
  const touch = 'touch /etc/kubernetes/enc-keys/key1.may-be-made`. Without it no key is made, since etcd has data in /srv/etcd.';
  const copy = 'Copy `/etc/kubernetes/enc-keys/key1` to its escrow now: safe of the team.';
  const books = [book(), book({ state: ENABLING }), book({ state: ENABLED })];
  expect(books.map(text => [text.includes(touch), text.includes(copy)])).toEqual([[false, true], [true, true], [false, false]]);
  expect(book({ ...rotation, state: KEY_ADDED })).toContain('to its escrow now: second safe.');
  expect(book({ ...rotation, state: KEY_PROMOTED })).not.toContain('may-be-made');
});

test('objects are rewritten in the two states after which something is no longer read, and only after a check', () => {
  const rewrites = [NEW_CLUSTER, ENABLING, ENABLED, KEY_ADDED, KEY_PROMOTED, KEY_REMOVED].filter(state => (
    book({ state, ...([KEY_ADDED, KEY_PROMOTED].includes(state) ? rotation : {}) }).includes('Check as below, on every API server. Only then rewrite.')
  ));
  expect(rewrites).toEqual([ENABLING, KEY_PROMOTED]);
  expect(book({ state: ENABLING })).toContain('`kubectl get configmaps -A -o json | kubectl replace -f -`; `kubectl get secrets -A -o json | kubectl replace -f -`');
});

test('what a wildcard stands for is listed by the cluster', () => {
  const text = book({ state: ENABLING, everything: true });
  expect(text).toContain('Rewrite the same way every resource that `*.*` stands for');
  expect(text).not.toContain('kubectl get *');
});

test('with a KMS there is no key to copy, but a plugin to run and versions to keep', () => {
  const text = book({ provider: KMS });
  expect(text).toContain('See that the plugin of `kms:cloud` runs on every control-plane node');
  expect(text).toContain('begins with `k8s:enc:kms:v2:`');
  expect(text).toContain('Keep every version of the key in the KMS at least as long as the oldest snapshot');
  expect(text).not.toContain('enc-keys');
  expect(book()).toContain('begins with `k8s:enc:secretbox:v1:`');
});

test('a unit that would bring the predecessor back is disabled when a KMS has taken over', () => {
  const line = 'systemctl disable k8s-encryption-at-rest.service`, and remove `/etc/systemd/system/kubelet.service.d/05-encryption-at-rest.conf`';
  const books = [book({ provider: KMS, state: KEY_REMOVED }), book({ provider: KEY2, state: KEY_REMOVED }), book({ provider: KMS })];
  expect(books.map(text => text.includes(line))).toEqual([true, false, false]);
});

test('with a KMS it also says how the key is changed there', () => {
  const sections = (text: string) => text.match(/^## .*$/gm);
  expect(sections(book({ provider: KMS }))).toEqual(['## Do', '## Check, on every API server', '## Wait, and go on', '## Change the key inside of the KMS', '## Backups']);
  const part = book({ provider: KMS }).split('## Change the key inside of the KMS')[1].split('## Backups')[0];
  expect(part.match(/^\d\. /gm)).toEqual(['1. ', '2. ', '3. ']);
  expect(part).toContain('kubectl get secrets -A -o json | kubectl replace -f -');
});

test('its steps are numbered', () => {
  const steps = book({ ...rotation, state: KEY_PROMOTED }).split('## Check')[0].match(/^\d+\. /gm)!;
  expect(steps).toEqual(steps.map((_, i) => `${i + 1}. `));
  expect(steps.length).toBeGreaterThan(3);
});

test('before every change stands a way back, and after the first encryption what was in clear is forgotten', () => {
  const back = 'Take a snapshot of etcd, and see that the last one was restored somewhere and read: it is the way back.';
  const changes = { [KEY_ADDED]: rotation, [KEY_PROMOTED]: rotation } as any;
  const books = Object.values(EncryptionState).map(state => [state, book({ state, ...changes[state] })] as const);
  expect(books.filter(([, text]) => !text.includes(`1. ${back}`)).map(([state]) => state)).toEqual([NEW_CLUSTER]);
  const forgets = (part: string) => books.filter(([, text]) => text.includes(part)).map(([state]) => state);
  expect(['`etcdctl defrag` on one member after the other', 'begins with an empty directory'].map(forgets)).toEqual([[ENABLING], [ENABLING]]);
});

test('where the cluster rewrites by itself, it is told to', () => {
  const command = 'kubectl create -o name -f /etc/kubernetes/enc-source/storage-version-migrations.yaml';
  const state = { ...rotation, state: KEY_PROMOTED };
  const books = [book(state, {}, KubernetesVersion.V1_37), book(state), book({ provider: KMS }, {}, KubernetesVersion.V1_37)];
  expect(books.map(text => text.includes(command))).toEqual([true, false, true]);
});

test('with Cluster API no node makes a key: a Secret does, from keys of the escrow', () => {
  const clusterApi = { commands: 'kubectl create secret generic shop-1', spec: 'clusterConfiguration: {}\n' };
  const text = book({}, { delivery: EncryptionDelivery.CLUSTER_API, clusterApi });
  expect(text.match(/^## .*$/gm)).toEqual([
    '## Do', '## The Secret of the management cluster', '## Flags and directories, for spec.kubeadmConfigSpec', '## Check, on every API server', '## Wait, and go on', '## Backups',
  ]);
  expect(text).toContain('```sh\nkubectl create secret generic shop-1\n```');
  expect(text).toContain('```yaml\nclusterConfiguration: {}\n```');
  expect(text).not.toContain('enc-keys');
});
