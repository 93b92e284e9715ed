import { App, Chart, Testing } from 'cdk8s';
import * as yaml from 'yaml';
import { NodeFile } from '../../src/host/node-file';
import { NodeFileBundle } from '../../src/host/node-file-bundle';
import { NodeRole } from '../../src/host/node-role';
import { base64 } from '../kube/key-material';

function bundle(files?: NodeFile[]): NodeFileBundle {
  return new NodeFileBundle(new Chart(new App(), 'nodes'), 'files', { role: NodeRole.CONTROL_PLANE, files });
}
const FILE: NodeFile = { path: '/etc/a', content: 'a\n' };

test('a bundle has its files by path, each with mode and owner, and what is returned is a copy', () => {
  const files = bundle([{ path: '/etc/b', content: 'b', mode: '644', owner: 'root:adm' }]);
  files.addFile(FILE);
  files.files.pop();
  expect(files.role).toBe(NodeRole.CONTROL_PLANE);
  expect(files.files).toEqual([
    { path: '/etc/a', content: 'a\n', mode: '0600', owner: 'root:root' },
    { path: '/etc/b', content: 'b', mode: '0644', owner: 'root:adm' },
  ]);
});

test('nothing of it is a manifest', () => {
  const files = bundle([FILE]);
  expect(Testing.synth(Chart.of(files))).toEqual([]);
});

test('the three formats hold its own files alone', () => {
  const files = bundle([FILE]);
  new NodeFileBundle(files.node.scope!, 'other', { role: NodeRole.CONTROL_PLANE, files: [{ path: '/etc/b', content: 'b' }] } as any);
  files.enableUnit('a.service');
  expect(yaml.parse(files.toCloudInit())).toEqual({
    write_files: [{ path: '/etc/a', content: 'a\n', owner: 'root:root', permissions: '0600' }],
    runcmd: [['systemctl', 'daemon-reload'], ['systemctl', 'enable', '--now', 'a.service']],
  });
  expect(JSON.parse(files.toIgnition()).storage.files.map((file: any) => file.path)).toEqual(['/etc/a']);
  expect(yaml.parse(files.toClusterApi()).preKubeadmCommands).toEqual(['systemctl daemon-reload', 'systemctl enable --now a.service']);
});

test('a file from a Secret is named, and no format that cannot read it is made', () => {
  const files = bundle([FILE]);
  files.addSecretFile({ path: '/etc/b', secretName: 'shop', secretKey: 'config.yaml' });
  expect(files.files.map(({ path }) => path)).toEqual(['/etc/a']);
  expect(yaml.parse(files.toClusterApi()).files[1]).toEqual({ path: '/etc/b', owner: 'root:root', permissions: '0600', contentFrom: { secret: { name: 'shop', key: 'config.yaml' } } });
  expect(() => files.toCloudInit()).toThrow('/etc/b comes from a Secret, which cloud-init cannot read');
  expect(() => files.toIgnition()).toThrow('/etc/b comes from a Secret, which Ignition cannot read');
});

test('two files of one path that differ are refused', () => {
  expect(() => bundle([FILE, { ...FILE, content: 'b\n' }])).toThrow('two files are /etc/a, with another content each');
});

test.each([
  ['a role that is a text', () => new NodeFileBundle(new Chart(new App(), 'nodes'), 'files', { role: 'worker' } as any), 'role of the nodes: got "worker", expected a NodeRole; write NodeRole.CONTROL_PLANE, NodeRole.WORKER or NodeRole.named(…)'],
  ['files that are no list', () => bundle(FILE as any), 'files of the nodes: got {"path":"/etc/a","content":"a\\n"}, expected a list'],
  ['a unit with an option for a name', () => bundle().enableUnit('--now'), 'unit of systemd: got "--now"'],
  ['a document with a path for a name', () => bundle().addDocument('../x', ''), 'name of a document: got "../x", expected a DNS label; choose another name'],
  ['a document with a key', () => bundle().addDocument('x', `secret: ${base64(32)}`), 'document x holds a key (line 1)'],
])('%s is refused', (_, make, message) => {
  expect(make).toThrow(message);
});
