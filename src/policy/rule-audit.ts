import type { IConstruct } from 'constructs';
import { runOf } from './audit';
import type { AuditRun } from './audit';
import type { Finding } from './finding';
import type { Manifest } from './manifest';
import { enforcedBy } from './namespace-levels';
import type { NamespaceLevels } from './namespace-levels';
import { Rule, Severity } from './rule';
import { ruleFinding } from './rule-finding';
import { RuleJudge } from './rule-judge';
import { setAudit } from './set-audit';
import { PodSecurityLevel } from '../kube/pod-security-level';

/** A departure whose weight depends on what its namespace enforces, which a later object may say. */
interface Draft {
  readonly construct: IConstruct;
  readonly finding: Finding;
  readonly rule: Rule;
  readonly namespace: string;
}

/** What the app says of itself beside its manifests. */
export interface RuleAuditContext {
  /** The minor version of the cluster. */
  readonly minor: number;
  readonly levels: NamespaceLevels;
  /** Rules that the app itself brings. */
  readonly own?: readonly Rule[];
}

/** Judges every object by the rules of the catalog, as the cluster would have it, and all of them together by those about several. */
export function ruleAudit(context: RuleAuditContext): AuditRun {
  return runOf([() => objectAudit(context), () => setAudit(context.minor)]);
}

function objectAudit({ minor, levels: known, own = [] }: RuleAuditContext): AuditRun {
  const judged = own.filter(({ severity }) => severity !== Severity.OFF);
  const judges = [RuleJudge.for(minor), ...(judged.length > 0 ? [new RuleJudge(judged, minor)] : [])];
  const seen = new Map<string, PodSecurityLevel>();
  const drafts: Draft[] = [];
  return {
    see: ({ construct, json }: Manifest) => {
      const enforced = enforcedBy(json);
      if (enforced) { seen.set(enforced.namespace, enforced.level); }
      for (const departure of judges.flatMap(judge => judge.judge(json))) {
        const namespace = String(json?.metadata?.namespace);
        drafts.push({ construct, finding: ruleFinding(construct, json, departure), rule: departure.rule, namespace });
      }
    },
    conclude: () => drafts.flatMap(({ finding, rule, namespace }) => {
      const severity = severityIn(seen.get(namespace) ?? known.get(namespace), rule);
      return severity === Severity.OFF ? [] : [{ ...finding, severity }];
    }),
  };
}

/**
 * How much a departure matters in a namespace. The restricted level is demanded where it is enforced, and only wished for where nobody
 * knows; a namespace that enforces less has been given leave to, with a reason.
 */
export function severityIn(level: PodSecurityLevel | undefined, rule: Pick<Rule, 'level' | 'severity'>): Severity {
  if (rule.level === undefined) { return rule.severity; }
  if (rule.level === 'baseline') { return level === PodSecurityLevel.PRIVILEGED ? Severity.OFF : rule.severity; }
  if (level === PodSecurityLevel.RESTRICTED) { return rule.severity; }
  return level === undefined ? Severity.WARNING : Severity.OFF;
}
