import type { ApiObject } from 'cdk8s';
import { objectText } from './reported-finding';
import { withoutCredentials } from '../kube/credential';
import { hasPods } from '../kube/pod';
import type { PodSecurityLevel } from '../kube/pod-security-level';
import { ETCD_KINDS } from '../policy/etcd-settings';
import { enforcedBy } from '../policy/namespace-levels';
import type { Rule } from '../policy/rule';
import { Severity } from '../policy/rule';
import { severityIn } from '../policy/rule-audit';
import type { Session } from '../policy/session';

/** So many of a kind are told by their names. */
export const MOST_TOLD = 3;

/** Objects of one kind, in namespaces of one level. */
interface Group {
  readonly kind: string;
  readonly level: PodSecurityLevel | undefined;
  count: number;
  readonly first: ApiObject[];
}

/** What a rule was held against. */
export interface Reach {
  /** How many objects. */
  readonly judged: number;
  /** The first of them. */
  readonly first: readonly string[];
  /** How many stand in namespaces whose level asks for less. */
  readonly exempt: number;
}

/** Which kinds of objects an app has, and how many of each, in namespaces of which level. */
export class Census {
  public static of(session: Session): Census {
    const census = new Census();
    const objects = session.objects();
    const levels = new Map<string, PodSecurityLevel>();
    for (const object of objects) {
      const enforced = object.kind === 'Namespace' && session.levels.get(object.name) === undefined ? enforcedBy(object.toJson()) : undefined;
      if (enforced) { levels.set(enforced.namespace, enforced.level); }
    }
    for (const object of objects) {
      const namespace = object.metadata.namespace ?? '';
      census.add(object, levels.get(namespace) ?? session.levels.get(namespace));
    }
    return census;
  }

  public total = 0;
  private readonly groups = new Map<string, Group>();

  private constructor() {}

  /** What a rule of one object is about. */
  public reach(rule: Pick<Rule, 'on' | 'kinds' | 'level' | 'severity'>): Reach {
    // A pod of the app is no etcd.
    const kinds = rule.kinds === ETCD_KINDS ? [] : rule.kinds;
    let [judged, exempt] = [0, 0];
    const first: string[] = [];
    for (const { kind, level, count, first: objects } of this.groups.values()) {
      const isAbout = (rule.on === 'object' || hasPods(kind)) && (!kinds || kinds.includes(kind));
      if (!isAbout) { continue; }
      if (severityIn(level, rule) === Severity.OFF) {
        exempt += count;
        continue;
      }
      judged += count;
      first.push(...objects.slice(0, MOST_TOLD - first.length).map(textOf));
    }
    return { judged, first, exempt };
  }

  private add(object: ApiObject, level: PodSecurityLevel | undefined): void {
    this.total++;
    const group = object.apiVersion.slice(0, Math.max(object.apiVersion.indexOf('/'), 0));
    const kind = group === '' ? object.kind : `${group}/${object.kind}`;
    const key = `${level ?? ''} ${kind}`;
    let known = this.groups.get(key);
    if (!known) {
      known = { kind, level, count: 0, first: [] };
      this.groups.set(key, known);
    }
    known.count++;
    if (known.first.length < MOST_TOLD) { known.first.push(object); }
  }
}

function textOf({ apiVersion, kind, name, metadata: { namespace } }: ApiObject): string {
  return withoutCredentials(objectText({ apiVersion, kind, name, ...(namespace === undefined ? {} : { namespace }) }));
}
