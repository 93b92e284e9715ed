import { scopeOf } from '../kube/kinds';

/** What is found by the namespace and the name of an object of one group and kind. */
interface Kind<T> {
  readonly isCluster: boolean;
  readonly namespaces: Map<string, Map<string, T>>;
}

/** Something for each object, found by group, kind, namespace and name. It makes no text of them: a large app has as many as it has objects. */
export class IdentityTable<T> {
  /** By apiVersion and kind, as they are written. */
  private readonly kinds = new Map<unknown, Map<unknown, Kind<T>>>();
  /** By group and kind. */
  private readonly namespaces = new Map<string, Map<string, Map<string, T>>>();

  /** What is there for an object of the same identity; where nothing is, this one from now on. */
  public first(json: any, value: T): T | undefined {
    const { isCluster, namespaces } = this.kindOf(json?.apiVersion, json?.kind);
    const namespace = isCluster ? '' : String(json?.metadata?.namespace ?? '');
    let names = namespaces.get(namespace);
    if (!names) {
      names = new Map();
      namespaces.set(namespace, names);
    }
    const name = String(json?.metadata?.name);
    const found = names.get(name);
    if (found === undefined) { names.set(name, value); }
    return found;
  }

  private kindOf(version: unknown, kind: unknown): Kind<T> {
    let kinds = this.kinds.get(version);
    if (!kinds) {
      kinds = new Map();
      this.kinds.set(version, kinds);
    }
    let known = kinds.get(kind);
    if (!known) {
      known = this.makeKind(String(version ?? ''), kind);
      kinds.set(kind, known);
    }
    return known;
  }

  /** Versions of one group are of the same objects. */
  private makeKind(version: string, kind: unknown): Kind<T> {
    const group = version.slice(0, Math.max(version.indexOf('/'), 0));
    const key = `${group}/${String(kind)}`;
    let namespaces = this.namespaces.get(key);
    if (!namespaces) {
      namespaces = new Map();
      this.namespaces.set(key, namespaces);
    }
    return { isCluster: scopeOf(version, kind as string) === 'Cluster', namespaces };
  }
}
