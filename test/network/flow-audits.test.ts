import { ApiObject, JsonPatch } from 'cdk8s';
import { findings, foreign, objectOf, openShop, workload } from './shop';
import { External } from '../../src/network/external';
import { auditFlows } from '../../src/network/flow-audits';
import { Session } from '../../src/policy/session';

test('an app is judged once, however many workloads ask for it', () => {
  const { chart, namespace } = openShop();
  workload(namespace, 'web').connections.allowTo(External.cidr('169.254.169.254/32'), { port: 80 });
  workload(namespace, 'api');
  auditFlows(chart);
  expect(findings(chart)).toHaveLength(1);
});

test('every judgement of flows is passed: of the flows, of hosts, of strangers and of foreign policies', () => {
  const { chart, namespace } = openShop();
  workload(namespace, 'web').connections.allowTo(External.cidr('169.254.169.254/32'), { port: 80 });
  const template = { metadata: { labels: { 'app.kubernetes.io/instance': 'web' } }, spec: { containers: [{ name: 'main', image: 'x:1' }] } };
  foreign(namespace, 'stranger', { apiVersion: 'apps/v1', kind: 'Deployment', spec: { selector: { matchLabels: template.metadata.labels }, template } });
  foreign(namespace, 'policy', { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec: { podSelector: {}, ingress: [{}] } });
  objectOf(chart, 'Deployment', 'web').addJsonPatch(JsonPatch.add('/spec/template/spec/hostNetwork', true));
  expect(findings(chart).map(line => line.split(' ')[1])).toEqual([
    'workload-selectors-apart:', 'metadata-address-closed:', 'flow-end-not-on-host-network:', 'selector-finds-own-pods-only:',
    'policy-opens-declared-flows-only:',
  ]);
});

test('one run of the audit knows nothing of another', () => {
  const { chart, namespace } = openShop();
  workload(namespace, 'web');
  foreign(namespace, 'policy', { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec: { podSelector: {}, ingress: [{}] } });
  const session = Session.of(chart);
  session.seal();
  const judge = () => {
    const run = session.audit();
    session.objects().forEach((object: ApiObject) => run.see({ construct: object, json: object.toJson() }));
    return run.conclude().filter(({ rule }) => rule === 'policy-opens-declared-flows-only');
  };
  expect([judge().length, judge().length]).toEqual([1, 1]);
});
