/** Strings that mean themselves without quotes in YAML 1.1: they begin with a letter, and hold and end with nothing that YAML reads. */
const PLAIN = /^[A-Za-z/](?:[A-Za-z0-9_/.:@-]*[A-Za-z0-9_/.])?$/;
/** `e0` and its like are floats. */
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null|e-?[0-9]+)$/i;

/** Marks of a document's borders, on any line: whether they are quoted depends on where they stand. */
const BORDER = /^(?:---|\.\.\.|%)/m;

/** Where a longer key would be written in another form. */
const LONGEST_KEY = 128;

/** Long texts seldom come twice. */
const LONGEST_KEPT = 64;
const MOST_KEPT = 20_000;

/** A value that is not written in the short way: the whole document goes the long one. */
const ODD = Symbol('odd');

const INDENTS = Array.from({ length: 40 }, (_, depth) => '  '.repeat(depth));

/**
 * Writes documents as cdk8s writes them, byte for byte, several times as fast.
 *
 * What it does not know for certain it hands over: an odd scalar to the stringifier of cdk8s, as the only value of a document, and an odd
 * document as a whole. So the text is always that of the cdk8s which is installed, and never a guess.
 */
export class YamlWriter {
  private readonly scalars = new Map<string | number, string>();
  private readonly keys = new Map<string, string>();
  private readonly seen = new Set<object>();
  private looksForAliases = true;

  constructor(private readonly stringify: (document: unknown) => string) {}

  /**
   * One document, ending in a line break.
   *
   * @param isTree whether no part of it stands in two places, so that none need be looked for
   */
  public document(document: unknown, isTree = false): string {
    if (document === null || typeof document !== 'object' || !isPlain(document) || Object.keys(document).length === 0) {
      return this.stringify(document);
    }
    this.looksForAliases = !isTree;
    try {
      return this.node(document, 0, false);
    } catch (thrown) {
      if (thrown !== ODD) { throw thrown; }
      return this.stringify(document);
    } finally {
      this.seen.clear();
    }
  }

  /** A node that is not empty; `inline` where its first line continues one that is begun. */
  private node(node: object, depth: number, inline: boolean): string {
    if (depth >= INDENTS.length) { throw ODD; }
    this.see(node);
    return Array.isArray(node) ? this.sequence(node, depth, inline) : this.mapping(node as Record<string, unknown>, depth, inline);
  }

  /** What is written twice becomes an anchor and an alias. */
  private see(node: object): void {
    if (!this.looksForAliases) { return; }
    if (this.seen.has(node)) { throw ODD; }
    this.seen.add(node);
  }

  private sequence(items: readonly unknown[], depth: number, inline: boolean): string {
    let text = '';
    for (let i = 0; i < items.length; i++) {
      text += `${i === 0 && inline ? '' : INDENTS[depth]}- ${this.value(items[i], depth + 1, true)}`;
    }
    return text;
  }

  private mapping(entries: Record<string, unknown>, depth: number, inline: boolean): string {
    let text = '';
    let first = inline;
    for (const key of Object.keys(entries)) {
      text += `${first ? '' : INDENTS[depth]}${this.key(key)}:${this.value(entries[key], depth + 1, false)}`;
      first = false;
    }
    return text;
  }

  private value(value: unknown, depth: number, inSequence: boolean): string {
    if (value !== null && typeof value === 'object') {
      if (!isPlain(value)) { throw ODD; }
      const empty = Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
      if (empty) {
        this.see(value);
        return `${inSequence ? '' : ' '}${Array.isArray(value) ? '[]' : '{}'}\n`;
      }
      return inSequence ? this.node(value, depth, true) : `\n${this.node(value, depth, false)}`;
    }
    return `${inSequence ? '' : ' '}${this.scalar(value)}\n`;
  }

  private scalar(value: unknown): string {
    switch (typeof value) {
      case 'string':
        return PLAIN.test(value) && !RESERVED.test(value) ? value : this.handedOver(value);
      case 'number':
        return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : this.handedOver(value);
      case 'boolean':
        return String(value);
      default:
        if (value === null) { return 'null'; }
        throw ODD;
    }
  }

  private handedOver(value: string | number): string {
    const known = this.scalars.get(value);
    if (known !== undefined && !Object.is(value, -0)) { return known; }
    if (typeof value === 'string' && BORDER.test(value)) { throw ODD; }
    const text = this.stringify({ k: value });
    // A text of several lines is indented by where it stands.
    if (!text.startsWith('k: ') || text.indexOf('\n') !== text.length - 1) { throw ODD; }
    const scalar = text.slice('k: '.length, -1);
    if (typeof value === 'string' && value.length <= LONGEST_KEPT && this.scalars.size < MOST_KEPT) { this.scalars.set(value, scalar); }
    return scalar;
  }

  private key(key: string): string {
    if (PLAIN.test(key) && key.length <= LONGEST_KEY && !RESERVED.test(key)) { return key; }
    const known = this.keys.get(key);
    if (known !== undefined) { return known; }
    const text = key.length <= LONGEST_KEY && !BORDER.test(key) ? this.stringify({ [key]: 0 }) : '';
    if (!text.endsWith(': 0\n') || text.startsWith('? ') || text.indexOf('\n') !== text.length - 1) { throw ODD; }
    const written = text.slice(0, -': 0\n'.length);
    if (this.keys.size < MOST_KEPT) { this.keys.set(key, written); }
    return written;
  }
}

function isPlain(value: object): boolean {
  return Array.isArray(value) || value.constructor === Object;
}
