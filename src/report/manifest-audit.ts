import type { MoreRules } from './more-rules';
import { PolicyFindings } from './policy-findings';
import { isExcusable, JudgedFinding, ObjectName, Place, ReportedFinding, Status } from './reported-finding';
import { judgedRules, ReportedRule } from './reported-rule';
import { WaiverAnnotations } from './waiver-annotations';
import { withoutCredentials } from '../kube/credential';
import { objectAt } from '../kube/pod';
import type { JsonObject } from '../kube/pod';
import { PodSecurityLevel } from '../kube/pod-security-level';
import { IDENTITY_RULES } from '../policy/identity-rules';
import { KEY_MATERIAL_FIX, keyMaterialInObject } from '../policy/key-material-audit';
import { enforcedBy } from '../policy/namespace-levels';
import { Rule, Severity } from '../policy/rule';
import { Departure, RuleJudge } from '../policy/rule-judge';
import { SetJudge } from '../policy/set-judge';

const KEY_MATERIAL = IDENTITY_RULES.find(({ id }) => id === 'key-material-absent')!;

/** No name of Kubernetes is longer. */
const LONGEST_NAME = 253;

/** What is found, before all namespaces have been seen. */
type Draft = { -readonly [field in keyof JudgedFinding]: JudgedFinding[field] };

/** What is kept of an object. */
interface Seen {
  readonly place: Place;
  readonly object: ObjectName;
  /** Where it gives reasons. */
  readonly waivers?: WaiverAnnotations;
  readonly drafts: Draft[];
}

/** Judges manifests that nobody wrote with this library, one by one, by the rules of the catalog, and then all of them together. */
export class ManifestAudit {
  private readonly judges: readonly RuleJudge[];
  private readonly policies?: PolicyFindings;
  private readonly setJudge: SetJudge;
  private readonly restricted = new Set<string>();
  private readonly seen: Seen[] = [];
  /** What is to be said of policies themselves, once everything was judged. */
  public notes: readonly string[] = [];
  /** A large input has the same few words a million times. */
  private readonly words = new Map<string, string>();

  /**
   * @param minor the minor version of the cluster
   * @param today the day on which waivers are judged, as days since 1970
   * @param more what somebody brings beside the catalog
   */
  constructor(private readonly minor: number, private readonly today: number, private readonly more: MoreRules = { own: [] }) {
    const own = more.own.filter(({ severity }) => severity !== Severity.OFF);
    this.judges = [RuleJudge.for(minor), ...(own.length > 0 ? [new RuleJudge(own, minor)] : [])];
    this.setJudge = new SetJudge(minor);
    this.policies = more.policies && new PolicyFindings(more.policies);
  }

  /** By which it judges. */
  public get rules(): readonly ReportedRule[] {
    return judgedRules(this.minor, this.more.own, [KEY_MATERIAL, ...this.policies?.rules ?? []]);
  }

  /** How many objects it has seen. */
  public get objects(): number {
    return this.seen.length;
  }

  public see(json: JsonObject, place: Place): void {
    const enforced = enforcedBy(json);
    if (enforced?.level === PodSecurityLevel.RESTRICTED) { this.restricted.add(enforced.namespace); }
    const { name, namespace } = objectAt(json, ['metadata']);
    const object: ObjectName = {
      apiVersion: this.word(json.apiVersion),
      kind: this.word(json.kind),
      ...(namespace ? { namespace: this.word(namespace) } : {}),
      name: printable(name),
    };
    const seen: Seen = { place, object, waivers: WaiverAnnotations.of(json, this.today), drafts: [] };
    for (const departure of this.judges.flatMap(judge => judge.judge(json))) {
      this.add(seen, departure.rule, departure.rule.severity, sentenceOf(departure), departure);
    }
    for (const { what, where } of keyMaterialInObject(json)) {
      this.add(seen, KEY_MATERIAL, KEY_MATERIAL.severity, { problem: `holds a ${what}`, fix: KEY_MATERIAL_FIX }, { field: where });
    }
    this.policies?.see(this.seen.length, json);
    this.seen.push(seen);
    this.setJudge.see(json);
  }

  /** What was found, in the order of the input. How much some of it matters is only known when everything has been seen. */
  public conclude(statusOf: (finding: ReportedFinding) => Status): JudgedFinding[] {
    for (const departure of this.setJudge.conclude()) {
      this.add(this.seen[departure.index], departure.rule, departure.severity, parted(departure.message), departure);
    }
    const { found, notes } = this.policies?.conclude() ?? { found: [], notes: [] };
    for (const { index, rule, severity, problem, fix, field } of found) { this.add(this.seen[index], rule, severity, { problem, fix }, { field }); }
    this.notes = notes;
    const findings: Draft[] = [];
    for (const { drafts, object } of this.seen) {
      for (const draft of drafts) {
        draft.severity = this.severityIn(object.namespace, draft);
        draft.status = isExcusable(draft) ? statusOf(draft) : Status.OPEN;
        findings.push(draft);
      }
    }
    return findings;
  }

  private add(
    { place, object, waivers, drafts }: Seen, rule: ReportedRule, severity: Severity, { problem, fix }: { problem: string; fix: string },
    { field, container }: { readonly field?: string; readonly container?: string },
  ): void {
    drafts.push({
      rule,
      severity,
      status: Status.OPEN,
      place,
      object,
      container: container ? this.word(container) : undefined,
      field: field ? this.word(field) : undefined,
      problem,
      fix,
      waiver: isExcusable({ rule }) ? waivers?.reasonFor(rule.id, container) : undefined,
    });
  }

  /**
   * The restricted level is demanded where it is enforced, and wished for elsewhere. A label of a lower one excuses nothing here: whoever
   * wrote the pods may have written the namespace too.
   */
  private severityIn(namespace: string | undefined, { rule, severity }: ReportedFinding): Severity {
    const isDemanded = (rule as Pick<Rule, 'level'>).level !== 'restricted' || this.restricted.has(namespace ?? '');
    return isDemanded ? severity : Severity.WARNING;
  }

  private word(value: unknown): string {
    const text = printable(value);
    const known = this.words.get(text);
    if (known !== undefined) { return known; }
    this.words.set(text, text);
    return text;
  }
}

/** Why an expression could not be evaluated is not told: the reason can quote the manifest. */
function sentenceOf({ rule, fault }: Departure): { problem: string; fix: string } {
  const { problem, fix } = parted(rule.message);
  return { problem: fault === undefined ? problem : 'cannot be judged, since the manifest has another shape than Kubernetes takes', fix };
}

const PARTED = new Map<string, { readonly problem: string; readonly fix: string }>();

/** What is wrong, and what to do. */
function parted(message: string): { readonly problem: string; readonly fix: string } {
  let parts = PARTED.get(message);
  if (!parts) {
    const cut = message.indexOf('; ');
    parts = { problem: message.slice(0, cut), fix: message.slice(cut + 2) };
    PARTED.set(message, parts);
  }
  return parts;
}

/** Names come from files of others, and can be anything. */
function printable(name: unknown): string {
  if (typeof name !== 'string') { return '?'; }
  const text = withoutCredentials(name);
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text;
}
