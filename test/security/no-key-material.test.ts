import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { ApiObject, Chart, Include, JsonPatch } from 'cdk8s';
import * as fc from 'fast-check';
import {
  EncryptedEtcdConfig, EncryptionProvider, HardenedDeployment, Health, KmsPluginPod, KubernetesVersion, NodeFileBundle, NodeRole,
  SecureApp, SecureChart,
} from '../../src';

/** A key in one of its forms. */
interface Key {
  /** What must stand nowhere. */
  readonly material: string;
  /** The whole of it. */
  readonly bare: string;
  /** As a text has it that says what it is. */
  readonly named: string;
}

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map(array => Buffer.from(array).toString('base64'))
  // Bytes that are letters of a name are no key to anybody.
  .filter(text => [/[a-z]/, /[A-Z]/, /\d/].every(kind => kind.test(text)));
const pem = bytes(48).map(body => ['-----BEGIN PRIV', 'ATE KEY-----\n', body, '\n-----END PRIV', 'ATE KEY-----\n'].join(''));

const symmetric: fc.Arbitrary<Key> = fc.tuple(fc.constantFrom(16, 24, 32).chain(bytes), fc.constantFrom('secret: ', 'secret = ', '"key": "', '--encryption-key=', 'ENCRYPTION_KEY='))
  .map(([material, name]) => ({ material, bare: material, named: `${name}${material}${name.endsWith('"') ? '"' : ''}` }));
const key: fc.Arbitrary<Key> = fc.oneof(symmetric, pem.map(text => ({ material: text.split('\n')[1], bare: text, named: text })));
/** What a text of the same length is without being a key: with it, the same calls are seen to write. */
const HARMLESS: Key = { material: 'the-quick-brown-fox', bare: 'the-quick-brown-fox', named: 'the-quick-brown-fox' };

const SOCKET = '/var/run/kmsplugin/socket.sock';
const IMAGE = `registry.example.com/shop/web:1.0@sha256:${'a'.repeat(64)}`;

type Call = (chart: Chart, id: string, key: Key) => void;

const bundle = (chart: Chart, id: string) => new NodeFileBundle(chart, id, { role: NodeRole.named(id) });
const encryption = (chart: Chart, id: string, props: object) => (
  new EncryptedEtcdConfig(chart, id, { role: NodeRole.named(id), controlPlaneNodes: 1, ...props } as any)
);
const plugin = (chart: Chart, id: string, props: object) => new KmsPluginPod(chart, id, {
  role: NodeRole.named(id), provider: EncryptionProvider.kmsV2({ name: 'cloud', socket: SOCKET }), image: IMAGE, args: [`--listen=${SOCKET}`], healthPort: 8083, ...props,
} as any);
const object = (chart: Chart, id: string, body: object) => (
  new ApiObject(chart, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id, namespace: 'shop' }, ...body } as any)
);
const workload = (chart: Chart, id: string, props: object) => (
  new HardenedDeployment(chart, id, { image: IMAGE, port: 8080, health: Health.tcp(), ...props })
);

/** Whatever a program can give to the library, or to cdk8s beside it. */
const CALLS: Readonly<Record<string, Call>> = {
  'a file in the props of a bundle': (chart, id, { named }) => new NodeFileBundle(chart, id, { role: NodeRole.named(id), files: [{ path: '/etc/a', content: named }] }),
  'a file that is added': (chart, id, { named }) => bundle(chart, id).addFile({ path: '/etc/a', content: `a: b\n${named}\n` }),
  'a file among comments': (chart, id, { named }) => bundle(chart, id).addFile({ path: '/etc/a', content: `# ${named}\n`, mode: '0644' }),
  'a document': (chart, id, { named }) => bundle(chart, id).addDocument('runbook', `Do this:\n\n    ${named}\n`),
  'the escrow of a key': (chart, id, { bare }) => encryption(chart, id, { provider: EncryptionProvider.secretbox({ escrow: bare }) }),
  'the escrow of a key, among words': (chart, id, { named }) => encryption(chart, id, { provider: EncryptionProvider.aesCbcForFips({ escrow: `safe, ${named}` }) }),
  'the name of a KMS': (chart, id, { bare }) => encryption(chart, id, { provider: EncryptionProvider.kmsV2({ name: bare, socket: SOCKET }) }),
  'the directory of etcd': (chart, id, { bare }) => encryption(chart, id, { provider: EncryptionProvider.secretbox({ escrow: 'safe' }), etcdDirectory: `/srv/${bare}` }),
  'a resource to encrypt': (chart, id, { bare }) => encryption(chart, id, { provider: EncryptionProvider.secretbox({ escrow: 'safe' }), moreResources: [bare] }),
  'the Secret of Cluster API': (chart, id, { bare }) => encryption(chart, id, { provider: EncryptionProvider.secretbox({ escrow: 'safe' }), clusterApiSecret: bare }),
  'an argument of a plugin': (chart, id, { named }) => plugin(chart, id, { args: [`--listen=${SOCKET}`, named] }),
  'a bare argument of a plugin': (chart, id, { bare }) => plugin(chart, id, { args: [`--listen=${SOCKET}`, bare] }),
  'the environment of a plugin': (chart, id, { named }) => plugin(chart, id, { env: { SETTINGS: named } }),
  'a ConfigMap': (chart, id, { named }) => object(chart, id, { data: { 'app.conf': named } }),
  'a value of a ConfigMap': (chart, id, { bare }) => object(chart, id, { data: { 'encryption-key': bare } }),
  'a Secret': (chart, id, { named }) => object(chart, id, { kind: 'Secret', stringData: { config: named } }),
  'an encoded Secret': (chart, id, { named }) => object(chart, id, { kind: 'Secret', data: { config: Buffer.from(named).toString('base64') } }),
  'an annotation': (chart, id, { named }) => object(chart, id, { metadata: { name: id, namespace: 'shop', annotations: { 'shop.example.com/settings': named } } }),
  'an annotation of a workload': (chart, id, { named }) => workload(chart, id, { podAnnotations: { 'shop.example.com/settings': named }, env: { SETTINGS: named } }),
  'an environment variable': (chart, id, { bare }) => workload(chart, id, { env: { ENCRYPTION_KEY: bare } }),
  'an EncryptionConfiguration among the manifests': (chart, id, { bare }) => new ApiObject(chart, id, {
    apiVersion: 'apiserver.config.k8s.io/v1', kind: 'EncryptionConfiguration', metadata: { name: id }, resources: [{ resources: ['secrets'], providers: [{ secretbox: { keys: [{ name: 'key1', secret: bare }] } }] }],
  } as any),
  'a patch': (chart, id, { named }) => object(chart, id, { data: {} }).addJsonPatch(JsonPatch.add('/data/config', named)),
  'a patch of another name': (chart, id, { bare }) => object(chart, id, { data: {} }).addJsonPatch(JsonPatch.add('/data/secret', bare)),
  'an included file': (chart, id, { named }) => {
    const file = path.join(fs.mkdtempSync(path.join(directory, 'include-')), 'a.yaml');
    fs.writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id, namespace: 'shop' }, data: { config: named } }));
    new Include(chart, id, { url: file });
  },
};

