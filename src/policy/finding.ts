import type { IConstruct } from 'constructs';
import { ownerOf } from './owner';

/** One departure from one rule, at one object. */
export interface Finding {
  /** Name of the rule, stable for ever. */
  readonly rule: string;
  /** The construct that made the object. */
  readonly construct: IConstruct;
  /** What is wrong, and what to do about it. */
  readonly message: string;
}

/** A finding as one line of an error. */
export function findingLine(finding: Finding): string {
  return `[${ownerOf(finding.construct).node.path}] ${finding.rule}: ${finding.message}`;
}
