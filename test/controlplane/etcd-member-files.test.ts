import * as yaml from 'yaml';
import { EtcdCluster, memberConfiguration, memberPath, memberUnit } from '../../src/controlplane/etcd-member-files';
import { cipherSuitesFor, EtcdTls } from '../../src/controlplane/etcd-tls';
import { EtcdVersion } from '../../src/controlplane/etcd-version';

const CLUSTER: EtcdCluster = {
  members: [{ hostName: 'etcd-1', address: '10.0.0.21' }, { hostName: 'etcd-2', address: 'fd00::22' }],
  version: EtcdVersion.V3_7,
  tls: EtcdTls.TLS_1_3,
  dataDirectory: '/var/lib/etcd',
  program: '/usr/bin/etcd',
  token: 'shop',
};
const configuration = (cluster: Partial<EtcdCluster> = {}, member = CLUSTER.members[0]) => (
  yaml.parse(memberConfiguration({ ...CLUSTER, ...cluster }, member))
);

test('a member listens on its own address and on loopback, by TLS, and asks everybody for a certificate', () => {
  expect(configuration()).toEqual({
    'name': 'etcd-1',
    'data-dir': '/var/lib/etcd',
    'listen-client-urls': 'https://127.0.0.1:2379,https://10.0.0.21:2379',
    'advertise-client-urls': 'https://10.0.0.21:2379',
    'listen-peer-urls': 'https://10.0.0.21:2380',
    'initial-advertise-peer-urls': 'https://10.0.0.21:2380',
    'listen-metrics-urls': 'http://127.0.0.1:2381',
    'initial-cluster': 'etcd-1=https://10.0.0.21:2380,etcd-2=https://[fd00::22]:2380',
    'initial-cluster-state': 'new',
    'initial-cluster-token': 'shop',
    'strict-reconfig-check': true,
    'client-transport-security': {
      'cert-file': '/etc/etcd/pki/server.crt', 'key-file': '/etc/etcd/pki/server.key', 'trusted-ca-file': '/etc/etcd/pki/ca.crt', 'client-cert-auth': true, 'auto-tls': false,
    },
    'peer-transport-security': {
      'cert-file': '/etc/etcd/pki/peer.crt', 'key-file': '/etc/etcd/pki/peer.key', 'trusted-ca-file': '/etc/etcd/pki/peer-ca.crt', 'client-cert-auth': true, 'auto-tls': false,
    },
    'tls-min-version': 'TLS1.3',
    'feature-gates': 'InitialCorruptCheck=true',
  });
  expect(configuration({}, CLUSTER.members[1])['listen-client-urls']).toBe('https://127.0.0.1:2379,https://[fd00::22]:2379');
});

test('what is called experimental in 3.5 has another name from 3.6 on, since etcd passes over a name that it does not know', () => {
  const known = ({ 'experimental-initial-corrupt-check': old, 'feature-gates': gates }: any) => [old, gates];
  expect([EtcdVersion.V3_5, EtcdVersion.V3_6].map(version => known(configuration({ version })))).toEqual([[true, undefined], [undefined, 'InitialCorruptCheck=true']]);
});

test('suites are named beside TLS 1.2 alone', () => {
  expect([EtcdTls.TLS_1_3, EtcdTls.TLS_1_2].map(tls => configuration({ tls })['cipher-suites'])).toEqual([undefined, cipherSuitesFor(EtcdTls.TLS_1_2)]);
});

test('the unit reads the file of its own host, as an account without rights, behind its directory and its firewall', () => {
  const unit = memberUnit({ ...CLUSTER, program: '/opt/etcd', dataDirectory: '/srv/etcd' }).split('\n');
  expect(memberPath('etcd-1')).toBe('/etc/etcd/members/etcd-1.yaml');
  expect(unit).toEqual(expect.arrayContaining([
    'ExecStart=/opt/etcd --config-file=/etc/etcd/members/%l.yaml', 'User=etcd', 'CapabilityBoundingSet=', 'NoNewPrivileges=yes', 'ProtectSystem=strict',
    'ReadWritePaths=/srv/etcd', 'UMask=0077', 'Requires=etcd-directory.service',
    'Wants=node-firewall-etcd.service network-online.target', 'After=etcd-directory.service node-firewall-etcd.service network-online.target',
  ]));
});