let directory: string;
beforeEach(() => { directory = fs.mkdtempSync(path.join(os.tmpdir(), 'no-key-')); });
afterEach(() => { fs.rmSync(directory, { recursive: true }); });

/** Runs a program, and gives what it has written, by the paths of the files; a call or a synthesis that throws is part of it. */
function written(calls: readonly (readonly [string, Key])[]): { readonly files: ReadonlyMap<string, string>; readonly thrown?: string } {
  const out = fs.mkdtempSync(path.join(directory, 'out-'));
  const app = new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36, outdir: path.join(out, 'dist') });
  const chart = new SecureChart(app, 'chart', { namespace: 'shop' });
  calls.forEach(([name, planted], i) => {
    try {
      CALLS[name](chart, `c${i}`, planted);
    } catch {
      // What refuses at once has written nothing; the rest of the program goes on.
    }
  });
  let thrown: string | undefined;
  try {
    app.synth();
  } catch (error) {
    thrown = (error as Error).message;
  }
  const names = fs.readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(name => fs.statSync(path.join(out, name)).isFile());
  return { files: new Map(names.map(name => [name, fs.readFileSync(path.join(out, name), 'utf8')])), thrown };
}

/** Where a key stands in what was written, as it is or encoded once more, as Ignition and Secrets do. */
function showing(files: ReadonlyMap<string, string>, { material }: Key): string[] {
  return [...files].filter(([, text]) => {
    const decoded = [...text.matchAll(/[A-Za-z0-9+/]{16,}={0,2}/g)].map(([encoded]) => Buffer.from(encoded, 'base64').toString('latin1'));
    return [text, ...decoded].some(each => each.includes(material));
  }).map(([name]) => name);
}

const WAYS = Object.keys(CALLS);
/** What the API server would not take is refused whatever it holds, and so is a file of its own among the manifests. */
const CLOSED = ['an EncryptionConfiguration among the manifests'];

test.each(WAYS)('a harmless text is written by %s, so that the absence of a key means something', name => {
  const { files, thrown } = written([[name, HARMLESS]]);
  expect([name, showing(files, HARMLESS).length > 0, thrown === undefined]).toEqual([name, !CLOSED.includes(name), !CLOSED.includes(name)]);
});

test('no key comes into anything that is written, by whatever calls, and what throws has written nothing', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...WAYS), key), { minLength: 1, maxLength: 4 }), calls => {
    const { files, thrown } = written(calls);
    for (const [name, planted] of calls) { expect([name, showing(files, planted)]).toEqual([name, []]); }
    if (thrown !== undefined) { expect([...files.keys()]).toEqual([]); }
  }), { numRuns: 200 });
}, 120_000);

test.each(WAYS)('no key comes into anything that is written by %s alone', name => {
  fc.assert(fc.property(key, planted => {
    const { files, thrown } = written([[name, planted]]);
    expect(showing(files, planted)).toEqual([]);
    if (thrown !== undefined) { expect([...files.keys()]).toEqual([]); }
    for (const line of (thrown ?? '').split('\n')) { expect(line).not.toContain(planted.material); }
  }), { numRuns: 12 });
}, 60_000);
