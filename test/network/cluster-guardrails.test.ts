import { findings, manifest, stockChart } from './shop';
import { ClusterGuardrails, ClusterGuardrailsProps } from '../../src/network/cluster-guardrails';
import { ClusterPolicyApi } from '../../src/network/cluster-policy-api';

const NEW = { api: ClusterPolicyApi.CLUSTER_NETWORK_POLICY };
const OLD = { api: ClusterPolicyApi.ADMIN_NETWORK_POLICY };

function made(props: ClusterGuardrailsProps, settings = {}) {
  const chart = stockChart(settings, 'shop');
  new ClusterGuardrails(chart, 'guardrails', props);
  return chart;
}

const allBut = (...values: string[]) => ({ namespaces: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values }] } });

test('nobody but the system asks the metadata service, in the API that replaces the other', () => {
  const chart = made(NEW);
  expect(manifest(chart, 'ClusterNetworkPolicy', 'cluster-guardrails')).toMatchObject({
    apiVersion: 'policy.networking.k8s.io/v1alpha2',
    spec: {
      egress: [{ action: 'Deny', name: 'metadata-service', to: [{ networks: ['169.254.169.254/32'] }] }],
      priority: 50,
      subject: allBut('kube-system'),
      tier: 'Admin',
    },
  });
  expect(chart.toJson()).toHaveLength(1);
  expect(chart.toJson()[0].metadata.namespace).toBe(undefined);
  expect(findings(chart)).toEqual([]);
});

test('the same in the API that it replaces', () => {
  expect(manifest(made({ ...OLD, name: 'guard', priority: 7, metadataFor: ['b', 'a', 'b'] }, { ipv6: true }), 'AdminNetworkPolicy', 'guard')).toMatchObject({
    apiVersion: 'policy.networking.k8s.io/v1alpha1',
    spec: {
      egress: [{ action: 'Deny', name: 'metadata-service', to: [{ networks: ['169.254.169.254/32', 'fd00:ec2::254/128'] }] }],
      priority: 7,
      subject: allBut('a', 'b'),
    },
  });
});

test('no namespace may ask it where none is named', () => {
  expect(manifest(made({ ...NEW, metadataFor: [] }), 'ClusterNetworkPolicy', 'cluster-guardrails').spec.subject).toEqual({ namespaces: {} });
});

test('pods without a policy are closed where that is asked for, in either API', () => {
  const ingress = [{ action: 'Deny', from: [{ namespaces: {} }], name: 'pods-without-policy' }];
  expect(manifest(made({ ...NEW, denyIngress: true }), 'ClusterNetworkPolicy', 'cluster-guardrails-baseline').spec)
    .toEqual({ ingress, priority: 50, subject: allBut('kube-system'), tier: 'Baseline' });
  expect(manifest(made({ ...OLD, denyIngress: true, openNamespaces: ['legacy'] }), 'BaselineAdminNetworkPolicy', 'default').spec)
    .toEqual({ ingress, subject: allBut('legacy') });
});

test.each<[string, any, RegExp]>([
  ['no API', {}, /^api of ClusterGuardrails: got undefined/],
  ['an API that is none', { api: 'NetworkPolicy' }, /^api of ClusterGuardrails: got "NetworkPolicy"/],
  ['a priority that the API does not take', { ...OLD, priority: 100 }, /^priority of ClusterGuardrails: got 100, expected a whole number from 0 to 99; correct it$/],
  ['a priority that is no number', { ...NEW, priority: '5' }, /^priority of ClusterGuardrails: got "5", expected a whole number from 0 to 1000/],
  ['half a priority', { ...NEW, priority: 0.5 }, /^priority of ClusterGuardrails/],
  ['a namespace that is a pattern', { ...NEW, metadataFor: ['kube-*'] }, /^metadataFor of ClusterGuardrails: got "kube-\*"/],
  ['namespaces that are open anyway', { ...NEW, openNamespaces: ['a'] }, /^openNamespaces of ClusterGuardrails without denyIngress: got \["a"\], expected both, or neither/],
  ['a name that is none', { ...NEW, name: 'A' }, /^name of ClusterGuardrails: got "A"/],
])('%s is refused', (_, props, message) => {
  expect(() => made(props)).toThrow(message);
});
