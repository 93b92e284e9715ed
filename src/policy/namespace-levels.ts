import { objectAt } from '../kube/pod';
import { PodSecurityLevel } from '../kube/pod-security-level';

const ENFORCE = 'pod-security.kubernetes.io/enforce';

/** What each namespace lets its pods ask for, as far as the app knows. */
export class NamespaceLevels {
  private readonly levels = new Map<string, PodSecurityLevel>();

  /** Says what a namespace enforces that somebody else makes. */
  public set(namespace: string, level: PodSecurityLevel): void {
    this.levels.set(namespace, level);
  }

  /** Nothing for a namespace that the app neither makes nor imports. */
  public get(namespace: string): PodSecurityLevel | undefined {
    return this.levels.get(namespace);
  }
}

/** What a manifest of a namespace enforces; nothing for any other object, or where the label names no level. */
export function enforcedBy(json: any): { readonly namespace: string; readonly level: PodSecurityLevel } | undefined {
  if (json?.kind !== 'Namespace' || json.apiVersion !== 'v1') { return undefined; }
  const label = objectAt(json, ['metadata', 'labels'])[ENFORCE];
  const level = Object.values(PodSecurityLevel).find(each => each === label);
  return level && { namespace: String(json.metadata?.name), level };
}
