import { createHash } from 'crypto';
import { refuse, sentence } from '../kube/problem';

/**
 * Leave to depart from one rule, with the reason on record.
 */
export interface Waiver {
  /**
   * Id of the rule, such as `read-only-root-filesystem`.
   */
  readonly rule: string;

  /**
   * Why this workload cannot keep the rule. It is written into the manifest, where everyone who meets the object can read it.
   */
  readonly reason: string;

  /**
   * Name of the one container that departs from the rule.
   *
   * @default - the main container, or the object as a whole where the rule is about no container
   */
  readonly container?: string;
}

/** Prefix of the annotations that carry the reasons. */
const ANNOTATION = 'waiver.cdk8s-hardened/';

const LONGEST_NAME = 63;

/** What may be waived at one construct. */
export interface Waivable {
  /** Rules about the object as a whole. */
  readonly object: readonly string[];
  /** Rules about one container, with the containers that may depart from them; the first one is meant where none is named. */
  readonly containers: Readonly<Record<string, readonly string[]>>;
}

/** The waivers of one construct, asked rule by rule while it builds its manifest. */
export class Waivers {
  private readonly waivers: readonly Waiver[];

  constructor(waivers: readonly Waiver[], waivable: Waivable) {
    const problems = waivers.flatMap(waiver => problemsOf(waiver, waivable));
    if (problems.length > 0) { throw new Error(problems.join('\n')); }
    this.waivers = waivers.map(({ rule, reason, container }) => ({
      rule, reason: reason.trim(), container: container ?? waivable.containers[rule]?.[0],
    }));
    const twice = this.waivers.find((w, i) => this.waivers.findIndex(o => o.rule === w.rule && o.container === w.container) !== i);
    if (twice) {
      refuse({ what: 'waiver given twice', got: twice.rule, expected: 'one waiver of a rule', todo: 'join the two reasons' });
    }
  }

  /** Whether a rule is waived: for the object as a whole, or for one container. */
  public has(rule: string, container?: string): boolean {
    return this.waivers.some(w => w.rule === rule && w.container === container);
  }

  /** Whether a rule is waived for any container. */
  public hasAny(rule: string): boolean {
    return this.waivers.some(w => w.rule === rule);
  }

  /** For reviewers of the manifest, and for whoever meets the object in the cluster. */
  public toAnnotations(): Record<string, string> {
    return Object.fromEntries(this.waivers.map(w => [annotationOf(w), w.reason]));
  }
}

/** The name part of an annotation's key has 63 characters; a longer one is cut, and told apart by a digest of the whole. */
function annotationOf(waiver: Waiver): string {
  const name = waiver.container === undefined ? waiver.rule : `${waiver.rule}.${waiver.container}`;
  if (name.length <= LONGEST_NAME) { return ANNOTATION + name; }
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${ANNOTATION}${name.slice(0, LONGEST_NAME - digest.length - 1)}-${digest}`;
}

function problemsOf(waiver: Waiver, { object, containers }: Waivable): string[] {
  const problems: string[] = [];
  const rules = [...object, ...Object.keys(containers)].sort();
  if (!rules.includes(waiver.rule)) {
    problems.push(sentence({
      what: 'waiver names no rule that can be waived here', got: waiver.rule, expected: `one of ${rules.join(', ')}`, todo: 'correct the id',
    }));
    return problems;
  }
  if (typeof waiver.reason !== 'string' || waiver.reason.trim() === '') {
    problems.push(sentence({
      what: `waiver of "${waiver.rule}" gives no reason`, got: waiver.reason, expected: 'a sentence', todo: 'say why the rule cannot be kept',
    }));
  }
  const allowed = containers[waiver.rule] ?? [];
  const named = waiver.container !== undefined;
  if (named ? !allowed.includes(waiver.container!) : allowed.length === 0 && !object.includes(waiver.rule)) {
    problems.push(sentence({
      what: `waiver of "${waiver.rule}" names no container that may depart from it`,
      got: waiver.container,
      expected: allowed.length > 0 ? `one of ${allowed.join(', ')}` : 'none: no container here may depart from it',
      todo: 'correct or remove it',
    }));
  }
  return problems;
}
