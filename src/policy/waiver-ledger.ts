import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ownerOf } from './owner';
import { impliedBy, waivableBy } from './waivable-rules';
import type { Waiver } from './waiver';

/** A waiver as it was given: for everything that a construct makes, or below it. */
export interface GivenWaiver extends Waiver {
  /** Whether the construct at which it is given does something otherwise by it, so that it is used whatever the audit finds. */
  readonly hasActed?: boolean;
}

/** A waiver, where it was given, and whether anything needed it. */
export interface LedgerEntry {
  readonly construct: IConstruct;
  readonly waiver: GivenWaiver;
  readonly isUsed: boolean;
}

interface Entry {
  readonly waiver: GivenWaiver;
  /** Whether constructs below it are made otherwise, or only found otherwise. */
  readonly governs: boolean;
  hasActed: boolean;
  isFound: boolean;
}

/** Every waiver of an app, by the construct at which it was given. */
export class WaiverLedger {
  private readonly given = new Map<IConstruct, Entry[]>();
  private readonly namespaces = new Map<string, readonly IConstruct[]>();

  /** Adds waivers of what is found at a construct and below it. */
  public add(construct: IConstruct, waivers: readonly GivenWaiver[]): void {
    this.put(construct, waivers, false);
  }

  /** Adds waivers by which what is made below a construct is also made otherwise. */
  public govern(construct: IConstruct, waivers: readonly GivenWaiver[]): void {
    this.put(construct, waivers, true);
  }

  /** Says that a construct stands for a namespace, which may have several, so that what is given there counts for all that names it, wherever it stands. */
  public nameNamespace(namespace: string, construct: IConstruct): void {
    this.namespaces.set(namespace, [...this.namespaces.get(namespace) ?? [], construct]);
  }

  /** Forgets what was given at a construct. */
  public withdraw(construct: IConstruct): void {
    this.given.delete(construct);
  }

  /** Begins an audit: what counts as used from then on is what it needs, or what changed a construct. */
  public begin(): void {
    for (const entries of this.given.values()) {
      for (const entry of entries) { entry.isFound = false; }
    }
  }

  /**
   * The waiver that lets a construct depart from a rule: its own, or that of a construct above it, in the program as in the tree. It
   * counts as used from then on. Whoever waives a rule waives what cannot be kept without it.
   */
  public find(construct: IConstruct, rule: string, container?: string): GivenWaiver | undefined {
    const entry = this.entriesFor(construct).find(({ waiver }) => (
      isFor(waiver, rule) && (waiver.container === undefined || waiver.container === container)
    ));
    if (entry) { entry.isFound = true; }
    return entry?.waiver;
  }

  /** Waivers from above by which a construct is made otherwise; `take` says whether it is, by each. */
  public governing(construct: IConstruct, take: (waiver: Waiver) => boolean): void {
    for (const entry of this.entriesFor(construct)) {
      if (entry.governs && take(entry.waiver)) { entry.hasActed = true; }
    }
  }

  /** Every waiver that counts for a construct, its own and those of constructs above it, with each rule that it is for. */
  public allFor(construct: IConstruct): readonly { readonly waiver: GivenWaiver; readonly rule: string }[] {
    const entries = this.scopesOf(construct).reverse().flatMap(scope => this.given.get(scope)!);
    return entries.flatMap(({ waiver }) => [waiver.rule, ...impliedBy(waiver.rule)].map(rule => ({ waiver, rule })));
  }

  /** Every waiver of the app, in the order in which it was given. */
  public get entries(): readonly LedgerEntry[] {
    return [...this.given].flatMap(([construct, entries]) => (
      entries.map(({ waiver, hasActed, isFound }) => ({ construct, waiver, isUsed: hasActed || isFound }))
    ));
  }

  private put(construct: IConstruct, waivers: readonly GivenWaiver[], governs: boolean): void {
    if (waivers.length === 0) { return; }
    const added = waivers.map(waiver => ({ waiver, governs, hasActed: waiver.hasActed ?? false, isFound: false }));
    this.given.set(construct, [...this.given.get(construct) ?? [], ...added]);
  }

  private entriesFor(construct: IConstruct): Entry[] {
    return this.scopesOf(construct).flatMap(scope => this.given.get(scope)!);
  }

  /** Where something was given, from the nearest on. An object stands apart from its owner in the tree, and both have a say. */
  private scopesOf(construct: IConstruct): IConstruct[] {
    if (this.given.size === 0) { return []; }
    const starts = [ownerOf(construct), construct, ...this.namespacesOf(construct)];
    return [...new Set(starts.flatMap(each => each.node.scopes.reverse()))].filter(scope => this.given.has(scope));
  }

  private namespacesOf(construct: IConstruct): readonly IConstruct[] {
    return ApiObject.isApiObject(construct) ? this.namespaces.get((construct as ApiObject).metadata.namespace ?? '') ?? [] : [];
  }
}

function isFor(waiver: GivenWaiver, rule: string): boolean {
  return waivableBy(rule).includes(waiver.rule);
}
