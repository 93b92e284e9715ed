import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { App, Chart } from 'cdk8s';
import * as yaml from 'yaml';
import { EtcdProcesses, Knock } from './etcd-process';
import { KUBEADMS } from './kubeadm';
import { mustBe } from './node';
import { ETCD_KUBEADM_PATH, ETCD_PKI } from '../../../src/controlplane/etcd-paths';
import { EtcdTls } from '../../../src/controlplane/etcd-tls';
import { EtcdTopology } from '../../../src/controlplane/etcd-topology';
import { EtcdVersion } from '../../../src/controlplane/etcd-version';
import { HardenedEtcd, HardenedEtcdProps } from '../../../src/controlplane/hardened-etcd';
import { NodeFiles } from '../../../src/host/node-files';
import { KubernetesVersion } from '../../../src/kube/kubernetes-version';
import type { JsonObject } from '../../../src/kube/pod';
import { RuleJudge } from '../../../src/policy/rule-judge';
import { Session } from '../../../src/policy/session';
import { Settings } from '../../../src/policy/settings';
import { freePorts } from '../cluster/loopback';
import { ETCD } from '../cluster/programs';
import { mustRun } from '../program';
import type { Report } from '../report';
import type { Tool } from '../tools';
import { goTool } from '../tools';

/** The oldest minor version that is supported; the other one is the newest. */
export const OLD_ETCD = goTool('etcd-3.5');

const ETCDS: ReadonlyMap<EtcdVersion, Tool> = new Map([[EtcdVersion.V3_5, OLD_ETCD], [EtcdVersion.V3_7, ETCD]]);
const MEMBERS = ['etcd-1', 'etcd-2', 'etcd-3'].map((hostName, i) => ({ hostName, address: `10.0.0.${21 + i}` }));
const STACKED = EtcdTopology.stacked(['10.0.0.8/29']);
const EXTERNAL = EtcdTopology.external({ members: MEMBERS, apiServers: ['10.0.0.8/29'] });
const REFUSED = /^(ECONNRESET|EPROTO|ERR_SSL_\w+)$/;

function textAt(props: HardenedEtcdProps, minor: string, at: string): string {
  const app = new App();
  Session.of(app).settings = new Settings({ kubernetesVersion: KubernetesVersion.of(minor) });
  const etcd = new HardenedEtcd(new Chart(app, 'cluster'), 'etcd', props);
  return [...NodeFiles.of(etcd).sets.values()].flatMap(({ files }) => files).find(file => file.path === at)!.content;
}

/** The real etcd, started as the files say, lets in whom it must and nobody else. */
export async function etcdHolds(report: Report): Promise<void> {
  for (const { minor, tool } of KUBEADMS) {
    const kubeadm = path.join(await tool.make(() => undefined), 'kubeadm');
    const external = textAt({ topology: EXTERNAL }, minor, ETCD_KUBEADM_PATH);
    await report.check(`${minor}: kubeadm takes what tells it of an etcd on hosts of its own`, async () => {
      fs.rmSync(await validated(kubeadm, minor, external), { recursive: true });
    });
    const usual = await staticPod(kubeadm, minor, yaml.stringify({ apiVersion: yaml.parse(external).apiVersion, kind: 'ClusterConfiguration' }));
    report.planted(`${minor}: a pod without what this library says`, [faultsOf(usual, minor)], /^etcd-tls-min-version-set$/);
    for (const minimumTls of [EtcdTls.TLS_1_3, EtcdTls.TLS_1_2]) {
      const stacked = textAt({ topology: STACKED, minimumTls }, minor, ETCD_KUBEADM_PATH);
      const pod = await staticPod(kubeadm, minor, stacked);
      await report.check(`${minor}, ${minimumTls}: no rule about etcd finds fault with the pod`, () => mustBe(faultsOf(pod, minor), ''));
      await stackedHolds(report, minor, minimumTls, pod.spec.containers[0].command);
    }
  }
  for (const version of ETCDS.keys()) {
    for (const minimumTls of [EtcdTls.TLS_1_3, EtcdTls.TLS_1_2]) { await externalHolds(report, version, minimumTls); }
  }
}

