import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { App, Chart } from 'cdk8s';
import { NodeFileBundle } from '../../src/host/node-file-bundle';
import { NodeFiles, prepareNodeFiles } from '../../src/host/node-files';
import { NodeRole } from '../../src/host/node-role';
import { NodeSet } from '../../src/host/node-set';
import { base64 } from '../kube/key-material';

let directory: string;
beforeEach(() => { directory = fs.mkdtempSync(path.join(os.tmpdir(), 'nodes-')); });
afterEach(() => { fs.rmSync(directory, { recursive: true }); });

function chart(): Chart {
  return new Chart(new App({ outdir: path.join(directory, 'dist') }), 'nodes');
}
const all = (below: string) => (
  (fs.readdirSync(below, { recursive: true }) as string[]).filter(name => fs.statSync(path.join(below, name)).isFile()).sort()
);

test('all bundles of a role stand in one folder, as files and in each of the formats', () => {
  const scope = chart();
  new NodeFileBundle(scope, 'a', { role: NodeRole.WORKER, files: [{ path: '/etc/a', content: 'a', mode: '0644' }] });
  new NodeFileBundle(scope, 'b', { role: NodeRole.WORKER, files: [{ path: '/etc/b', content: 'b' }] }).addDocument('runbook', '# What to do\n');
  new NodeFileBundle(scope, 'c', { role: NodeRole.ETCD });
  prepareNodeFiles(scope.node.root as App, path.join(directory, 'hardened.out'))();
  expect(all(directory)).toEqual([
    'hardened.out/nodes/etcd/cluster-api.yaml', 'hardened.out/nodes/etcd/ignition.json', 'hardened.out/nodes/etcd/user-data',
    'hardened.out/nodes/worker/cluster-api.yaml', 'hardened.out/nodes/worker/ignition.json', 'hardened.out/nodes/worker/root/etc/a',
    'hardened.out/nodes/worker/root/etc/b', 'hardened.out/nodes/worker/runbook.md', 'hardened.out/nodes/worker/user-data',
  ]);
  const worker = path.join(directory, 'hardened.out/nodes/worker');
  expect(['root/etc/a', 'root/etc/b', 'user-data'].map(name => fs.statSync(path.join(worker, name)).mode % 0o1000)).toEqual([0o644, 0o600, 0o644]);
  expect(fs.readFileSync(path.join(worker, 'user-data'), 'utf8')).toContain('path: /etc/a\n');
});

test('the order of the program makes no difference to a byte', () => {
  const output = (ids: string[]) => {
    const scope = chart();
    for (const id of ids) { new NodeFileBundle(scope, id, { role: NodeRole.WORKER, files: [{ path: `/etc/${id}`, content: id }] }); }
    return Object.fromEntries(NodeFiles.of(scope).output);
  };
  expect(output(['b', 'a'])).toEqual(output(['a', 'b']));
});

test('two bundles of one role cannot both have a file, unless it is the same', () => {
  const scope = chart();
  for (const content of ['x', 'x']) { new NodeFileBundle(scope, `same${scope.node.children.length}`, { role: NodeRole.WORKER, files: [{ path: '/etc/a', content }] }); }
  new NodeFileBundle(scope, 'elsewhere', { role: NodeRole.ETCD, files: [{ path: '/etc/a', content: 'z' }] });
  expect([...NodeFiles.of(scope).sets].map(([role, { files }]) => [role, files.map(({ content }) => content)])).toEqual([['worker', ['x']], ['etcd', ['z']]]);
  new NodeFileBundle(scope, 'other', { role: NodeRole.WORKER, files: [{ path: '/etc/a', content: 'y' }] });
  expect(() => prepareNodeFiles(scope.node.root as App, directory)).toThrow('two files are /etc/a, with another content each');
  expect(fs.readdirSync(directory)).toEqual([]);
});

test('a key that comes past the constructors is refused before anything is written', () => {
  const scope = chart();
  const set = new NodeSet();
  set.add({ path: '/etc/a', content: `secret: ${base64(32)}`, mode: '0600', owner: 'root:root' });
  NodeFiles.of(scope).add(NodeRole.WORKER, set);
  expect(() => prepareNodeFiles(scope.node.root as App, directory)).toThrow('worker/root/etc/a holds a key (line 1)');
  expect(fs.readdirSync(directory)).toEqual([]);
});

test.each(['dist', 'dist/hardened.out'])('the files never stand among the manifests, as in %s', folder => {
  const scope = chart();
  expect(() => prepareNodeFiles(scope.node.root as App, path.join(directory, folder))).toThrow(/^files for nodes stand among the manifests: got ".*", expected a folder outside of .*dist; choose another folder$/);
});

test('nothing is written before everything is known to be right', () => {
  const scope = chart();
  new NodeFileBundle(scope, 'a', { role: NodeRole.WORKER });
  prepareNodeFiles(scope.node.root as App, directory);
  expect(fs.readdirSync(directory)).toEqual([]);
});

test('an app without bundles writes nothing, and takes away what an earlier one wrote', () => {
  const before = chart();
  new NodeFileBundle(before, 'a', { role: NodeRole.WORKER });
  prepareNodeFiles(before.node.root as App, directory)();
  prepareNodeFiles(chart().node.root as App, directory)();
  expect(fs.readdirSync(directory)).toEqual([]);
});

test('a format that cannot bring all of the files is not written', () => {
  const scope = chart();
  new NodeFileBundle(scope, 'a', { role: NodeRole.WORKER }).addSecretFile({ path: '/etc/a', secretName: 'shop', secretKey: 'a' });
  new NodeFileBundle(scope, 'b', { role: NodeRole.ETCD, files: [{ path: '/etc/b', content: 'b'.repeat(10_241) }] });
  expect([...NodeFiles.of(scope).output.keys()]).toEqual(['worker/cluster-api.yaml', 'etcd/root/etc/b', 'etcd/user-data', 'etcd/ignition.json']);
});
