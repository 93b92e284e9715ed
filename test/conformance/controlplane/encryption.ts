import * as fs from 'fs';
import * as path from 'path';
import { setTimeout as pause } from 'timers/promises';
import { CLEAR, EncryptedNode, mustBe } from './node';
import type { Answer } from './request';
import { Server } from './server';
import type { EncryptedEtcdConfigProps } from '../../../src/controlplane/encrypted-etcd-props';
import { CONFIG_PATH, KEY_DIRECTORY } from '../../../src/controlplane/encryption-paths';
import { EncryptionProvider } from '../../../src/controlplane/encryption-provider';
import { EncryptionState } from '../../../src/controlplane/encryption-state';
import type { Release } from '../cluster/programs';
import { NEWEST } from '../cluster/programs';
import type { Report } from '../report';
import { goProgram } from '../tools';

export const kmsPlugin = goProgram('kms-plugin', 'k8s.io/kms');

const { NEW_CLUSTER, ENABLING, ENABLED, KEY_ADDED, KEY_PROMOTED, KEY_REMOVED } = EncryptionState;
const PATIENCE = 60_000;

const ESCROW = 'nowhere, it is gone after this run';
const key = (keyNumber: number) => EncryptionProvider.secretbox({ escrow: ESCROW, keyNumber });

/** A new node with a key of its own, and the way to another key. */
export async function keyOfTheNode(report: Report, release: Release): Promise<void> {
  const server = await Server.create(release);
  try {
    const node = new EncryptedNode(server, release.minor);
    const isNewest = release === NEWEST;
    const one = { controlPlaneNodes: 1 };
    report.step(`${release.minor}: a node makes its key`);
    // The unit runs before etcd has ever started.
    const flags = await node.bring({ ...one, provider: key(1) });
    await server.serve(flags);
    await report.check(`${release.minor}: a Secret is encrypted with the key of the node, and read again`, async () => {
      await node.write('first');
      mustBe(await node.prefix('first'), 'k8s:enc:secretbox:v1:key1:');
      await node.read('first');
    });
    await report.check(`${release.minor}: what is not named stays in clear, so that the check sees something`, async () => {
      mustBe((await server.stored('/registry/namespaces/default')).subarray(0, 4).toString('latin1'), 'k8s\0');
    });
    const rotation = { ...one, provider: key(2), predecessor: key(1) };
    await report.check(`${release.minor}: beside data of etcd no key is made unless somebody says so`, async () => {
      const before = fs.readFileSync(server.root + CONFIG_PATH, 'utf8');
      const said = await node.bring({ ...rotation, state: KEY_ADDED, previousState: NEW_CLUSTER }).then(() => 'nothing', error => String(error));
      mustBe(/key2 is missing, and etcd has data/.test(said), true);
      mustBe(fs.readFileSync(server.root + CONFIG_PATH, 'utf8'), before);
    });
    const before = path.join(server.root, 'before.db');
    await server.snapshot(before);
    if (isNewest) { report.step(`${release.minor}: it takes over one of the states by itself, for which it looks once a minute`); }
    await report.check(`${release.minor}: a key goes through its states, and nothing is ever unread`, async () => {
      fs.writeFileSync(`${server.root}${KEY_DIRECTORY}/key2.may-be-made`, '');
      await node.change({ ...rotation, state: KEY_ADDED, previousState: NEW_CLUSTER }, false);
      await node.write('second');
      mustBe(await node.prefix('second'), 'k8s:enc:secretbox:v1:key1:');
      await node.change({ ...rotation, state: KEY_PROMOTED, previousState: KEY_ADDED }, isNewest);
      await node.read('first', 'second');
      await node.rewriteAsTold();
      for (const name of ['first', 'second']) { mustBe(await node.prefix(name), 'k8s:enc:secretbox:v1:key2:'); }
      await node.change({ ...one, provider: key(2), state: KEY_REMOVED, previousState: KEY_PROMOTED }, false);
      await node.read('first', 'second');
    });
    await report.check(`${release.minor}: after a restart all of it is read`, async () => {
      await server.serve(flags);
      await node.read('first', 'second');
    });
    await report.check(`${release.minor}: nothing in the live store needs the old key`, async () => {
      for (const resource of ['secrets', 'configmaps']) { mustBe(Object.keys(await node.census(resource)).join(), 'k8s:enc:secretbox:v1:key2:'); }
    });
    const last = { ...one, provider: key(2), state: KEY_REMOVED, previousState: KEY_PROMOTED };
    await reinstalled(report, release, { server, node, last });
    await report.check(`${release.minor}: a snapshot from before the rotation opens with the key that was retired, and not without it`, async () => {
      await server.restore(before);
      await server.begin(flags);
      const { text } = await status(server, '/api/v1/namespaces/default/secrets/first', 500);
      mustBe(/no matching key was found|no matching prefix|unable to transform/.test(text), true);
      await node.bring({ ...rotation, state: KEY_ADDED, previousState: NEW_CLUSTER });
      await server.serve(flags);
      await node.read('first');
    });
  } finally {
    await server.stop();
  }
}

