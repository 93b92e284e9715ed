/** Rules about one container that a workload may waive. */
export const CONTAINER_RULES = {
  readOnlyRoot: 'read-only-root-filesystem',
  cpuLimit: 'cpu-limit-set',
  probes: 'probes-set',
  imageTag: 'image-tag-fixed',
  nonRoot: 'run-as-non-root',
} as const;

/** Rules about a workload's flows that it may waive. */
export const FLOW_RULES = {
  metadataAddress: 'metadata-address-closed',
  meshStrict: 'mesh-mtls-strict',
} as const;

/** Rules about a namespace that it may waive. */
export const NAMESPACE_RULES = {
  podSecurity: 'pod-security-restricted',
} as const;

/** What cannot be kept either by what departs from a rule. */
const IMPLIED: Readonly<Record<string, readonly string[] | undefined>> = {
  [CONTAINER_RULES.nonRoot]: ['run-as-user-not-zero'],
};

/** Rules that a waiver of a rule is for too. */
export function impliedBy(rule: string): readonly string[] {
  return Object.hasOwn(IMPLIED, rule) ? IMPLIED[rule]! : [];
}

/** The rules of which a waiver lifts a rule: itself first. */
export function waivableBy(rule: string): readonly string[] {
  return [rule, ...Object.keys(IMPLIED).filter(other => impliedBy(other).includes(rule))];
}
