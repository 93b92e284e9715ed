import { jsonStream, mapped } from './json-stream';
import { identityOfFinding, ReportedFinding } from './reported-finding';
import { refuse } from '../kube/problem';

const VERSION = 1;

/** One finding that is known, as people review it. */
interface Entry {
  readonly rule: string;
  readonly group?: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly container?: string;
  readonly field?: string;
}

const PARTS = ['rule', 'group', 'kind', 'namespace', 'name', 'container', 'field'] as const;

/** The findings that were there when somebody began: they are listed until they are mended, and only new ones count. */
export class Baseline {
  /** Reads what `of` wrote; throws for any other text. */
  public static parse(text: string): Baseline {
    let json: any;
    try {
      json = JSON.parse(text);
    } catch {
      return unreadable();
    }
    if (json?.version !== VERSION || !Array.isArray(json.findings)) { return unreadable(); }
    return new Baseline(json.findings.map((entry: unknown) => isEntry(entry) ? keyOf(entry) : unreadable()));
  }

  /** The text of a baseline in parts, one entry a line, in an order that makes small differences. */
  public static of(findings: readonly ReportedFinding[]): Iterable<string> {
    const entries = findings.map(finding => ({ entry: entryOf(finding), key: keyOf(entryOf(finding)) }));
    entries.sort((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
    return jsonStream(mark => ({ version: VERSION, findings: [mark] }), mapped(entries, ({ entry }) => entry));
  }

  private readonly left = new Map<string, number>();

  private constructor(keys: readonly string[]) {
    for (const key of keys) { this.left.set(key, (this.left.get(key) ?? 0) + 1); }
  }

  /** Whether it lists a finding. Each entry is used up by the first that it is for: a second one of the same name is new. */
  public take(finding: ReportedFinding): boolean {
    const key = keyOf(entryOf(finding));
    const left = this.left.get(key) ?? 0;
    if (left > 0) { this.left.set(key, left - 1); }
    return left > 0;
  }

  /** How many entries nothing took: they are mended. */
  public get mended(): number {
    return [...this.left.values()].reduce((sum, count) => sum + count, 0);
  }
}

function entryOf(finding: ReportedFinding): Entry {
  const values = identityOfFinding(finding);
  return Object.fromEntries(PARTS.map((part, i) => [part, values[i]]).filter(([, value]) => value !== '')) as unknown as Entry;
}

function keyOf(entry: Entry): string {
  return JSON.stringify(PARTS.map(part => entry[part] ?? ''));
}

function isEntry(entry: unknown): entry is Entry {
  return typeof entry === 'object' && entry !== null && PARTS.every(part => ['string', 'undefined'].includes(typeof (entry as Record<string, unknown>)[part]));
}

function unreadable(): never {
  return refuse({ what: 'file is no baseline', expected: `JSON of version ${VERSION}, as --write-baseline makes it`, todo: 'write it anew' });
}
