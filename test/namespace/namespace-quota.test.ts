import { shown } from '../../src/kube/problem';
import { ComputedQuotaProps, NamespaceQuota } from '../../src/namespace/namespace-quota';

const FIXED = { cpuRequests: '4', cpuLimits: '8', memory: '4Gi', ephemeralStorage: '4Gi', pods: 4 };

test('a quota is computed or fixed, for a number of nodes', () => {
  expect(NamespaceQuota.computed()._budget).toBeUndefined();
  expect(NamespaceQuota.computed()._nodes).toBeUndefined();
  expect(NamespaceQuota.computed({ nodes: 3 })._nodes).toBe(3);
  expect(NamespaceQuota.fixed({ ...FIXED, nodes: 3 })).toMatchObject({ _nodes: 3, _budget: { pods: 4 } });
  expect(NamespaceQuota.fixed(FIXED)._budget?.memory.toString()).toBe('4Gi');
});

test.each([0, -1, 1.5, NaN, '3'])('%j nodes are refused', nodes => {
  const message = `nodes of the quota: got ${shown(nodes)}, expected 1 or more; say on how many nodes a DaemonSet may run`;
  expect(() => NamespaceQuota.computed({ nodes } as ComputedQuotaProps)).toThrow(new Error(message));
  expect(() => NamespaceQuota.fixed({ ...FIXED, nodes: nodes as number })).toThrow(new Error(message));
});

test.each([0, -1, 1.5, undefined])('%j pods are refused', pods => {
  expect(() => NamespaceQuota.fixed({ ...FIXED, pods: pods as number })).toThrow(new Error(
    `pods of the quota: got ${pods}, expected 1 or more; say how many pods may run`,
  ));
});

test.each(['cpuRequests', 'cpuLimits', 'memory', 'ephemeralStorage'])('%s that is no quantity is refused', field => {
  expect(() => NamespaceQuota.fixed({ ...FIXED, [field]: '4 Gi' })).toThrow(new Error(
    `${field} of the quota: got "4 Gi", expected a Kubernetes quantity; write it like 250m, 2, 128Mi or 1.5Gi`,
  ));
});
