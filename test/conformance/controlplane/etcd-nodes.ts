import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { App, Chart } from 'cdk8s';
import { mustBe } from './node';
import { ETCD_PKI } from '../../../src/controlplane/etcd-paths';
import { EtcdTopology } from '../../../src/controlplane/etcd-topology';
import { HardenedEtcd } from '../../../src/controlplane/hardened-etcd';
import type { NodeFileBundle } from '../../../src/host/node-file-bundle';
import { mustRun } from '../program';
import type { Report } from '../report';

const MEMBERS = ['10.0.0.21', '10.0.0.22', '10.0.0.23'].map((address, i) => ({ hostName: `etcd-${i + 1}`, address }));
const chart = () => new Chart(new App(), 'cluster');
const stacked = () => new HardenedEtcd(chart(), 'etcd', { topology: EtcdTopology.stacked(['10.0.0.8/29']) });
const external = () => new HardenedEtcd(chart(), 'etcd', {
  topology: EtcdTopology.external({ members: MEMBERS, apiServers: ['10.0.0.8/29'] }),
  // A program that every machine has: a unit whose own is missing is told, and is no fault of ours.
  program: '/usr/bin/env',
});

/** What hosts of etcd get, for those who read such files. */
export function etcdBundles(): ReadonlyMap<string, NodeFileBundle> {
  return new Map([
    ['etcd on control-plane nodes', stacked().bundle],
    ['etcd on hosts of its own', external().bundle],
    ['the firewall of etcd', stacked().firewall.bundle],
  ]);
}

/** systemd itself makes the account, and the directories as they must be. */
export async function directoriesAreMade(report: Report): Promise<void> {
  if (process.getuid?.() !== 0) {
    report.skip('account and directories of etcd', 'only root gives files to another account');
    return;
  }
  await report.check('etcd on control-plane nodes: systemd makes an account, and a directory that is its own', async () => {
    await onNode(stacked().bundle, ['/etc/kubernetes/manifests/etcd.yaml', '/etc/kubernetes/pki/etcd/server.key'], stat => {
      mustBe(stat('/var/lib/etcd'), '700 etcd:etcd');
      mustBe(stat('/etc/kubernetes/manifests/etcd.yaml'), '600 root:root');
      mustBe(stat('/etc/kubernetes/pki/etcd/server.key'), '600 root:root');
    });
  });
  await report.check('etcd on hosts of its own: it reads its keys, and changes nothing of them', async () => {
    await onNode(external().bundle, [`${ETCD_PKI}/server.key`, `${ETCD_PKI}/server.crt`], stat => {
      mustBe(stat('/var/lib/etcd'), '700 etcd:etcd');
      mustBe(stat(ETCD_PKI), '750 root:etcd');
      mustBe(stat(`${ETCD_PKI}/server.key`), '640 root:etcd');
      mustBe(stat(`${ETCD_PKI}/server.crt`), '644 root:root');
    });
  });
}

/** A node of which there is nothing but its files, whose own commands are those of the unit. */
async function onNode(bundle: NodeFileBundle, present: readonly string[], look: (stat: (file: string) => string) => void): Promise<void> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-modes-'));
  try {
    const put = (file: string, text: string, mode: number) => {
      fs.mkdirSync(path.dirname(root + file), { recursive: true });
      fs.writeFileSync(root + file, text, { mode });
    };
    bundle.files.forEach(({ path: file, content, mode }) => put(file, content, parseInt(mode!, 8)));
    // As somebody might have left them.
    present.forEach(file => put(file, '', 0o666));
    const unit = bundle.files.find(({ path: file }) => file.endsWith('/etcd-directory.service'))!.content;
    for (const [, command] of unit.matchAll(/^ExecStart=(.*)$/gm)) {
      const [program, ...args] = command.split(' ');
      await mustRun(program, [`--root=${root}`, ...args.map(arg => arg.startsWith('/') ? root + arg : arg)]);
    }
    look(file => ownedBy(root, file));
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
}

function ownedBy(root: string, file: string): string {
  const { mode, uid, gid } = fs.statSync(root + file);
  const name = (list: string, id: number) => {
    if (id === 0) { return 'root'; }
    const line = fs.readFileSync(`${root}/etc/${list}`, 'utf8').split('\n').find(each => each.split(':')[2] === `${id}`);
    return line?.split(':')[0] ?? `${id}`;
  };
  return `${(mode % 0o1000).toString(8)} ${name('passwd', uid)}:${name('group', gid)}`;
}
