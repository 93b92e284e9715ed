import { shown } from '../../kube/problem';
import { isBuiltInRole } from '../effective-rights';
import type { Binding } from '../graph-rights';
import type { ObjectGraph } from '../object-graph';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/**
 * Fields: roleRef of a binding, and all Roles and ClusterRoles.
 * Allowed: a role that there is, or that every cluster has. Where the set has no role of that kind they are thought to be elsewhere.
 */
export const bindingRoleExists: SetRule = {
  id: 'binding-role-exists',
  title: 'A binding grants a role that there is',
  why: 'Whoever makes a role of that name says what the subjects may do',
  severity: Severity.WARNING,
  message: 'binding grants a role that is not there; correct roleRef, or remove the binding',
  controls: {
    mitre: ['T1078'],
  },
  judge: graph => graph.bindings.all.filter(binding => isMissing(graph, binding)).map(({ index, roleKind, roleName }) => ({
    index,
    field: 'roleRef',
    problem: `binding grants a role that is not there: got ${roleKind} ${shown(roleName)}, expected one of the set`,
  })),
};

function isMissing(graph: ObjectGraph, { namespace, roleKind, roleName }: Binding): boolean {
  if (roleKind === 'ClusterRole') { return graph.clusterRoles.all.length > 0 && !isBuiltInRole(roleName) && !graph.clusterRoles.has('', roleName); }
  return (graph.manages(namespace) || graph.roles.in(namespace).length > 0) && !graph.roles.has(namespace, roleName);
}