interface Installed {
  readonly server: Server;
  readonly node: EncryptedNode;
  readonly last: EncryptedEtcdConfigProps;
}

/** The node's system is installed anew, and etcd's disk is the old one. */
async function reinstalled(report: Report, release: Release, { server, node, last }: Installed): Promise<void> {
  const [keys, escrow] = [server.root + KEY_DIRECTORY, path.join(server.root, 'escrow')];
  fs.cpSync(keys, escrow, { recursive: true });
  fs.rmSync(path.join(server.root, 'etc'), { recursive: true });
  await report.check(`${release.minor}: a node that is installed anew beside old data of etcd makes no key, and names the escrow`, async () => {
    const said = await node.bring(last).then(() => 'nothing', error => String(error));
    mustBe(said.includes(`key2 is missing, and etcd has data, which a new key could not read; bring its copy (${ESCROW})`), true);
    mustBe([CONFIG_PATH, `${KEY_DIRECTORY}/key2`].some(file => fs.existsSync(server.root + file)), false);
  });
  await report.check(`${release.minor}: with the copy from the escrow it reads everything again`, async () => {
    fs.cpSync(escrow, keys, { recursive: true });
    await server.serve(await node.bring(last));
    await node.read('first', 'second');
  });
}

/** A cluster that runs in clear, and goes over to a KMS. */
export async function keyOfAKms(report: Report, release: Release): Promise<void> {
  const server = await Server.create(release);
  try {
    const node = new EncryptedNode(server, release.minor);
    const program = path.join(await kmsPlugin.make(() => undefined), 'kms-plugin');
    const directory = path.join(server.root, 'kms');
    fs.mkdirSync(directory);
    const socket = path.join(directory, 'kms.sock');
    const begin = () => {
      fs.rmSync(socket, { force: true });
      server.spawn('kms-plugin', program, [socket, path.join(server.root, 'kms.key')]);
    };
    const provider = EncryptionProvider.kmsV2({ name: 'cloud', socket, timeoutSeconds: 5 });
    report.step(`${release.minor}: a cluster in clear goes over to a KMS`);
    await server.serve([]);
    await node.write('first');
    begin();
    await server.serve(await node.bring({ provider, state: ENABLING }));
    await report.check(`${release.minor}: what was in clear is read and, rewritten, encrypted with a KMS`, async () => {
      mustBe(await node.prefix('first'), 'in clear');
      await node.read('first');
      await node.rewrite('first');
      await node.write('second');
      for (const name of ['first', 'second']) { mustBe(await node.prefix(name), 'k8s:enc:kms:v2:cloud:'); }
      await node.change({ provider, state: ENABLED, previousState: ENABLING }, false);
      await node.read('first', 'second');
    });
    await report.check(`${release.minor}: what was in clear stays in the files of etcd until they are written anew, its log too, as the runbook says`, async () => {
      mustBe(server.filesWith(CLEAR), 'snap,wal');
      await server.compact();
      await server.defrag();
      mustBe(server.filesWith(CLEAR), 'wal');
      const after = path.join(server.root, 'after.db');
      await server.snapshot(after);
      await server.restore(after);
      begin();
      await server.serve(await node.bring({ provider, state: ENABLED, previousState: ENABLING }));
      mustBe(server.filesWith(CLEAR), '');
      await node.read('first', 'second');
    });
    await report.check(`${release.minor}: while the KMS is away the server is not ready, but the probe that would restart it is answered, and what it knows is read`, async () => {
      await server.end('kms-plugin');
      await status(server, '/readyz', 500);
      await status(server, '/livez', 200);
      await node.read('first', 'second');
      begin();
      await status(server, '/readyz', 200);
    });
  } finally {
    await server.stop();
  }
}

/** Waits for an answer of this status. */
async function status(server: Server, at: string, expected: number): Promise<Answer> {
  const ask = () => server.ask('GET', at).catch((error: Error): Answer => ({ status: 0, text: error.message }));
  let answer = await ask();
  for (const until = Date.now() + PATIENCE; answer.status !== expected && Date.now() < until;) {
    await pause(500);
    answer = await ask();
  }
  if (answer.status !== expected) { throw new Error(`${at} was answered with ${answer.status}, expected ${expected}: ${answer.text}`); }
  return answer;
}
