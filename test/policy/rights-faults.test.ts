import { binding, deployment, role } from './rules/set-objects';
import { ObjectGraph } from '../../src/policy/object-graph';
import { rightsFaults } from '../../src/policy/rights-faults';

const danger = (deed: string, verb: string) => ({ deed, verbs: [verb], groups: [''], resources: ['pods'] });
const graph = new ObjectGraph();
[
  deployment('cart'), deployment('web', { pod: { serviceAccountName: 'web' } }),
  role('r', [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }]), binding('RoleBinding', 'Role', 'r'),
].forEach(json => graph.see(json));

test('a workload has one fault with all that its pods may do, and who gives it', () => {
  expect(rightsFaults(graph, [danger('look', 'get'), danger('list', 'list'), danger('break', 'delete')])).toEqual([{
    index: 1,
    field: 'spec.template.spec.serviceAccountName',
    problem: 'pods may look, list: got RoleBinding "r-binding" to Role "r" for service account "web", expected fewer rights',
  }]);
});

test('a right that gives what is worse is passed over', () => {
  expect(rightsFaults(graph, [danger('look', 'get')], danger('list', 'list'))).toEqual([]);
});
