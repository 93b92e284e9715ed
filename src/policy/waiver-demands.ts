import type { WaiverDemands } from './audit-settings';
import type { Waiver } from './waiver';
import type { Approval } from './waiver-approvals';

/** What a waiver does not say of all that it must: what its approval says counts too, where a person could say it there. */
export function missingIn({ owner, ticket, approvedBy, expires }: Waiver, approval: Approval | undefined, demands: WaiverDemands): string[] {
  const said = { owner, ticket, approvedBy: approvedBy ?? approval?.approvedBy, expires: expires ?? approval?.expires };
  return (Object.keys(said) as (keyof typeof said)[]).filter(field => demands[field] === true && said[field] === undefined);
}
