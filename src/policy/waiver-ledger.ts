import type { IConstruct } from 'constructs';
import { CONTAINER_RULES } from './waivable-rules';

/** A waiver as it was given: for everything that a construct makes, or below it. */
export interface GivenWaiver {
  readonly rule: string;
  readonly reason: string;
  /** Left out where it is for every container, or about none. */
  readonly container?: string;
}

/** What a container that departs from a rule cannot keep either. */
const IMPLIED_RULES: Readonly<Record<string, readonly string[] | undefined>> = {
  [CONTAINER_RULES.nonRoot]: ['run-as-user-not-zero'],
};

interface Entry {
  readonly waiver: GivenWaiver;
  isUsed: boolean;
}

/** Every waiver of an app, by the construct at which it was given. */
export class WaiverLedger {
  private readonly given = new Map<IConstruct, Entry[]>();

  /** Whoever waives a rule waives what cannot be kept without it. */
  public add(construct: IConstruct, waivers: readonly GivenWaiver[]): void {
    if (waivers.length === 0) { return; }
    const all = waivers.flatMap(waiver => [waiver, ...(IMPLIED_RULES[waiver.rule] ?? []).map(rule => ({ ...waiver, rule }))]);
    this.given.set(construct, [...this.given.get(construct) ?? [], ...all.map(waiver => ({ waiver, isUsed: false }))]);
  }

  /** The waiver that lets a construct depart from a rule: its own, or that of a construct above it. It counts as used from then on. */
  public find(construct: IConstruct, rule: string, container?: string): GivenWaiver | undefined {
    if (this.given.size === 0) { return undefined; }
    for (let scope: IConstruct | undefined = construct; scope; scope = scope.node.scope) {
      const entry = this.given.get(scope)?.find(({ waiver }) => (
        waiver.rule === rule && (waiver.container === undefined || waiver.container === container)
      ));
      if (entry) {
        entry.isUsed = true;
        return entry.waiver;
      }
    }
    return undefined;
  }

  /** Every waiver that counts for a construct: its own, and those of constructs above it. */
  public allFor(construct: IConstruct): readonly GivenWaiver[] {
    if (this.given.size === 0) { return []; }
    return construct.node.scopes.flatMap(scope => this.given.get(scope) ?? []).map(({ waiver }) => waiver);
  }

  /** Waivers of these rules that nothing needed so far. */
  public unused(rules: ReadonlySet<string>): { readonly construct: IConstruct; readonly waiver: GivenWaiver }[] {
    return [...this.given].flatMap(([construct, entries]) => (
      entries.filter(({ waiver, isUsed }) => !isUsed && rules.has(waiver.rule)).map(({ waiver }) => ({ construct, waiver }))
    ));
  }
}
