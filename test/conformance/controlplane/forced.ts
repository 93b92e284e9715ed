import * as fs from 'fs';
import * as path from 'path';
import { ApiObject, Chart } from 'cdk8s';
import { mustBe } from './node';
import { Server } from './server';
import { SecureApp } from '../../../src/app/secure-app';
import { encryptionFaults } from '../../../src/controlplane/encryption-validation';
import { KubernetesVersion } from '../../../src/kube/kubernetes-version';
import type { Release } from '../cluster/programs';
import type { Report } from '../report';

const key = (bytes: number, name = 'key1') => ({ name, secret: Buffer.alloc(bytes, 7).toString('base64') });
const secretbox = (...keys: object[]) => ({ secretbox: { keys } });
const kms = (name: string, more: object = {}) => ({ kms: { apiVersion: 'v2', name, endpoint: 'unix:///run/nowhere/kms.sock', timeout: '3s', ...more } });
const config = (...resources: object[]) => ({ apiVersion: 'apiserver.config.k8s.io/v1', kind: 'EncryptionConfiguration', resources });
const entry = (resources: string[], ...providers: object[]) => ({ resources, providers });

/** What is wrong with each, in our words and in those of the API server. */
const WRONG: readonly (readonly [string, object, RegExp, RegExp])[] = [
  ['a resource that a wildcard before it masks', config(entry(['*.*'], secretbox(key(32))), entry(['secrets'], secretbox(key(32)))), /"secrets" never counts behind "\*\.\*"/, /masked by earlier rule/],
  ['a key of 16 bytes for secretbox', config(entry(['secrets'], secretbox(key(16)))), /has 16 bytes, and not 32/, /must be of length|secret is not of the expected length/],
  ['a key that is no base64', config(entry(['secrets'], secretbox({ name: 'key1', secret: '!' }))), /is no base64/, /must be base64 encoded/],
  ['two KMS of one name', config(entry(['secrets'], kms('cloud'), kms('cloud'))), /is that of another KMS provider/, /names must be unique/],
  ['a KMS over the network', config(entry(['secrets'], kms('cloud', { endpoint: 'https://kms.example.com' }))), /is no socket of this machine/, /unsupported scheme/],
  ['capital letters', config(entry(['Secrets'], secretbox(key(32)))), /has capital letters/, /capital letters/],
  ['Secrets twice', config(entry(['secrets', 'secrets'], secretbox(key(32)))), /names a resource twice/, /same resource cannot be specified multiple times/],
];

/** The rules that a configuration breaks, where it stands among the objects of an app. */
function rulesAgainst(json: object, { minor }: Release): string[] {
  const app = new SecureApp({ kubernetesVersion: KubernetesVersion.of(minor) });
  new ApiObject(new Chart(app, 'cluster'), 'configuration', json as any);
  return app.audit().map(({ rule }) => rule);
}

/** What we refuse, the API server refuses too where it is given all the same, and does not start. */
export async function refusedByBoth(report: Report, release: Release): Promise<void> {
  const server = await Server.create(release);
  try {
    const file = path.join(server.root, 'encryption.json');
    const begin = async (json: object) => {
      fs.writeFileSync(file, JSON.stringify(json));
      return server.refusal([`--encryption-provider-config=${file}`]);
    };
    for (const [what, json, ours, theirs] of WRONG) {
      await report.check(`${release.minor}: ${what} is refused by us, and the API server does not start with it`, async () => {
        const faults = encryptionFaults(json).map(({ problem }) => problem);
        mustBe(faults.some(problem => ours.test(problem)), true);
        const said = await begin(json);
        if (!theirs.test(said)) { throw new Error(`it says something else: ${said.split('\n').filter(line => /rror/.test(line)).join('\n').slice(0, 2000)}`); }
      });
    }
    await report.check(`${release.minor}: identity first is taken by the API server, which then writes in clear: only we refuse it`, async () => {
      const clear = config(entry(['secrets'], { identity: {} }, secretbox(key(32))));
      mustBe(rulesAgainst(clear, release).includes('encryption-identity-not-first'), true);
      const said = await begin(clear).catch(error => String(error));
      mustBe(said.includes('the API server has started'), true);
    });
  } finally {
    await server.stop();
  }
}
