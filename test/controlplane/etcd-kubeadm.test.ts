import * as yaml from 'yaml';
import { externalEtcd, stackedEtcd } from '../../src/controlplane/etcd-kubeadm';
import { cipherSuitesFor, EtcdTls } from '../../src/controlplane/etcd-tls';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';

const FLAGS = { 'auto-tls': 'false', 'client-cert-auth': 'true', 'peer-auto-tls': 'false', 'peer-client-cert-auth': 'true', 'tls-min-version': 'TLS1.3' };
const stacked = (version: KubernetesVersion, tls = EtcdTls.TLS_1_3) => yaml.parse(stackedEtcd(version, tls, '/var/lib/etcd'));

test('kubeadm from 1.31 on reads arguments as a list', () => {
  expect(stacked(KubernetesVersion.V1_31)).toEqual({
    apiVersion: 'kubeadm.k8s.io/v1beta4',
    kind: 'ClusterConfiguration',
    etcd: { local: { dataDir: '/var/lib/etcd', extraArgs: Object.entries(FLAGS).map(([name, value]) => ({ name, value })) } },
  });
});

test('kubeadm up to 1.30 reads them as a map of texts', () => {
  expect(stacked(KubernetesVersion.V1_30)).toEqual({
    apiVersion: 'kubeadm.k8s.io/v1beta3', kind: 'ClusterConfiguration', etcd: { local: { dataDir: '/var/lib/etcd', extraArgs: FLAGS } },
  });
});

test('suites are named beside TLS 1.2 alone', () => {
  expect(stacked(KubernetesVersion.V1_30, EtcdTls.TLS_1_2).etcd.local.extraArgs).toEqual({
    ...FLAGS, 'tls-min-version': 'TLS1.2', 'cipher-suites': cipherSuitesFor(EtcdTls.TLS_1_2).join(','),
  });
});

test('API servers reach members on hosts of their own by TLS, with a certificate for etcd alone', () => {
  const members = [{ hostName: 'a', address: '10.0.0.21' }, { hostName: 'b', address: 'fd00::22' }];
  expect(yaml.parse(externalEtcd(KubernetesVersion.V1_37, members))).toEqual({
    apiVersion: 'kubeadm.k8s.io/v1beta4',
    kind: 'ClusterConfiguration',
    etcd: {
      external: {
        endpoints: ['https://10.0.0.21:2379', 'https://[fd00::22]:2379'],
        caFile: '/etc/kubernetes/pki/etcd/ca.crt',
        certFile: '/etc/kubernetes/pki/apiserver-etcd-client.crt',
        keyFile: '/etc/kubernetes/pki/apiserver-etcd-client.key',
      },
    },
  });
});
