import type { Expr } from './ast';
import { CelError } from './cel-error';
import { childrenOf } from './children';

/** As deep as the API server reads: https://github.com/google/cel-go/blob/master/parser/options.go */
const DEEPEST = 250;

/**
 * Watches how deep an expression nests while it is read, so that no text can exhaust the stack: neither of the parser, nor of whoever walks
 * the tree later.
 */
export class Nesting {
  private open = 0;
  private readonly depths = new WeakMap<Expr, number>();

  constructor(private readonly source: string) {}

  /** Reads something inside of what is being read. */
  public inside<T>(at: number, read: () => T): T {
    this.check(++this.open, at);
    const result = read();
    this.open--;
    return result;
  }

  /** Notes a node whose children are noted. */
  public noted<E extends Expr>(node: E): E {
    const depth = 1 + childrenOf(node).reduce((deepest, child) => Math.max(deepest, this.depths.get(child) ?? 0), 0);
    this.check(depth, node.at);
    this.depths.set(node, depth);
    return node;
  }

  private check(depth: number, at: number): void {
    if (depth > DEEPEST) { throw new CelError(`expression nests too deeply: expected at most ${DEEPEST} levels; split it into variables`, this.source, at); }
  }
}
