import { Construct } from 'constructs';
import { stockChart, workload } from './shop';
import { PodSecurityLevel } from '../../src/kube/pod-security-level';
import { SecureNamespace } from '../../src/namespace/secure-namespace';
import { checkNamespace, enclosingNamespace, workloadNamespace } from '../../src/network/namespace-scope';

const chartIn = (namespace?: string) => stockChart({}, namespace);

test('a workload stands in the nearest namespace above it, else in that of its chart', () => {
  const chart = chartIn('chart-ns');
  const outer = new SecureNamespace(chart, 'outer');
  const imported = SecureNamespace.imported(outer, 'inner', { level: PodSecurityLevel.RESTRICTED });
  expect(workload(chart, 'a').namespace).toBe('chart-ns');
  expect(workload(new Construct(outer, 'group'), 'b').namespace).toBe('outer');
  expect(workload(new Construct(imported, 'group'), 'c').namespace).toBe('inner');
  expect(enclosingNamespace(chart)).toBeUndefined();
  expect(enclosingNamespace(outer)).toBe('outer');
});

test('a workload in no namespace is refused', () => {
  expect(() => workload(chartIn(), 'web')).toThrow(new Error(
    'Deployment "web" stands in no namespace: expected a SecureNamespace above it, or a chart with a namespace; '
    + 'pass a SecureNamespace, or SecureNamespace.imported(…), as its scope',
  ));
});

test.each(['default', 'kube-system', 'kube-node-lease', 'kube-flannel'])('no workload stands in %s', namespace => {
  expect(() => workloadNamespace(chartIn(namespace), 'Deployment')).toThrow(new Error(
    `namespace belongs to the cluster itself: got "${namespace}", expected a namespace of the application's own; `
    + 'make a SecureNamespace, or give the chart another namespace',
  ));
});

test.each(['shop', 'kubernetes', 'default-2', 'kube', 'a', 'x'.repeat(63)])('%s is a namespace', name => {
  expect(checkNamespace(name)).toBe(name);
});

test.each(['', 'Shop', 'a.b', '-a', 'a-', 'x'.repeat(64), 'a_b', undefined])('%j is no namespace', name => {
  expect(() => checkNamespace(name as string)).toThrow(new Error(
    `namespace: got ${JSON.stringify(name)}, expected a DNS label: lower-case letters, digits and inner hyphens, at most 63; choose another name`,
  ));
});