/** The processes of one version. */
async function processes(version: EtcdVersion): Promise<EtcdProcesses> {
  return EtcdProcesses.create(path.join(await ETCDS.get(version)!.make(() => undefined), 'server'));
}

/** What the administrator adds: the version and the address of the node. */
async function validated(kubeadm: string, minor: string, text: string): Promise<string> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-kubeadm-'));
  const cluster = yaml.parse(text);
  const init = { apiVersion: cluster.apiVersion, kind: 'InitConfiguration', localAPIEndpoint: { advertiseAddress: '10.0.0.11' }, nodeRegistration: { name: 'node' } };
  const file = path.join(directory, 'config');
  fs.writeFileSync(file, [{ ...cluster, kubernetesVersion: `v${minor}.0` }, init].map(document => yaml.stringify(document)).join('---\n'));
  await mustRun(kubeadm, ['config', 'validate', '--config', file]);
  return directory;
}

/** The static pod, as kubeadm itself writes it. */
async function staticPod(kubeadm: string, minor: string, text: string): Promise<any> {
  const directory = await validated(kubeadm, minor, text);
  try {
    const env = { ...process.env, KUBEADM_INIT_DRYRUN_DIR: directory };
    await mustRun(kubeadm, ['init', 'phase', 'etcd', 'local', '--dry-run', '--config', path.join(directory, 'config')], { env });
    const written = fs.readdirSync(directory, { recursive: true, encoding: 'utf8' }).find(name => path.basename(name) === 'etcd.yaml');
    return yaml.parse(fs.readFileSync(path.join(directory, written!), 'utf8'));
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

function faultsOf(pod: object, minor: string): string {
  const found = RuleJudge.for(Number(minor.slice(2))).judge(pod as JsonObject).map(({ rule }) => rule.id);
  return found.filter(id => id.startsWith('etcd-')).join();
}

async function stackedHolds(report: Report, minor: string, tls: EtcdTls, command: readonly string[]): Promise<void> {
  const etcd = await processes(minor === '1.30' ? EtcdVersion.V3_5 : EtcdVersion.V3_7);
  const [clients, peers, metrics] = await freePorts(3);
  const args = command.slice(1).map(arg => arg
    .replace(/https:\/\/10\.0\.0\.11:2379/g, `https://127.0.0.1:${clients}`).replace(/https:\/\/127\.0\.0\.1:2379,/g, '')
    .replace(/https:\/\/10\.0\.0\.11:2380/g, `https://127.0.0.1:${peers}`).replace(':2381', `:${metrics}`)
    .replace(/=\/etc\/kubernetes\/pki\/etcd\//, `=${etcd.directory}/`).replace('=/var/lib/etcd', `=${etcd.at('data')}`)
    // kubeadm has one authority for both; here the peers have theirs, since the certificates are shared with the other cases.
    .replace(/^(--peer-trusted-ca-file=.*)\/ca\.crt$/, '$1/peer-ca.crt'));
  const title = `${minor}, stacked, ${tls}`;
  try {
    etcd.begin('etcd', args);
    await etcd.ready(clients, 'etcd');
    await judge(report, title, etcd, tls, clients, peers);
    await etcd.stop();
    fs.rmSync(etcd.at('data'), { recursive: true });
    const weakened = args.map(arg => arg.replace(/^--((?:peer-)?client-cert-auth)=true$/, '--$1=false').replace(/^--(?:peer-)?trusted-ca-file=.*$/, ''));
    etcd.begin('etcd', weakened.filter(arg => arg !== ''));
    await etcd.ready(clients, 'etcd');
    report.planted(`${title}: arguments without client-cert-auth`, [`${await etcd.knock(clients, {})}`], /^200$/);
  } finally {
    await etcd.remove();
  }
}

async function externalHolds(report: Report, version: EtcdVersion, tls: EtcdTls): Promise<void> {
  const etcd = await processes(version);
  const title = `${version}, external, ${tls}`;
  const ports = await freePorts(3 * MEMBERS.length);
  const portsOf = (i: number) => ports.slice(3 * i, 3 * i + 3);
  const placed = (hostName: string) => {
    const own = MEMBERS.findIndex(member => member.hostName === hostName);
    const text = textAt({ topology: EXTERNAL, minimumTls: tls, version }, '1.37', `/etc/etcd/members/${hostName}.yaml`)
      .replaceAll(`${ETCD_PKI}/`, `${etcd.directory}/`).replace('/var/lib/etcd', etcd.at(hostName)).replace('https://127.0.0.1:2379,', '')
      .replace(':2381', `:${portsOf(own)[2]}`);
    return MEMBERS.reduce((all, { address }, i) => (
      all.replaceAll(`${address}:2379`, `127.0.0.1:${portsOf(i)[0]}`).replaceAll(`${address}:2380`, `127.0.0.1:${portsOf(i)[1]}`)
    ), text);
  };
  const begin = async () => {
    for (const { hostName } of MEMBERS) {
      etcd.write(`${hostName}.yaml`, placed(hostName));
      etcd.begin(hostName, [`--config-file=${etcd.at(`${hostName}.yaml`)}`]);
    }
    for (const [i, { hostName }] of MEMBERS.entries()) { await etcd.ready(portsOf(i)[0], hostName); }
  };
  try {
    await begin();
    const [clients, peers] = ports;
    await judge(report, title, etcd, tls, clients, peers);
    await report.check(`${title}: the certificate of the API server opens no port of peers`, async () => refused(await etcd.knock(peers, { as: 'apiserver', isPeer: true })));
    await etcd.stop();
    // In its file etcd passes over what it does not know: that a setting is there says nothing.
    await begin();
    await report.check(`${title}: a member that starts anew compares its data with the others`, () => mustBe(/initial corruption check(?:ing)? passed/.test(etcd.log('etcd-1', 400)), true));
    await etcd.stop();
    const text = placed('etcd-1').replace(/^tls-min-version: .*$/m, 'tls-min-version: TLS1.3\ncipher-suites: [TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256]');
    etcd.write('planted.yaml', text);
    etcd.begin('planted', [`--config-file=${etcd.at('planted.yaml')}`]);
    report.planted(`${title}: cipher suites beside TLS 1.3`, [await etcd.ended('planted')], /cipher suites/i);
  } finally {
    await etcd.remove();
  }
}

async function judge(report: Report, title: string, etcd: EtcdProcesses, tls: EtcdTls, clients: number, peers: number): Promise<void> {
  const [is12, isPeer] = [tls === EtcdTls.TLS_1_2, true];
  const cases: [string, number, Knock, boolean][] = [
    ['the API server is let in', clients, { as: 'apiserver' }, true],
    ['a client without a certificate is not', clients, {}, false],
    ['a client of another authority is not', clients, { as: 'stranger' }, false],
    ['a peer is let in', peers, { as: 'peer', isPeer }, true],
    ['a peer without a certificate is not', peers, { isPeer }, false],
    ['a peer of another authority is not', peers, { as: 'stranger', isPeer }, false],
    [`TLS 1.2 is ${is12 ? 'spoken' : 'refused'}`, clients, { as: 'apiserver', maxVersion: 'TLSv1.2' }, is12],
    [`TLS 1.2 is ${is12 ? 'spoken' : 'refused'} between peers`, peers, { as: 'peer', isPeer, maxVersion: 'TLSv1.2' }, is12],
    ['a weak suite is refused', clients, { as: 'apiserver', maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA' }, false],
  ];
  for (const [what, port, knock, isOpen] of cases) {
    await report.check(`${title}: ${what}`, async () => {
      const said = await etcd.knock(port, knock);
      if (isOpen) { mustBe(said, 200); } else { refused(said); }
    });
  }
}

/** Turned away while TLS is spoken: neither an answer nor silence. */
function refused(said: number | string): void {
  if (typeof said === 'number' || !REFUSED.test(said)) { throw new Error(`got ${said}, expected an end of TLS`); }
}
