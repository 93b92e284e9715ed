import { EtcdCluster } from '../../src/controlplane/etcd-member-files';
import { etcdRunbook } from '../../src/controlplane/etcd-runbook';
import { EtcdTls } from '../../src/controlplane/etcd-tls';
import { EtcdVersion } from '../../src/controlplane/etcd-version';

const CLUSTER: EtcdCluster = {
  members: [], version: EtcdVersion.V3_6, tls: EtcdTls.TLS_1_3, dataDirectory: '/var/lib/etcd', program: '/usr/bin/etcd', token: 'etcd',
};
const EXTERNAL = { ...CLUSTER, members: [{ hostName: 'etcd-1', address: '10.0.0.21' }] };
const section = (cluster: EtcdCluster, title: string) => etcdRunbook(cluster).split('\n## ').find(part => part.startsWith(title))!;

test('the authority of etcd is nobody else\'s', () => {
  expect(section(CLUSTER, 'Certificates')).toContain('Never let it be that of the cluster: every client certificate of the cluster would open etcd.');
  expect(section(EXTERNAL, 'Certificates')).toContain('Two authorities that sign nothing else: one for clients, one for peers.');
});

test('each member has a certificate with its names, and a file that its host name chooses', () => {
  expect(section(EXTERNAL, 'Certificates')).toContain('- Their names: `etcd-1` and `10.0.0.21`; for `server.crt` also `127.0.0.1` and `localhost`.');
  expect(section(EXTERNAL, 'Do')).toContain('such as `/etc/etcd/members/etcd-1.yaml`');
});

test('a cluster that runs changes one node after the other', () => {
  expect(section(CLUSTER, 'Do')).toContain('`kubeadm upgrade node` on one control-plane node after the other. Wait each time until all members are healthy.');
});

test('a client without a certificate is tried too', () => {
  expect(section(CLUSTER, 'Check')).toContain('2. `etcdctl --endpoints https://127.0.0.1:2379 --cacert /etc/kubernetes/pki/etcd/ca.crt endpoint health`, without a certificate: it fails.');
  expect(section(EXTERNAL, 'Check')).toContain('--cacert /etc/etcd/pki/ca.crt --cert <client>.crt');
});
