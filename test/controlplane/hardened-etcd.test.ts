import { App, Chart, Testing } from 'cdk8s';
import * as yaml from 'yaml';
import { EtcdTls } from '../../src/controlplane/etcd-tls';
import { EtcdTopology } from '../../src/controlplane/etcd-topology';
import { EtcdVersion } from '../../src/controlplane/etcd-version';
import { HardenedEtcd, HardenedEtcdProps } from '../../src/controlplane/hardened-etcd';
import { HostPolicy } from '../../src/host/host-policy';
import { NodeFiles } from '../../src/host/node-files';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';
import { RuleJudge } from '../../src/policy/rule-judge';
import { Session } from '../../src/policy/session';
import { Settings } from '../../src/policy/settings';

const STACKED = EtcdTopology.stacked(['10.0.0.8/29', 'fd00::8/125']);
const EXTERNAL = EtcdTopology.external({
  members: ['10.0.0.21', '10.0.0.22', '10.0.0.23'].map((address, i) => ({ hostName: `etcd-${i + 1}`, address })), apiServers: ['10.0.0.8/29'],
});
function etcd(props: Partial<HardenedEtcdProps> = {}, version = KubernetesVersion.V1_36): HardenedEtcd {
  const app = new App();
  Session.of(app).settings = new Settings({ kubernetesVersion: version });
  return new HardenedEtcd(new Chart(app, 'cluster'), 'etcd', { topology: STACKED, ...props });
}
/** All files for the nodes of a role, by path. */
const files = (made: HardenedEtcd, role: string) => new Map(NodeFiles.of(made).sets.get(role)!.files.map(({ path, content }) => [path, content]));
const table = (made: HardenedEtcd) => made.firewall.bundle.files[0].content;
const elements = (made: HardenedEtcd, set: string) => new RegExp(`set ${set} .*elements = \\{ (.*) \\};`).exec(table(made))?.[1];

test('on control-plane nodes it is arguments for kubeadm, an account, modes and a firewall', () => {
  const made = etcd();
  expect([...files(made, 'control-plane').keys()]).toEqual([
    '/etc/kubernetes/kubeadm/etcd.yaml', '/etc/nftables/cdk8s-hardened-etcd.nft', '/etc/systemd/system/etcd-directory.service',
    '/etc/systemd/system/node-firewall-etcd.service', '/etc/sysusers.d/cdk8s-hardened-etcd.conf', '/etc/tmpfiles.d/cdk8s-hardened-etcd.conf',
  ]);
  const { units, documents } = NodeFiles.of(made).sets.get('control-plane')!;
  expect([units, documents.map(([name]) => name)]).toEqual([['etcd-directory.service', 'node-firewall-etcd.service'], ['etcd.md', 'node-firewall-etcd.md']]);
  expect(yaml.parse(files(made, 'control-plane').get('/etc/kubernetes/kubeadm/etcd.yaml')!).etcd.local.extraArgs).toContainEqual({ name: 'tls-min-version', value: 'TLS1.3' });
  expect(Testing.synth(Chart.of(made))).toEqual([]);
});

test('on hosts of its own each member has its file, one unit reads that of its host, and kubeadm is told where they are', () => {
  const made = etcd({ topology: EXTERNAL });
  expect([...files(made, 'etcd').keys()]).toEqual([
    '/etc/etcd/members/etcd-1.yaml', '/etc/etcd/members/etcd-2.yaml', '/etc/etcd/members/etcd-3.yaml', '/etc/nftables/cdk8s-hardened-etcd.nft',
    '/etc/systemd/system/etcd-directory.service', '/etc/systemd/system/etcd.service', '/etc/systemd/system/node-firewall-etcd.service',
    '/etc/sysusers.d/cdk8s-hardened-etcd.conf', '/etc/tmpfiles.d/cdk8s-hardened-etcd.conf',
  ]);
  expect([...files(made, 'control-plane').keys()]).toEqual(['/etc/kubernetes/kubeadm/etcd.yaml']);
  expect(NodeFiles.of(made).sets.get('etcd')!.units).toEqual(['etcd-directory.service', 'etcd.service', 'node-firewall-etcd.service']);
});

test('members reach both ports, API servers and other clients the one for clients', () => {
  const stacked = etcd({ otherClients: ['192.0.2.7/32'] });
  expect(['tcp-2379-v4', 'tcp-2379-v6', 'tcp-2380-v4', 'tcp-2380-v6'].map(set => elements(stacked, set))).toEqual(['10.0.0.8/29, 192.0.2.7/32', 'fd00::8/125', '10.0.0.8/29', 'fd00::8/125']);
  const external = etcd({ topology: EXTERNAL });
  const members = '10.0.0.21/32, 10.0.0.22/32, 10.0.0.23/32';
  expect(['tcp-2379-v4', 'tcp-2380-v4', 'nodes-v4'].map(set => elements(external, set))).toEqual([`${members}, 10.0.0.8/29`, members, members]);
});

