import type { DescribedRule } from './described-rule';
import { Severity } from './rule';
import { WAIVER_RULES } from './waiver-findings';

/** Rules about the departures from rules. */
export const DEPARTURE_RULES: readonly DescribedRule[] = [
  {
    id: 'baseline-current',
    title: 'The baseline lists nothing that is mended',
    why: 'What is listed and no longer found could come back, and nobody would be told',
    severity: Severity.WARNING,
    message: 'baseline lists findings that are not there; write it anew',
    controls: {},
  },
  {
    id: 'namespace-admits-waived',
    title: 'The namespace of a waived pod admits it',
    why: 'The level that a namespace enforces knows no waivers: the pods would be refused, and only an event on a ReplicaSet would tell',
    severity: Severity.ERROR,
    message: 'namespace would refuse the pods that a waiver allows; put the workload into a namespace of its own, of a lower level',
    controls: {},
  },
  {
    id: WAIVER_RULES.approvalUsed,
    title: 'An approval is for a waiver of the app',
    why: 'An approval that nothing uses waits for a departure that nobody has looked at',
    severity: Severity.WARNING,
    message: 'file of approvals lists what no waiver asks for; have it removed, or corrected',
    controls: {},
  },
  {
    id: WAIVER_RULES.approved,
    title: 'A waiver is approved, where the app asks for approval',
    why: 'Whoever writes the manifests could else give themselves leave from every rule',
    severity: Severity.ERROR,
    message: 'waiver is not in the file of approvals, or names another approver; have it added by those who guard the file',
    controls: {},
  },
  {
    id: WAIVER_RULES.complete,
    title: 'A waiver says all that the app demands of waivers',
    why: 'A departure without an owner, a ticket or an end is one that nobody will ever look at again',
    severity: Severity.ERROR,
    message: 'waiver lacks something that the app demands; add the owner, the ticket, the approver or the end that the finding names',
    controls: {},
  },
  {
    id: WAIVER_RULES.current,
    title: 'A waiver has not run out',
    why: 'What was right for some time goes on to be allowed for ever; from 30 days before the end until some days after it this is a warning',
    severity: Severity.ERROR,
    message: 'waiver has run out, or soon will; keep the rule and remove the waiver, or have its end moved',
    controls: {},
  },
  {
    id: WAIVER_RULES.known,
    title: 'A waiver names a rule that it can be for',
    why: 'A waiver of a rule that nobody knows lifts nothing, and whoever wrote it believes that it does',
    severity: Severity.ERROR,
    message: 'waiver names a rule that is unknown, or that nobody can be given leave from; correct the id, or mend what is found',
    controls: {},
  },
  {
    id: WAIVER_RULES.used,
    title: 'A waiver is for something that departs from its rule',
    why: 'An unused waiver waits for a departure that nobody has looked at',
    severity: Severity.WARNING,
    message: 'waiver is for something that keeps the rule; remove the waiver',
    controls: {},
  },
];
