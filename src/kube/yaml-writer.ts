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
const DASHES = INDENTS.map(indent => `${indent}-`);

/**
 * Writes documents as cdk8s writes them, byte for byte, several times as fast.
 *
 * What it does not know for certain it hands over: an odd scalar to the stringifier of cdk8s, as the only value of a document, and an odd
 * document as a whole. So the text is always that of the cdk8s which is installed, and never a guess.
 */
export class YamlWriter {
  /** Short scalars as the end of a line: the same few stand everywhere. */
  private readonly scalars = new Map<string | number, string>();
  private readonly keys = new Map<string, string>();
  /** Keys as the beginning of a line, by their depth. */
  private readonly heads = INDENTS.map(() => new Map<string, string>());
  private readonly seen = new Set<object>();
  private looksForAliases = true;

  constructor(private readonly stringify: (document: unknown) => string) {}

  /**
   * One document, ending in a line break.
   *
   * @param isTree whether no part of it stands in two places, so that none need be looked for
   */
  public document(document: unknown, isTree = false): string {
    if (document === null || typeof document !== 'object' || !isPlain(document) || isEmpty(document)) { return this.stringify(document); }
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
      text += i === 0 && inline ? '-' : DASHES[depth];
      text += this.value(items[i], depth + 1, true);
    }
    return text;
  }

  private mapping(entries: Record<string, unknown>, depth: number, inline: boolean): string {
    let text = '';
    for (const key of Object.keys(entries)) {
      text += this.head(key, inline && text === '' ? 0 : depth);
      text += this.value(entries[key], depth + 1, false);
    }
    return text;
  }

  /** What stands behind `key:` or `-`, up to the end of its last line. */
  private value(value: unknown, depth: number, inSequence: boolean): string {
    if (value === null || typeof value !== 'object') { return this.scalar(value); }
    if (!isPlain(value)) { throw ODD; }
    if (isEmpty(value)) {
      this.see(value);
      return Array.isArray(value) ? ' []\n' : ' {}\n';
    }
    return inSequence ? ` ${this.node(value, depth, true)}` : `\n${this.node(value, depth, false)}`;
  }

  private scalar(value: unknown): string {
    switch (typeof value) {
      case 'string': case 'number':
        return this.keptScalar(value);
      case 'boolean':
        return value ? ' true\n' : ' false\n';
      default:
        if (value === null) { return ' null\n'; }
        throw ODD;
    }
  }

  private keptScalar(value: string | number): string {
    if (Object.is(value, -0)) { return flat(' ', this.handedOver(value), '\n'); }
    const isShort = typeof value === 'number' || value.length <= LONGEST_KEPT;
    const known = isShort ? this.scalars.get(value) : undefined;
    if (known !== undefined) { return known; }
    const isPlainScalar = typeof value === 'number' ? Number.isSafeInteger(value) : PLAIN.test(value) && !RESERVED.test(value);
    const line = flat(' ', isPlainScalar ? String(value) : this.handedOver(value), '\n');
    if (isShort && this.scalars.size < MOST_KEPT) { this.scalars.set(value, line); }
    return line;
  }

  private handedOver(value: string | number): string {
    if (typeof value === 'string' && BORDER.test(value)) { throw ODD; }
    const text = this.stringify({ k: value });
    // A text of several lines is indented by where it stands.
    if (!text.startsWith('k: ') || text.indexOf('\n') !== text.length - 1) { throw ODD; }
    return text.slice('k: '.length, -1);
  }

  private head(key: string, depth: number): string {
    const heads = this.heads[depth];
    const known = heads.get(key);
    if (known !== undefined) { return known; }
    const head = flat(INDENTS[depth], this.key(key), ':');
    if (heads.size < MOST_KEPT) { heads.set(key, head); }
    return head;
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

function isEmpty(value: object): boolean {
  if (Array.isArray(value)) { return value.length === 0; }
  for (const key in value) {
    if (Object.hasOwn(value, key)) { return false; }
  }
  return true;
}

/** One text of several, copied at once: what is kept is read often, and a sum would be put together anew each time. */
function flat(...parts: readonly string[]): string {
  return parts.join('');
}
