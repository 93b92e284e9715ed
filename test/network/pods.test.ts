import { DNS, manifest, pods, shop, tcp, workload } from './shop';
import { Monitoring, Pods } from '../../src/network/pods';

test('pods are named by namespace and labels in one peer, and only our side is written', () => {
  const { chart, namespace } = shop();
  workload(namespace, 'web').connections.allowTo(Pods.inNamespace('payments', { app: 'gateway' }), { port: 9000 });
  expect(manifest(chart, 'NetworkPolicy', 'web').spec.egress).toEqual([{ to: [pods('payments', { app: 'gateway' })], ports: [tcp(9000)] }, DNS]);
  expect(chart.toJson().filter(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.namespace !== 'shop')).toEqual([]);
});

test('monitoring is pods that may come in', () => {
  const { chart, namespace } = shop();
  workload(namespace, 'web').connections.allowFrom(Monitoring.pods('monitoring', { 'app.kubernetes.io/name': 'prometheus' }));
  expect(manifest(chart, 'NetworkPolicy', 'web').spec).toEqual({
    podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'web' } },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [pods('monitoring', { 'app.kubernetes.io/name': 'prometheus' })], ports: [tcp(8080)] }],
  });
});

test('labels in another order are the same pods', () => {
  const { chart, namespace } = shop();
  const web = workload(namespace, 'web');
  web.connections.allowFrom(Pods.inNamespace('payments', { app: 'gateway', tier: 'edge' }));
  web.connections.allowFrom(Pods.inNamespace('payments', { tier: 'edge', app: 'gateway' }));
  expect(manifest(chart, 'NetworkPolicy', 'web').spec.ingress).toEqual([{ from: [pods('payments', { app: 'gateway', tier: 'edge' })], ports: [tcp(8080)] }]);
});

test.each([
  ['pods', () => Pods.inNamespace('payments', {})], ['monitoring', () => Monitoring.pods('payments', {})],
])('%s without labels are refused: they would be every pod of the namespace', (what, make) => {
  expect(make).toThrow(new Error(
    `${what} would be every pod of namespace "payments": got {}, expected labels that select the pods meant; name the labels of their pods`,
  ));
});

test.each([
  ['a namespace', () => Pods.inNamespace('Payments', { app: 'x' }), 'namespace of pods: got "Payments", expected a DNS label'],
  ['the key of a label', () => Pods.inNamespace('payments', { 'a b': 'x' }), 'key in labels of pods: got "a b", expected an optional DNS subdomain'],
  ['the value of a label', () => Monitoring.pods('payments', { app: 'x y' }), 'value of app in labels of monitoring: got "x y", expected a label value'],
])('%s that is none is refused', (_, make, message) => {
  expect(make).toThrow(message);
});
