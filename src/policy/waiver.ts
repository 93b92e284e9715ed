import { createHash } from 'crypto';
import { CHECKS_OF_RULES } from './scanner-checks';
import type { Departure } from './scanner-exemptions';
import { Problem, sentence } from '../kube/problem';
import { checkList } from '../kube/shape';

/**
 * Leave to depart from one rule, with the reason on record.
 */
export interface Waiver {
  /**
   * Id of the rule, such as `read-only-root-filesystem`.
   */
  readonly rule: string;

  /**
   * Why this workload cannot keep the rule.
   *
   * It is written into the manifest, where everyone who meets the object can read it, and for
   * scanners that read annotations: there on one line, at most 250 characters of it, with `:` for `=`.
   */
  readonly reason: string;

  /**
   * Name of the one container that departs from the rule.
   *
   * @default - the main container, or the only one that may depart from the rule, or the object as a whole where the rule is about no
   * container
   */
  readonly container?: string;
}

/** Prefix of the annotations that carry the reasons. */
const ANNOTATION = 'waiver.cdk8s-hardened/';

const LONGEST_NAME = 63;

/** All annotations of an object together have 256 KiB, and kubectl keeps a second copy of them there. */
const LONGEST_REASON = 8192;

/** What may be waived at one construct. */
export interface Waivable {
  /** Rules about the object as a whole. */
  readonly object: readonly string[];
  /** Rules about one container, with the containers that may depart from them. */
  readonly containers: Readonly<Record<string, readonly string[]>>;
  /** The container that is meant where none is named. */
  readonly main?: string;
}

/** The waivers of one construct, asked rule by rule while it builds its manifest. */
export class Waivers {
  private readonly waivers: readonly Waiver[];

  constructor(waivers: readonly Waiver[], waivable: Waivable) {
    const given = checkList('waivers', waivers);
    throwIf(given.flatMap(waiver => problemsOf(waiver, waivable)));
    this.waivers = given.map(waiver => ({ rule: waiver.rule, reason: waiver.reason.trim(), container: containerOf(waiver, waivable) }));
    throwIf(this.waivers.filter((waiver, i) => this.waivers.findIndex(other => sameRule(other, waiver)) !== i).map(({ rule, container }) => ({
      what: `waiver of "${rule}"${container === undefined ? '' : ` for "${container}"`} is given twice`,
      expected: 'one waiver',
      todo: 'join the two reasons',
    })));
  }

  /** Each of them, with the container that is meant. */
  public get list(): readonly Waiver[] {
    return this.waivers;
  }

  /** Whether a rule is waived: for the object as a whole, or for one container. */
  public has(rule: string, container?: string): boolean {
    return this.waivers.some(w => w.rule === rule && w.container === container);
  }

  /** Whether a rule is waived for any container. */
  public hasAny(rule: string): boolean {
    return this.waivers.some(w => w.rule === rule);
  }

  /** What scanners would report of what is waived, with the reasons. */
  public get departures(): Departure[] {
    return this.waivers.flatMap(({ rule, reason }) => Object.hasOwn(CHECKS_OF_RULES, rule) ? [{ checks: CHECKS_OF_RULES[rule], reason }] : []);
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

function throwIf(problems: readonly Problem[]): void {
  if (problems.length > 0) { throw new Error(problems.map(sentence).join('\n')); }
}

function sameRule(a: Waiver, b: Waiver): boolean {
  return a.rule === b.rule && a.container === b.container;
}

function containerOf(waiver: Waiver, { containers, main }: Waivable): string | undefined {
  const allowed = containers[waiver.rule] ?? [];
  if (waiver.container !== undefined) { return waiver.container; }
  return allowed.find(name => name === main) ?? (allowed.length === 1 ? allowed[0] : undefined);
}

function problemsOf(waiver: Waiver, waivable: Waivable): Problem[] {
  const { object, containers } = waivable;
  const rules = [...object, ...Object.keys(containers)].sort();
  if (!rules.includes(waiver?.rule)) {
    return [{
      what: 'waiver names no rule that can be waived here', got: waiver?.rule ?? waiver, expected: `one of ${rules.join(', ')}`, todo: 'correct the id',
    }];
  }
  return [...problemsOfReason(waiver), ...problemsOfContainer(waiver, waivable)];
}

function problemsOfReason({ rule, reason }: Waiver): Problem[] {
  if (typeof reason !== 'string' || reason.trim() === '') {
    return [{ what: `waiver of "${rule}" gives no reason`, got: reason, expected: 'a sentence', todo: 'say why the rule cannot be kept' }];
  }
  return Buffer.byteLength(reason) > LONGEST_REASON ? [{
    what: `reason of the waiver of "${rule}" is too long for an annotation`,
    got: `${Buffer.byteLength(reason)} bytes`,
    expected: `at most ${LONGEST_REASON}`,
    todo: 'say it in short, and link to the rest',
  }] : [];
}

function problemsOfContainer(waiver: Waiver, waivable: Waivable): Problem[] {
  const { rule, container } = waiver;
  const allowed = waivable.containers[rule];
  const meant = containerOf(waiver, waivable);
  if (allowed === undefined ? meant === undefined : allowed.includes(meant!)) { return []; }
  return [{
    what: `waiver of "${rule}" names no container that may depart from it`,
    got: container,
    expected: allowed !== undefined && allowed.length > 0 ? `one of ${allowed.join(', ')}` : 'none: no container here may depart from it',
    todo: 'correct or remove it',
  }];
}
