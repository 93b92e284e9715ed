import { ClusterDns } from '../../src/kube/cluster-dns';

test('kube-dns listens on 53 in kube-system, with a cache as pods or on its usual address', () => {
  expect(ClusterDns.kubeDns()).toEqual({
    _pods: [
      { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
      { namespace: 'kube-system', labels: { 'k8s-app': 'node-local-dns' } },
    ],
    _port: 53,
    _addresses: ['169.254.20.10/32'],
  });
});

test('the address of the DNS Service is added where a cache answers on it', () => {
  expect(ClusterDns.kubeDns(['10.96.0.10/32', 'fd00::a/128'])._addresses).toEqual(['169.254.20.10/32', '10.96.0.10/32', 'fd00::a/128']);
});

test('OpenShift resolves in a namespace and on a port of its own', () => {
  expect(ClusterDns.openshift()).toEqual({
    _pods: [{ namespace: 'openshift-dns', labels: { 'dns.operator.openshift.io/daemonset-dns': 'default' } }], _port: 5353, _addresses: [],
  });
});

test('another resolver is like kube-dns where nothing else is said', () => {
  expect(ClusterDns.custom({})).toEqual({ _pods: [{ namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } }], _port: 53, _addresses: [] });
});

test('another resolver is where it is said to be', () => {
  expect(ClusterDns.custom({ namespace: 'dns', podLabels: { app: 'unbound' }, port: 5300, addresses: ['169.254.25.10/32'] })).toEqual({
    _pods: [{ namespace: 'dns', labels: { app: 'unbound' } }], _port: 5300, _addresses: ['169.254.25.10/32'],
  });
});

test.each<[string, () => unknown, string]>([
  ['a namespace that is no name', () => ClusterDns.custom({ namespace: 'DNS' }), 'namespace of the cluster DNS: got "DNS", expected a DNS label'],
  ['labels that are none', () => ClusterDns.custom({ podLabels: { app: 'a b' } }), 'value of app in pod labels of the cluster DNS: got "a b", expected a label value'],
  ['a port that is none', () => ClusterDns.custom({ port: 0 }), 'port of the cluster DNS: got 0, expected a whole number from 1 to 65535; correct the number'],
  ['an address that is no CIDR', () => ClusterDns.custom({ addresses: ['10.0.0.10'] }), 'address of the cluster DNS'],
  ['a ClusterIP that is no CIDR', () => ClusterDns.kubeDns(['dns']), 'address of the cluster DNS'],
])('fails on %s', (_, make, message) => {
  expect(make).toThrow(message);
});
