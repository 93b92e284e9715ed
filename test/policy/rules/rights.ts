import type { Cases } from './cases';

/** What a rule of a role can give. */
interface Right {
  readonly verbs: readonly string[];
  readonly groups: readonly string[];
  readonly resources: readonly string[];
}

const SOMETHING_ELSE: Right = { verbs: ['bend'], groups: ['example.com'], resources: ['widgets'] };

/** A role with one rule. */
export const role = (verbs: readonly string[], groups: readonly string[], resources: readonly string[], more: object = {}) => (
  { object: { rules: [{ verbs, apiGroups: groups, resources, ...more }] } }
);

/** Roles that give these rights, each in one way more, also among others; and such as give something near to them. */
export function rights({ verbs, groups, resources }: Right, more: object = {}): { readonly given: Cases; readonly near: Cases } {
  const [verb, group, resource] = [verbs[0], groups[0], resources[0]];
  const of = (name: string) => name || 'the core group';
  const other = SOMETHING_ELSE;
  return {
    given: {
      ...Object.fromEntries([...verbs, '*'].map(each => [`one may ${each} ${resource}`, role([each], [group], [resource], more)])),
      ...Object.fromEntries([...groups, '*'].map(each => [`one may ${verb} ${resource} of ${of(each)}`, role([verb], [each], [resource], more)])),
      ...Object.fromEntries([...resources, '*'].map(each => [`one may ${verb} ${each} of ${of(group)}`, role([verb], [group], [each], more)])),
      [`one may ${verb} ${resource} among others`]: role([...other.verbs, verb], [...other.groups, group], [...other.resources, resource], more),
    },
    near: {
      [`one may do something else to ${resource}`]: role(other.verbs, [group], [resource], more),
      [`one may ${verb} ${resource} of something else`]: role([verb], other.groups, [resource], more),
      [`one may ${verb} something else of ${of(group)}`]: role([verb], [group], other.resources, more),
    },
  };
}
