import { ApiObject } from 'cdk8s';
import { breakGlassReason, isLiftable } from './break-glass';
import type { Finding } from './finding';
import type { NamespaceLevels } from './namespace-levels';
import { propOf, propText } from './prop-of-field';
import { Severity } from './rule';
import type { Waiver } from './waiver';
import { UNWAIVABLE } from './waiver-findings';
import type { WaiverLedger } from './waiver-ledger';
import { PodSecurityLevel } from '../kube/pod-security-level';
import { sentence } from '../kube/problem';

/**
 * What becomes of a finding. Only one that is open counts.
 */
export enum FindingStatus {
  /**
   * Nothing excuses it.
   */
  OPEN = 'open',

  /**
   * The baseline lists it.
   */
  KNOWN = 'known',

  /**
   * A waiver gives leave, with its reason.
   */
  WAIVED = 'waived',

  /**
   * Somebody lets this one synthesis pass, in an emergency.
   */
  LIFTED = 'lifted',
}

/** A finding, and what becomes of it. */
export interface SettledFinding extends Finding {
  readonly severity: Severity;
  readonly status: FindingStatus;
  /** The waiver that gives leave. */
  readonly waiver?: Waiver;
}

/** The findings that a baseline lists, and what is found about the baseline itself. */
export interface KnownFindings {
  readonly known: ReadonlySet<Finding>;
  readonly findings: readonly Finding[];
}

const NOTHING_KNOWN: KnownFindings = { known: new Set(), findings: [] };

/** What a verdict is made from, beside what was found. */
export interface VerdictContext {
  readonly waivers: WaiverLedger;
  readonly levels: NamespaceLevels;
  /** What is wrong with the waivers themselves; asked for when all that is found has been held against them. */
  readonly aboutWaivers: () => readonly Finding[];
  /** Left out where there is no baseline. */
  readonly baseline?: (findings: readonly Finding[]) => KnownFindings;
}

/** The judgement of a whole app. */
export interface Verdict {
  readonly findings: readonly SettledFinding[];
  /** Why this one synthesis may pass, where somebody broke the glass. */
  readonly breakGlass?: string;
}

/** Holds what was found against the waivers, the baseline, and what the environment says of an emergency, in this order. */
export function settle(found: readonly Finding[], { waivers, levels, aboutWaivers, baseline }: VerdictContext): Verdict {
  const breakGlass = breakGlassReason();
  const waived: SettledFinding[] = [];
  const open: Finding[] = [];
  for (const finding of found.filter(each => severityOf(each) !== Severity.OFF).map(withProp)) {
    const waiver = UNWAIVABLE.has(finding.rule) ? undefined : waivers.find(finding.construct, finding.rule, finding.container);
    if (waiver) {
      waived.push({ ...finding, severity: severityOf(finding), status: FindingStatus.WAIVED, waiver });
    } else {
      open.push(finding);
    }
  }
  // What a baseline lists is kept until it is mended. Two objects of one name are broken output, and no debt.
  const { known, findings: aboutBaseline } = baseline?.(open.filter(({ rule }) => !UNWAIVABLE.has(rule))) ?? NOTHING_KNOWN;
  const rest = [...open, ...refusedByNamespace(waived, levels), ...aboutWaivers(), ...aboutBaseline].map(finding => {
    const severity = severityOf(finding);
    const isLifted = breakGlass !== undefined && severity === Severity.ERROR && isLiftable(finding.rule);
    const status = known.has(finding) ? FindingStatus.KNOWN : isLifted ? FindingStatus.LIFTED : FindingStatus.OPEN;
    return { ...finding, severity, status };
  });
  return { findings: [...rest, ...waived], ...(breakGlass === undefined ? {} : { breakGlass }) };
}

/** The same with the prop by which the program changes the field: whoever reads a finding sees the program, and not the manifest. */
function withProp(finding: Finding): Finding {
  const { construct, field, message, prop: told } = finding;
  const prop = field === undefined || told !== undefined ? undefined : propOf(construct, field);
  return prop === undefined ? finding : { ...finding, prop, message: `${message}; in the program: ${propText(construct, [prop])}` };
}

/** What ends the synthesis. */
export function failures({ findings }: Verdict): readonly SettledFinding[] {
  return findings.filter(({ severity, status }) => severity === Severity.ERROR && status === FindingStatus.OPEN);
}

function severityOf({ severity = Severity.ERROR }: Finding): Severity {
  return severity;
}

/** Admission by namespace knows no waivers: it would refuse the pods all the same, and only an event on a ReplicaSet would tell. */
function refusedByNamespace(waived: readonly SettledFinding[], levels: NamespaceLevels): Finding[] {
  const refused = waived.flatMap(finding => {
    const { construct, container, rule } = finding;
    const namespace = ApiObject.isApiObject(construct) ? (construct as ApiObject).metadata.namespace : undefined;
    const enforced = namespace === undefined ? undefined : levels.get(namespace);
    if (enforced === undefined || !isDemanded(levelOf(rule), enforced)) { return []; }
    const lower = levelOf(rule) === 'baseline' ? 'PRIVILEGED' : 'BASELINE';
    return [{
      rule: 'namespace-admits-waived',
      construct,
      severity: Severity.ERROR,
      message: sentence({
        what: `namespace "${namespace}" would refuse the pods of ${finding.object ?? construct.node.path}`,
        got: `a waiver of ${rule}`,
        expected: `none, since it enforces the ${enforced} level`,
        todo: `put the workload into a namespace of its own, a SecureNamespace with level PodSecurityLevel.${lower} and a waiver of pod-security-restricted`,
      }),
      ...(finding.object === undefined ? {} : { object: finding.object }),
      ...(container === undefined ? {} : { container }),
    }];
  });
  return refused;
}

function isDemanded(level: 'baseline' | 'restricted' | undefined, enforced: PodSecurityLevel): boolean {
  return level !== undefined && (enforced === PodSecurityLevel.RESTRICTED || (enforced === PodSecurityLevel.BASELINE && level === 'baseline'));
}

function levelOf(rule: string): 'baseline' | 'restricted' | undefined {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('./catalog') as typeof import('./catalog')).ruleOf(rule)?.level;
}
