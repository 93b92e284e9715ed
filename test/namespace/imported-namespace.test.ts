import { Chart } from 'cdk8s';
import { PodSecurityLevel } from '../../src/kube/pod-security-level';
import { SecureNamespace } from '../../src/namespace/secure-namespace';
import { Session } from '../../src/policy/session';
import { foreign, stockChart, workload } from '../network/shop';

const listed = (chart: Chart) => chart.toJson().map(({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`);

test('a namespace that somebody else makes is made by nobody here, and workloads can stand in it', () => {
  const chart = stockChart();
  const imported = SecureNamespace.imported(chart, 'import', { name: 'theirs', level: PodSecurityLevel.RESTRICTED });
  expect(imported.name).toBe('theirs');
  expect(chart.toJson()).toEqual([]);
  workload(imported, 'web');
  expect(listed(chart)).toEqual([
    'ServiceAccount theirs/web', 'NetworkPolicy theirs/web', 'Deployment theirs/web', 'Service theirs/web', 'PodDisruptionBudget theirs/web',
  ]);
});

test('waivers at a namespace of others are for what stands in it, and never for the namespace itself', () => {
  const chart = stockChart();
  const waivers = [{ rule: 'read-only-root-filesystem', reason: 'they write beside their programs' }];
  const imported = SecureNamespace.imported(chart, 'theirs', { level: PodSecurityLevel.RESTRICTED, waivers });
  workload(imported, 'web');
  const [deployment] = chart.toJson().filter(({ kind }) => kind === 'Deployment');
  expect(deployment.spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem).toBe(false);
  expect(deployment.metadata.annotations).toMatchObject({ 'waiver.cdk8s-hardened/read-only-root-filesystem.web': waivers[0].reason });
  const session = Session.of(chart);
  expect(session.waivers.find(foreign(chart, 'other', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { namespace: 'theirs' } }), waivers[0].rule)?.reason)
    .toBe(waivers[0].reason);
  expect(session.waivers.find(foreign(chart, 'else', { apiVersion: 'v1', kind: 'Pod', metadata: { namespace: 'else' } }), waivers[0].rule)).toBeUndefined();
  expect(() => SecureNamespace.imported(chart, 'more', { level: PodSecurityLevel.RESTRICTED, waivers: [{ rule: 'a', reason: '' }] })).toThrow('gives no reason');
});
