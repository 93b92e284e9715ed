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
} as const;

/** Rules about a namespace that it may waive. */
export const NAMESPACE_RULES = {
  podSecurity: 'pod-security-restricted',
} as const;
