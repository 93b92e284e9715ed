import type { PodSecurityLevel } from '../kube/pod-security-level';

/** A namespace that guardrails stand around. */
export interface GuardedNamespace {
  readonly name: string;
  readonly level: PodSecurityLevel;
}

/** The namespaces in which policies count: those that are named, or all but those. */
export class GuardrailReach {
  public static over(namespaces: readonly GuardedNamespace[]): GuardrailReach {
    return new GuardrailReach(namespaces.map(({ name }) => name), true, namespaces);
  }

  public static allBut(names: readonly string[]): GuardrailReach {
    return new GuardrailReach(names, false, []);
  }

  private constructor(
    public readonly names: readonly string[],
    /** Whether each is known by its name, and its level with it. Elsewhere the labels of the namespace itself say what is demanded. */
    public readonly isNamed: boolean,
    private readonly namespaces: readonly GuardedNamespace[],
  ) {}

  /** As bindings have it: by the label that the API server itself sets and keeps. */
  public get selector(): object {
    const values = [...this.names].sort();
    return { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: this.isNamed ? 'In' : 'NotIn', values }] };
  }

  /** For errors. */
  public get text(): string {
    return `${this.isNamed ? 'one of' : 'any but'} ${this.names.join(', ')}`;
  }

  public takes(namespace: string): boolean {
    return this.names.includes(namespace) === this.isNamed;
  }

  /** Names of those whose level is such. */
  public namesAt(isSuch: (level: PodSecurityLevel) => boolean): string[] {
    return this.namespaces.filter(({ level }) => isSuch(level)).map(({ name }) => name).sort();
  }
}
