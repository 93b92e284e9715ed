import { createHash } from 'crypto';
import type { ReportedRule } from './reported-rule';
import type { Severity } from '../policy/rule';
import { waiverAnnotationKey } from '../policy/waiver-annotation';
import { UNWAIVABLE } from '../policy/waiver-findings';

/** Where an object stands in the input. */
export interface Place {
  /** Relative to the folder of the command, with slashes; the whole path where it lies outside, `stdin` for what was piped in. */
  readonly file: string;
  /** The first line of the document, counted from 1. */
  readonly line: number;
}

/** How an object is called. */
export interface ObjectName {
  readonly apiVersion: string;
  readonly kind: string;
  /** Left out where the object names none. */
  readonly namespace?: string;
  readonly name: string;
}

/** One departure from one rule in one object of the input. It names fields and never shows what stands there. */
export interface ReportedFinding {
  readonly rule: ReportedRule;
  readonly severity: Severity;
  readonly place: Place;
  readonly object: ObjectName;
  /** Name of the container, where it is one. */
  readonly container?: string;
  /** The field at fault, where one can be told. */
  readonly field?: string;
  /** What is wrong. */
  readonly problem: string;
  /** What to do about it. */
  readonly fix: string;
  /** The reason on the object itself, where an annotation of it asks for leave. */
  readonly waiver?: string;
}

/** What a run of the command found, and what it makes of it. */
export interface AuditReport {
  /** Such as `1.36`. */
  readonly kubernetesVersion: string;
  /** How many objects were judged. */
  readonly objects: number;
  /** By which they were judged. */
  readonly rules: readonly ReportedRule[];
  readonly findings: readonly JudgedFinding[];
}

/** What becomes of a finding: only one that is open counts. */
export enum Status {
  OPEN = 'open',
  /** The baseline lists it. */
  KNOWN = 'known',
  /** The object asks for leave, and whoever runs the command grants it. */
  WAIVED = 'waived',
}

export interface JudgedFinding extends ReportedFinding {
  readonly status: Status;
}

/** `Deployment shop/web`. */
export function objectText({ kind, namespace, name }: ObjectName): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

/** `Deployment shop/web, container main`. */
export function whereText({ object, container }: ReportedFinding): string {
  return objectText(object) + (container ? `, container ${container}` : '');
}

/** Whether anybody can give leave, or a baseline list it. */
export function isExcusable({ rule }: Pick<ReportedFinding, 'rule'>): boolean {
  return !UNWAIVABLE.has(rule.id);
}

/** The annotation by which the object can ask for leave. */
export function annotationFor({ rule, container }: Pick<ReportedFinding, 'rule' | 'container'>): string {
  return waiverAnnotationKey(rule.id, container);
}

/**
 * What makes a finding the same one tomorrow. The version of the API, the file and the line may change, and so may the place of a container
 * in its list, which has a name.
 */
export function identityOfFinding({ rule, object, container, field }: ReportedFinding): readonly string[] {
  const { apiVersion, kind, namespace, name } = object;
  const group = apiVersion.slice(0, Math.max(apiVersion.indexOf('/'), 0));
  return [rule.id, group, kind, namespace ?? '', name, container ?? '', stableField(field, container)];
}

/** The identity as 64 digits. */
export function fingerprint(finding: ReportedFinding): string {
  return createHash('sha256').update(JSON.stringify(identityOfFinding(finding))).digest('hex');
}

function stableField(field: string | undefined, container: string | undefined): string {
  return (field ?? '').replace(/(^|\.)(containers|initContainers|ephemeralContainers)\[\d+\]/, (all, dot, list) => container ? `${dot}${list}[]` : all);
}
