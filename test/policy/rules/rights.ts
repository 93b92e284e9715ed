import type { Cases } from './cases';

/** What a rule of a role can give. */
interface Right {
  readonly verbs: readonly string[];
  readonly groups: readonly string[];
  readonly resources: readonly string[];
}

const SOMETHING_ELSE: Right = { verbs: ['bend'], groups: ['example.com'], resources: ['widgets'] };

/** A role with one rule. */
export const role = (verbs: readonly string[], resources: readonly string[], group = '', more: object = {}) => (
  { object: { rules: [{ verbs, apiGroups: [group], resources, ...more }] } }
);

/** Roles that give these rights, each in one way more, also among others; and such as give something near to them. */
export function rights({ verbs, groups, resources }: Right): { readonly given: Cases; readonly near: Cases } {
  const [verb, group, resource] = [verbs[0], groups[0], resources[0]];
  const of = (name: string) => name || 'the core group';
  const other = SOMETHING_ELSE;
  return {
    given: {
      ...Object.fromEntries([...verbs, '*'].map(each => [`one may ${each} ${resource}`, role([each], [resource], group)])),
      ...Object.fromEntries([...groups, '*'].map(each => [`one may ${verb} ${resource} of ${of(each)}`, role([verb], [resource], each)])),
      ...Object.fromEntries([...resources, '*'].map(each => [`one may ${verb} ${each} of ${of(group)}`, role([verb], [each], group)])),
      [`one may ${verb} ${resource} among others`]: role(
        [...other.verbs, verb], [...other.resources, resource], group, { apiGroups: [...other.groups, group] },
      ),
    },
    near: {
      [`one may do something else to ${resource}`]: role(other.verbs, [resource], group),
      [`one may ${verb} ${resource} of something else`]: role([verb], [resource], other.groups[0]),
      [`one may ${verb} something else of ${of(group)}`]: role([verb], other.resources, group),
    },
  };
}
