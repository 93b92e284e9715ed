import * as fs from 'fs';
import * as path from 'path';
import { setTimeout as pause } from 'timers/promises';
import { EncryptedNode, mustBe } from './node';
import { Server } from './server';
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

const key = (keyNumber: number) => EncryptionProvider.secretbox({ escrow: 'nowhere, it is gone after this run', keyNumber });

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
    if (isNewest) { report.step(`${release.minor}: it takes over each state by itself, which it looks for once a minute`); }
    await report.check(`${release.minor}: a key goes through its states, and nothing is ever unread`, async () => {
      fs.writeFileSync(`${server.root}${KEY_DIRECTORY}/key2.may-be-made`, '');
      await node.change({ ...rotation, state: KEY_ADDED, previousState: NEW_CLUSTER }, isNewest);
      await node.write('second');
      mustBe(await node.prefix('second'), 'k8s:enc:secretbox:v1:key1:');
      await node.change({ ...rotation, state: KEY_PROMOTED, previousState: KEY_ADDED }, isNewest);
      await node.read('first', 'second');
      for (const name of ['first', 'second']) {
        await node.rewrite(name);
        mustBe(await node.prefix(name), 'k8s:enc:secretbox:v1:key2:');
      }
      await node.change({ ...one, provider: key(2), state: KEY_REMOVED, previousState: KEY_PROMOTED }, isNewest);
      await node.read('first', 'second');
    });
    await report.check(`${release.minor}: after a restart all of it is read`, async () => {
      await server.serve(flags);
      await node.read('first', 'second');
    });
  } finally {
    await server.stop();
  }
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

async function status(server: Server, at: string, expected: number): Promise<void> {
  let answer = await server.ask('GET', at);
  for (const until = Date.now() + PATIENCE; answer.status !== expected && Date.now() < until;) {
    await pause(500);
    answer = await server.ask('GET', at);
  }
  if (answer.status !== expected) { throw new Error(`${at} was answered with ${answer.status}, expected ${expected}: ${answer.text}`); }
}
