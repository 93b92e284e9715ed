import { CATALOG } from './catalog';
import { controllerRevisionUnwritten } from './controller-revision-unwritten';
import { ETCD_KINDS } from './etcd-settings';
import type { Rule } from './rule';

const STATIC_POD = 'the kubelet starts etcd from a file, whatever a policy says';

/** Rules to which a policy would add nothing, and why. */
export const IDLE_RULES: { readonly [rule: string]: string } = {
  'api-not-removed': 'the API server turns every object into a version that it serves before a policy sees it',
  ...Object.fromEntries(CATALOG.filter(({ kinds }) => kinds === ETCD_KINDS).map(({ id }) => [id, STATIC_POD])),
  'namespace-not-default': 'guardrails stand around namespaces of the app alone',
  'selector-matches-template': 'the API server itself refuses such a workload',
};

/** Rules of which a policy can be made: those of the catalog, and one about what no manifest holds. */
export const POLICY_RULES: readonly Rule[] = [...CATALOG.filter(({ id }) => !Object.hasOwn(IDLE_RULES, id)), controllerRevisionUnwritten];
