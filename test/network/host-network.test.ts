import { JsonPatch } from 'cdk8s';
import { findings, foreign, objectOf, openShop, workload } from './shop';
import { PodSecurityLevel } from '../../src/kube/pod-security-level';
import { SecureNamespace } from '../../src/namespace/secure-namespace';
import { Pods } from '../../src/network/pods';

const finding = (path: string, what: string) => `[${path}] flow-end-not-on-host-network: ${what} is an end of a flow and runs on the host network, `
  + 'where no selector finds it and no policy holds it: got {"hostNetwork":true}, expected pods with addresses of their own; '
  + 'take it off the host network, or name the nodes with Nodes.cidrs(…)';

const daemonSet = (labels: Record<string, string>, hostNetwork: unknown) => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { hostNetwork, containers: [{ name: 'agent', image: 'agent:1' }] } } },
});

test('a patch that moves our pods to the host network is refused', () => {
  const { chart, namespace } = openShop();
  workload(namespace, 'web');
  objectOf(chart, 'Deployment', 'web').addJsonPatch(JsonPatch.add('/spec/template/spec/hostNetwork', true));
  expect(findings(chart)).toEqual([finding('shop/shop/web', 'Deployment "web"')]);
});

test('pods of others on the host network are no end of a flow', () => {
  const { chart, namespace } = openShop();
  const web = workload(namespace, 'web');
  web.connections.allowTo(Pods.inNamespace('agents', { app: 'agent' }), { port: 9100 });
  web.connections.allowFrom(Pods.inNamespace('agents', { app: 'scraper' }));
  SecureNamespace.imported(chart, 'agents', { level: PodSecurityLevel.PRIVILEGED });
  foreign(chart, 'called', { ...daemonSet({ app: 'agent', extra: 'label' }, true), metadata: { namespace: 'agents' } });
  foreign(chart, 'caller', { ...daemonSet({ app: 'scraper' }, true), metadata: { namespace: 'agents' } });
  expect(findings(chart)).toEqual([finding('shop/called', 'DaemonSet "called"'), finding('shop/caller', 'DaemonSet "caller"')]);
});

test.each([
  ['pods with addresses of their own', { app: 'agent' }, false, 'agents'],
  ['pods that say nothing', { app: 'agent' }, undefined, 'agents'],
  ['pods with other labels', { app: 'other' }, true, 'agents'],
  ['pods in another namespace', { app: 'agent' }, true, 'elsewhere'],
])('%s are left alone', (_, labels, hostNetwork, namespaceName) => {
  const { chart, namespace } = openShop();
  workload(namespace, 'web').connections.allowTo(Pods.inNamespace('agents', { app: 'agent' }), { port: 9100 });
  SecureNamespace.imported(chart, namespaceName, { level: PodSecurityLevel.PRIVILEGED });
  foreign(chart, 'agent', { ...daemonSet(labels, hostNetwork), metadata: { namespace: namespaceName } });
  expect(findings(chart)).toEqual([]);
});
