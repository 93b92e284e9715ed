import { Document, isAlias, isCollection, isNode, isPair, isScalar, Node, Pair } from 'yaml';

/** What aliases may make of a short document, in values and their letters. */
const LARGEST = 10_000_000;
/** To find what an alias names, the parser goes through the document. */
const MOST_STEPS = 100_000_000;
const DEEPEST = 200;

/**
 * Makes sure that a document stays small with every alias filled in: a few lines can stand for more than any memory holds, or for
 * themselves.
 *
 * @param length of the text
 * @param refuse called with the reason
 */
export function checkAliases(document: Document, length: number, refuse: (reason: string) => never): void {
  const sizes = new AliasSizes(Math.max(2 * length, LARGEST), refuse);
  sizes.size(document.contents, 0);
  if (sizes.aliases * sizes.nodes > MOST_STEPS) { refuse('it has too many aliases'); }
}

class AliasSizes {
  public aliases = 0;
  public nodes = 0;
  private readonly sizes = new Map<string, number>();

  constructor(private readonly most: number, private readonly refuse: (reason: string) => never) {}

  public size(node: unknown, depth: number): number {
    if (depth > DEEPEST) { return this.refuse('it is nested too deeply'); }
    this.nodes++;
    if (isAlias(node)) {
      this.aliases++;
      return this.sizeOfAlias(node.source);
    }
    if (isPair(node)) { return this.sum([(node as Pair).key, (node as Pair).value], depth); }
    const anchor = isNode(node) ? (node as Node & { anchor?: string }).anchor : undefined;
    if (!isCollection(node)) {
      const size = 1 + (isScalar(node) && typeof node.value === 'string' ? node.value.length : 0);
      if (anchor) { this.sizes.set(anchor, size); }
      return size;
    }
    if (anchor) { this.sizes.set(anchor, Infinity); }
    const size = this.sum(node.items, depth);
    if (anchor) { this.sizes.set(anchor, size); }
    return size;
  }

  private sum(nodes: readonly unknown[], depth: number): number {
    let sum = 1;
    for (const node of nodes) {
      sum += this.size(node, depth + 1);
      if (sum > this.most) { return this.refuse('its aliases make too much of it'); }
    }
    return sum;
  }

  private sizeOfAlias(anchor: string): number {
    const size = this.sizes.get(anchor);
    if (size === undefined) { return this.refuse('an alias names no anchor before it'); }
    return size === Infinity ? this.refuse('an alias stands inside of what it names') : size;
  }
}
