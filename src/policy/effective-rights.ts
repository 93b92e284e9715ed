import type { Binding, RightsRule, Role } from './graph-rights';
import type { Workload } from './graph-workload';
import type { ObjectGraph } from './object-graph';

/** One rule of a role that a pod's service account has been granted, and by which objects. */
export interface EffectiveRight {
  readonly rule: RightsRule;
  readonly binding: Binding;
  /** Whether it counts in every namespace, and for objects that are in none. */
  readonly isClusterWide: boolean;
}

const right = (groups: readonly string[], resources: readonly string[], verbs: readonly string[]): RightsRule => (
  { groups, resources, verbs, isNamed: false }
);

const RUNS_PODS = [
  right([''], ['secrets'], ['get', 'list', 'watch']),
  right(['', 'apps', 'batch'], ['pods', 'deployments', 'statefulsets', 'daemonsets', 'replicasets', 'jobs', 'cronjobs'], ['create', 'patch', 'update']),
  right([''], ['pods/exec', 'pods/attach', 'pods/portforward'], ['create', 'get']),
];

/**
 * Roles that every cluster has, with what matters of them. That `edit` may act as the accounts of its namespace is left out: whoever may make
 * pods there can do that anyway.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles
 */
const BUILT_IN: ReadonlyMap<string, readonly RightsRule[]> = new Map([
  ['cluster-admin', [right(['*'], ['*'], ['*'])]],
  ['admin', RUNS_PODS],
  ['edit', RUNS_PODS],
  ['view', []],
]);

/** Whether every cluster has a role of this name. */
export function isBuiltInRole(name: string): boolean {
  return BUILT_IN.has(name) || name.startsWith('system:');
}

const known = new WeakMap<ObjectGraph, EffectiveRights>();

/** What the service accounts of a set of objects may do, through all bindings and roles of the set. */
export class EffectiveRights {
  /** The rights in a set of objects that is complete. */
  public static of(graph: ObjectGraph): EffectiveRights {
    let rights = known.get(graph);
    if (!rights) {
      rights = new EffectiveRights(graph);
      known.set(graph, rights);
    }
    return rights;
  }

  private readonly granted = new Map<string, Binding[]>();
  private readonly gathered = new Map<Role, readonly RightsRule[]>();

  private constructor(private readonly graph: ObjectGraph) {
    for (const binding of graph.bindings.all) {
      for (const { kind, namespace, name } of binding.grantees) {
        const key = `${kind} ${namespace} ${name}`;
        const bindings = this.granted.get(key);
        if (bindings) { bindings.push(binding); } else { this.granted.set(key, [binding]); }
      }
    }
  }

  /** What a program in the pods of a workload may do. Nothing, where no token is mounted: it then has no identity to show. */
  public of(workload: Workload): readonly EffectiveRight[] {
    const { namespace, serviceAccount: name, mountsToken } = workload;
    const isMounted = mountsToken ?? this.graph.accounts.get(namespace, name)?.automount ?? true;
    if (!isMounted || this.granted.size === 0) { return []; }
    const keys = [
      `ServiceAccount ${namespace} ${name}`,
      `Group  system:serviceaccounts:${namespace}`,
      'Group  system:serviceaccounts',
      'Group  system:authenticated',
    ];
    return keys.flatMap(key => this.granted.get(key) ?? []).flatMap(binding => this.rulesOf(binding).map(rule => (
      { rule, binding, isClusterWide: binding.kind === 'ClusterRoleBinding' }
    )));
  }

  private rulesOf({ roleKind, roleName, namespace }: Binding): readonly RightsRule[] {
    const role = roleKind === 'ClusterRole' ? this.graph.clusterRoles.get('', roleName) : this.graph.roles.get(namespace, roleName);
    return (role ? this.gatheredBy(role) : undefined) ?? (roleKind === 'ClusterRole' ? BUILT_IN.get(roleName) : undefined) ?? [];
  }

  /** The rules of a role, with those of the roles that it gathers. */
  private gatheredBy(role: Role): readonly RightsRule[] {
    if (role.gathers.length === 0) { return role.rules; }
    let rules = this.gathered.get(role);
    if (!rules) {
      const others = this.graph.clusterRoles.all.filter(({ labels }) => role.gathers.some(selector => selector.matches(labels)));
      rules = [...role.rules, ...others.flatMap(other => other.rules)];
      this.gathered.set(role, rules);
    }
    return rules;
  }
}

/** Something that a right may give. */
export interface Danger {
  /** What it lets a program do, after "may". */
  readonly deed: string;
  readonly verbs: readonly string[];
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  /** Whether objects that it is about are in no namespace: a right that counts in one namespace does not give it. */
  readonly ofCluster?: boolean;
  /** Whether a right that lists the names of objects may give it all the same. */
  readonly unlessNamed?: boolean;
}

/** Every right that there is. */
export const EVERYTHING: Danger = { deed: 'do everything', verbs: ['*'], groups: ['*'], resources: ['*'] };

/** Whether a right gives it. A wildcard gives what it stands for. */
export function gives({ rule, isClusterWide }: EffectiveRight, { verbs, groups, resources, ofCluster, unlessNamed }: Danger): boolean {
  if ((ofCluster && !isClusterWide) || (unlessNamed && rule.isNamed)) { return false; }
  const has = (list: readonly string[], wanted: readonly string[]) => list.includes('*') || wanted.some(each => list.includes(each));
  const subresources = resources.filter(each => each.includes('/')).map(each => each.replace(/^.*\//, '*/'));
  return has(rule.verbs, verbs) && has(rule.groups, groups) && has(rule.resources, [...resources, ...subresources]);
}
