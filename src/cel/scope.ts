/** Names that can be seen at one place of an expression: the variables of the macros around it, and the expression's own. */
export class Scope<T> {
  public static of<T>(variables: ReadonlyMap<string, T>): Scope<T> {
    return new Scope(variables);
  }

  private constructor(private readonly own: ReadonlyMap<string, T>, private readonly outer?: Scope<T>) {}

  /** With variables of a macro, which hide others of the same name. */
  public with(variables: ReadonlyMap<string, T>): Scope<T> {
    return new Scope(variables, this);
  }

  /** The leading dot of `.object` passes over the variables of macros. */
  public find(name: string): T | undefined {
    if (name.startsWith('.')) { return this.outermost().own.get(name.slice(1)); }
    return this.own.get(name) ?? this.outer?.find(name);
  }

  /** A macro around the place binds the name. */
  public isBound(name: string): boolean {
    return this.outer !== undefined && (this.own.has(name) || this.outer.isBound(name));
  }

  public names(): string[] {
    return [...this.own.keys(), ...this.outer?.names() ?? []];
  }

  private outermost(): Scope<T> {
    return this.outer?.outermost() ?? this;
  }
}
