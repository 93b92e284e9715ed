/** Rights that one rule of a role can give. */
export interface RoleGrant {
  readonly verbs: readonly string[];
  /** API groups; empty for the core. */
  readonly groups: readonly string[];
  /** Plural names, subresources behind a slash. */
  readonly resources: readonly string[];
  /** Whether a rule that lists the names of objects may give them all the same. */
  readonly unlessNamed?: boolean;
}

/**
 * The expression that is true where no rule of a role gives any of the verbs on any of the resources. A wildcard gives what it stands for.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources
 */
export function grantsNone({ verbs, groups, resources, unlessNamed }: RoleGrant): string {
  const has = (list: string, name: string, values: readonly string[]) => (
    `rule.?${list}.orValue([]).exists(${name}, ${name} in ${JSON.stringify([...new Set([...values, '*'])])})`
  );
  const subresources = resources.filter(resource => resource.includes('/')).map(resource => resource.replace(/^.*\//, '*/'));
  const given = [
    has('verbs', 'verb', verbs),
    has('apiGroups', 'group', groups),
    has('resources', 'resource', [...resources, ...subresources]),
    ...(unlessNamed ? ['size(rule.?resourceNames.orValue([])) == 0'] : []),
  ];
  return `object.?rules.orValue([]).all(rule, !(${given.join(' && ')}))`;
}
