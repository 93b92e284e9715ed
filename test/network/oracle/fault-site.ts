import { mayGrant, Witness } from './witness';

/** What can go wrong in a policy. */
export const FAULT_KINDS = [
  'drop rule', 'drop peers', 'drop peer', 'drop ports', 'drop port',
  'remove namespaceSelector', 'empty namespaceSelector', 'remove podSelector', 'empty podSelector', 'split peer',
  'change port', 'change protocol', 'add endPort', 'widen cidr', 'drop except',
  'remove policyType', 'drop policy', 'change podSelector of policy', 'empty podSelector of policy',
] as const;

export type FaultKind = typeof FAULT_KINDS[number];

/** One change that could be made to one policy. */
export interface Site {
  readonly kind: FaultKind;
  /** Where, and into what. */
  readonly what: string;
  /** Changes a copy of the policy, and returns what shall stand in its place. */
  readonly change: (copy: any) => readonly any[];
  /** Whether the change surely means something else, given all policies before and after it. */
  readonly differs: (before: readonly any[], after: readonly any[]) => boolean;
}

/** Allowed before by what is taken away; a fault if nothing else may allow it. */
export function loses(witnesses: readonly Witness[]): Site['differs'] {
  return (_, after) => witnesses.some(witness => !mayGrant(after, witness));
}

/** Allowed now by what is put in; a fault if nothing may have allowed it before. */
export function gains(witnesses: readonly Witness[]): Site['differs'] {
  return before => witnesses.some(witness => !mayGrant(before, witness));
}