test('the CNI guards the same ports where it is asked to', () => {
  const kinds = (hostPolicy: HostPolicy) => Testing.synth(Chart.of(etcd({ hostPolicy }))).map(({ kind, metadata: { name } }) => `${kind} ${name}`);
  expect(kinds(HostPolicy.CILIUM)).toEqual(['CiliumClusterwideNetworkPolicy node-firewall-etcd']);
  expect(kinds(HostPolicy.CALICO)).toEqual(['KubeControllersConfiguration default', 'FelixConfiguration default', 'GlobalNetworkPolicy node-firewall-etcd']);
});

test('the settings of a member are those of its version, which the Kubernetes version chooses unless it is said', () => {
  const settings = (props: Partial<HardenedEtcdProps>, version?: KubernetesVersion) => yaml.parse(files(etcd({ topology: EXTERNAL, ...props }, version), 'etcd').get('/etc/etcd/members/etcd-1.yaml')!);
  expect(settings({}, KubernetesVersion.V1_33)['experimental-initial-corrupt-check']).toBe(true);
  expect(settings({ version: EtcdVersion.V3_6 }, KubernetesVersion.V1_33)['feature-gates']).toBe('InitialCorruptCheck=true');
  const { 'tls-min-version': tls, 'data-dir': data, 'initial-cluster-token': token } = settings({ minimumTls: EtcdTls.TLS_1_2, dataDirectory: '/srv/etcd' });
  expect([tls, data, token]).toEqual(['TLS1.2', '/srv/etcd', 'etcd']);
});

test('the program of a member is where it is said to be', () => {
  expect(files(etcd({ topology: EXTERNAL, program: '/opt/etcd/etcd' }), 'etcd').get('/etc/systemd/system/etcd.service')).toContain('ExecStart=/opt/etcd/etcd --config-file=');
});

test.each([KubernetesVersion.V1_28, KubernetesVersion.V1_30, KubernetesVersion.V1_31, KubernetesVersion.V1_37])('it keeps every rule in Kubernetes $text', version => {
  const made = [{}, { minimumTls: EtcdTls.TLS_1_2 }, { topology: EXTERNAL }].map(props => yaml.parse(files(etcd(props, version), 'control-plane').get('/etc/kubernetes/kubeadm/etcd.yaml')!));
  expect(made.flatMap(json => RuleJudge.for(version.minor).judge(json))).toEqual([]);
  expect(RuleJudge.for(version.minor).judge({ ...made[0], etcd: { local: { extraArgs: { 'auto-tls': 'true' } } } }).map(({ rule }) => rule.id)).toEqual(['etcd-auto-tls-off']);
});

test('no file of it holds a key', () => {
  expect([...files(etcd({ topology: EXTERNAL }), 'etcd').values()].filter(text => /PRIVATE KEY|BEGIN CERTIFICATE/.test(text))).toEqual([]);
});

test.each<[string, Partial<Record<keyof HardenedEtcdProps, unknown>>, string]>([
  ['a topology that is a text', { topology: 'stacked' }, 'topology of etcd: got "stacked", expected an EtcdTopology; write EtcdTopology.stacked(…) or EtcdTopology.external(…)'],
  ['a policy of the CNI for hosts outside of the cluster', { topology: EXTERNAL, hostPolicy: HostPolicy.CALICO }, 'hostPolicy for an etcd on hosts that are no nodes of the cluster: got "calico", expected none; leave it out: nftables guards them'],
  ['a version for the etcd of kubeadm', { version: EtcdVersion.V3_6 }, 'version or program of an etcd that kubeadm brings: got "3.6", expected none; leave them out: kubeadm chooses the image'],
  ['a program for the etcd of kubeadm', { program: '/usr/bin/etcd' }, 'version or program of an etcd that kubeadm brings: got "/usr/bin/etcd"'],
  ['an old version', { topology: EXTERNAL, version: '3.4' }, 'version of etcd: got "3.4", expected one of 3.5, 3.6, 3.7; correct it'],
  ['an old TLS', { minimumTls: 'TLS1.1' }, 'minimumTls: got "TLS1.1", expected one of TLS1.2, TLS1.3; correct it'],
  ['a directory with a space', { dataDirectory: '/var/lib/my etcd' }, 'dataDirectory: got "/var/lib/my etcd", expected a path of letters, digits, dots and hyphens; choose another one'],
  ['a relative directory', { dataDirectory: 'etcd' }, 'dataDirectory'],
  ['everybody as another client', { otherClients: ['0.0.0.0/0'] }, 'otherClients: got "0.0.0.0/0", expected less than every address'],
])('%s is refused', (_, props, message) => {
  expect(() => etcd(props as Partial<HardenedEtcdProps>)).toThrow(message);
});
