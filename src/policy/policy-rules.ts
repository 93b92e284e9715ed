import { CATALOG } from './catalog';
import { controllerRevisionUnwritten } from './controller-revision-unwritten';
import type { Rule } from './rule';

/** Rules to which a policy would add nothing, and why. */
export const IDLE_RULES: { readonly [rule: string]: string } = {
  'api-not-removed': 'the API server turns every object into a version that it serves before a policy sees it',
  'namespace-not-default': 'guardrails stand around namespaces of the app alone',
  'selector-matches-template': 'the API server itself refuses such a workload',
};

/** Rules of which a policy can be made: those of the catalog, and one about what no manifest holds. */
export const POLICY_RULES: readonly Rule[] = [...CATALOG.filter(({ id }) => !Object.hasOwn(IDLE_RULES, id)), controllerRevisionUnwritten];
