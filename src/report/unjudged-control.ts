/** Demands of frameworks and scanners that no rule names, and what answers all of them. */
export interface UnjudgedControls {
  /** A construct makes it so; a part of the library is about it; rules judge what it is about in another way; or it is left out. */
  readonly by: 'construct' | 'part' | 'rule' | 'none';
  /** Of the constructs, the part, or the rules. */
  readonly names: readonly string[];
  /** What they are about. */
  readonly category: string;
  readonly reason: string;
  /** Each after its framework, such as `cis:1.2.1`. */
  readonly ids: string;
}
