import type { IConstruct } from 'constructs';
import { ownerOf } from './owner';
import { Severity } from './rule';

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
  /** Name of the container, where it is one. */
  readonly container?: string;
}

/** Whether a finding ends the synthesis. */
export function isError({ severity = Severity.ERROR }: Finding): boolean {
  return severity === Severity.ERROR;
}

/** A finding as one line of an error. */
export function findingLine(finding: Finding): string {
  return `[${ownerOf(finding.construct).node.path}] ${finding.rule}: ${finding.message}`;
}
