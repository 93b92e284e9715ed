import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { fingerprint, ReportedFinding } from './reported-finding';
import { withoutCredentials } from '../kube/credential';
import { siteOf } from '../policy/call-site';
import type { Finding } from '../policy/finding';
import { ownerOf } from '../policy/owner';
import { Severity } from '../policy/rule';
import { FindingStatus, SettledFinding } from '../policy/verdict';

/** A finding of an app as its reports show it. */
export interface AppFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly status: FindingStatus;
  /** What is wrong, and what to do. */
  readonly message: string;
  /** Path of the construct that the program made. */
  readonly construct: string;
  /** The line of the program that made it, such as `src/shop.ts:12`, where it is known. */
  readonly at?: string;
  /** `Deployment shop/web`. */
  readonly object?: string;
  readonly field?: string;
  /** The prop of the construct by which the field is changed. */
  readonly prop?: string;
  readonly container?: string;
  /** The reason of the waiver that gives leave. */
  readonly reason?: string;
  readonly fingerprint: string;
}

/** Lines of a program, each looked up once. */
export class CallSites {
  private readonly known = new Map<IConstruct, string | undefined>();

  public of(construct: IConstruct): string | undefined {
    if (!this.known.has(construct)) { this.known.set(construct, siteOf(construct)); }
    return this.known.get(construct);
  }
}

export function appFinding(finding: SettledFinding, sites: CallSites): AppFinding {
  const { rule, severity, status, message, construct, object, field, prop, container, waiver } = finding;
  const owner = ownerOf(construct);
  const optional = { at: sites.of(owner), object, field, prop, container, reason: waiver?.reason };
  const texts = Object.entries(optional).flatMap(([key, text]) => text === undefined ? [] : [[key, withoutCredentials(text)]]);
  return {
    rule,
    severity,
    status,
    message: withoutCredentials(message),
    construct: withoutCredentials(owner.node.path),
    ...Object.fromEntries(texts),
    fingerprint: fingerprint(reportedOf(finding)),
  };
}

/**
 * A finding as the baseline names it: the same as that of the audit command where it is about one object. One that is about none is
 * known by its construct.
 */
export function reportedOf(finding: Finding): ReportedFinding {
  const { rule: id, field, container } = finding;
  return { rule: { id }, object: objectOf(finding), field, container } as ReportedFinding;
}

function objectOf({ construct, object }: Finding): ReportedFinding['object'] {
  if (object === undefined || !ApiObject.isApiObject(construct)) { return { apiVersion: '', kind: 'Construct', name: ownerOf(construct).node.path }; }
  const { apiVersion, kind, name, metadata: { namespace } } = construct as ApiObject;
  return { apiVersion, kind, name, ...(namespace === undefined ? {} : { namespace }) };
}

/** What counts first. */
export function byWeight<T extends Pick<AppFinding, 'status' | 'severity'>>(findings: readonly T[]): T[] {
  const weight = ({ status, severity }: T) => (status === FindingStatus.KNOWN ? 2 : 0) + (severity === Severity.ERROR ? 0 : 1);
  return [...findings].sort((a, b) => weight(a) - weight(b));
}
