import { createHash } from 'crypto';
import type { Waiver } from './waiver';

/** Prefixes of the annotations that carry a reason, and what is on record beside it. Each has its own, since a container may bear any name. */
export const REASON = 'waiver.cdk8s-hardened/';
export const RECORDS = {
  owner: 'waiver-owner.cdk8s-hardened/',
  ticket: 'waiver-ticket.cdk8s-hardened/',
  approvedBy: 'waiver-approved-by.cdk8s-hardened/',
  expires: 'waiver-expires.cdk8s-hardened/',
} as const;

const LONGEST_NAME = 63;

/** What stands in the manifest of an object that departs from a rule, for reviewers and for whoever meets the object in the cluster. */
export function waiverAnnotations(waivers: readonly Waiver[]): Record<string, string> {
  const annotations: Record<string, string> = {};
  for (const waiver of waivers) {
    const name = nameFor(waiver.rule, waiver.container);
    annotations[REASON + name] = waiver.reason;
    for (const [field, prefix] of Object.entries(RECORDS)) {
      const value = waiver[field as keyof typeof RECORDS];
      if (value !== undefined) { annotations[prefix + name] = value; }
    }
  }
  return annotations;
}

/** The key under which the reason for a departure stands. */
export function waiverAnnotationKey(rule: string, container?: string): string {
  return REASON + nameFor(rule, container);
}

/** The name part of an annotation's key has 63 characters; a longer one is cut, and told apart by a digest of the whole. */
function nameFor(rule: string, container: string | undefined): string {
  const name = container === undefined ? rule : `${rule}.${container}`;
  if (name.length <= LONGEST_NAME) { return name; }
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, LONGEST_NAME - digest.length - 1)}-${digest}`;
}
