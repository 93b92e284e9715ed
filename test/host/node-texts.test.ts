import * as yaml from 'yaml';
import { NodeSet } from '../../src/host/node-set';
import { clusterApiText, cloudInitText, ignitionText } from '../../src/host/node-texts';

const CONTENT = '#!/bin/sh\necho "é: #\t\\n"\n';

function set(): NodeSet {
  const nodes = new NodeSet();
  nodes.add({ path: '/usr/local/sbin/b', content: CONTENT, mode: '0755', owner: 'root:adm' });
  nodes.add({ path: '/etc/a', content: '', mode: '0600', owner: 'root:root' });
  nodes.enable('b.service');
  return nodes;
}

test('cloud-init gets files with quoted modes, and starts the units after systemd has read them', () => {
  const text = cloudInitText(set());
  expect(text.split('\n')[0]).toBe('#cloud-config');
  expect(text).toContain('permissions: "0755"');
  expect(yaml.parse(text, { version: '1.1' })).toEqual({
    write_files: [
      { path: '/etc/a', content: '', owner: 'root:root', permissions: '0600' },
      { path: '/usr/local/sbin/b', content: CONTENT, owner: 'root:adm', permissions: '0755' },
    ],
    runcmd: [['systemctl', 'daemon-reload'], ['systemctl', 'enable', '--now', 'b.service']],
  });
});

test('Ignition gets modes as decimal numbers and contents as bytes, and replaces what the image brings', () => {
  expect(JSON.parse(ignitionText(set()))).toEqual({
    ignition: { version: '3.4.0' },
    storage: {
      files: [
        { path: '/etc/a', mode: 0o600, overwrite: true, user: { name: 'root' }, group: { name: 'root' }, contents: { source: 'data:;base64,' } },
        {
          path: '/usr/local/sbin/b',
          mode: 0o755,
          overwrite: true,
          user: { name: 'root' },
          group: { name: 'adm' },
          contents: { source: `data:;base64,${Buffer.from(CONTENT).toString('base64')}` },
        },
      ],
    },
    systemd: { units: [{ name: 'b.service', enabled: true }] },
  });
});

test('Cluster API gets files, and commands as texts', () => {
  expect(yaml.parse(clusterApiText(set()), { version: '1.1' })).toEqual({
    files: [
      { path: '/etc/a', owner: 'root:root', permissions: '0600', content: '' },
      { path: '/usr/local/sbin/b', owner: 'root:adm', permissions: '0755', content: CONTENT },
    ],
    preKubeadmCommands: ['systemctl daemon-reload', 'systemctl enable --now b.service'],
  });
});

test('nothing is said of what there is none of', () => {
  const none = new NodeSet();
  expect([cloudInitText(none), ignitionText(none), clusterApiText(none)]).toEqual([
    '#cloud-config\n{}\n', '{\n  "ignition": {\n    "version": "3.4.0"\n  }\n}\n', '{}\n',
  ]);
});

test('a file from a Secret comes by Cluster API alone, as a reference', () => {
  const nodes = set();
  nodes.refer({ path: '/etc/b', secretName: 'shop', secretKey: 'config.yaml', mode: '0600', owner: 'root:root' });
  expect(yaml.parse(clusterApiText(nodes)).files.map(({ path, content, contentFrom }: any) => [path, content === undefined, contentFrom])).toEqual([
    ['/etc/a', false, undefined], ['/etc/b', true, { secret: { name: 'shop', key: 'config.yaml' } }], ['/usr/local/sbin/b', false, undefined],
  ]);
  expect(() => cloudInitText(nodes)).toThrow('/etc/b comes from a Secret, which cloud-init cannot read: got "shop", expected files with their contents; use toClusterApi()');
  expect(() => ignitionText(nodes)).toThrow('/etc/b comes from a Secret, which Ignition cannot read');
});

test('Cluster API takes no file of more than 10,240 characters', () => {
  const of = (length: number) => {
    const nodes = new NodeSet();
    nodes.add({ path: '/etc/a', content: 'a'.repeat(length), mode: '0600', owner: 'root:root' });
    return nodes;
  };
  expect(yaml.parse(clusterApiText(of(10_240))).files).toHaveLength(1);
  expect(() => clusterApiText(of(10_241))).toThrow('/etc/a is too long for Cluster API: got "10241 characters", expected at most 10240; split it, or bring it with the image of the machines');
});
