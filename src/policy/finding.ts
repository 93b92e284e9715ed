import type { IConstruct } from 'constructs';
import { siteOf } from './call-site';
import { ownerOf } from './owner';
import { Severity } from './rule';
import { takesWaivers } from './waivable-at';
import { withoutCredentials } from '../kube/credential';

/** One departure from one rule, at one object. */
export interface Finding {
  /** Name of the rule, stable for ever. */
  readonly rule: string;
  /** The construct that made the object. */
  readonly construct: IConstruct;
  /** What is wrong, and what to do about it. */
  readonly message: string;
  /** An error, where nothing else is said. */
  readonly severity?: Severity;
  /** Kind, namespace and name of the object, where it is one. */
  readonly object?: string;
  /** The field at fault, such as `spec.template.spec.hostNetwork`. */
  readonly field?: string;
  /** The prop of the construct by which the field is changed, such as `sidecars[0].image`. */
  readonly prop?: string;
  /** Name of the container, where it is one. */
  readonly container?: string;
}

/** Whether a finding ends the synthesis. */
export function isError({ severity = Severity.ERROR }: Finding): boolean {
  return severity === Severity.ERROR;
}

/** A finding as one line of an error. Rules of the user's own and names in manifests can bring credentials into it. */
export function findingLine(finding: Finding): string {
  return withoutCredentials(`[${ownerOf(finding.construct).node.path}] ${finding.rule}: ${finding.message}`);
}

/** Below the line of a finding, and deeper than it stands in the error. */
const BELOW = '\n      ';

/**
 * Findings as an error shows them: each in one line, below it the line of the program that made the construct, and once, below the last
 * one that can be waived, how that is done.
 */
export function findingTexts(findings: readonly Finding[], unwaivable: ReadonlySet<string>): string[] {
  // Some findings say themselves how they are waived.
  const waivable = findings.filter(({ rule, message }) => !unwaivable.has(rule) && !message.includes('waive'));
  const last = waivable.at(-1);
  return findings.map(finding => {
    const site = siteOf(ownerOf(finding.construct));
    return [findingLine(finding), ...(site ? [`at ${site}`] : []), ...(finding === last ? [howToWaive(waivable)] : [])].join(BELOW);
  });
}

function howToWaive(waivable: readonly Finding[]): string {
  const [{ rule, container }] = waivable;
  const waiver = waivable.length > 1 ? "{ rule: '…', reason: '…' }" : `{ rule: '${rule}', ${container === undefined ? '' : `container: '${container}', `}reason: '…' }`;
  const where = waivable.every(({ construct }) => takesWaivers(ownerOf(construct))) ? `waivers: [${waiver}]` : `Waivers.of(construct).add(${waiver})`;
  return `what cannot be mended can be waived: ${where}`;
}
