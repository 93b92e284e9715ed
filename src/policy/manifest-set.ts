import type { ApiObject } from 'cdk8s';
import { scopeOf } from '../kube/kinds';

/** One object of the app: who made it, and the very JSON that is written. */
export interface Manifest {
  readonly object: ApiObject;
  readonly json: any;
}

/** Every object of the app, found by kind and by namespace. */
export class ManifestSet {
  private readonly kinds = new Map<string, Manifest[]>();

  constructor(public readonly all: readonly Manifest[]) {
    for (const manifest of all) {
      const kind = String(manifest.json?.kind);
      const list = this.kinds.get(kind);
      if (list) {
        list.push(manifest);
      } else {
        this.kinds.set(kind, [manifest]);
      }
    }
  }

  public ofKind(kind: string): readonly Manifest[] {
    return this.kinds.get(kind) ?? [];
  }
}

/** An object's name among all objects: group, kind, namespace and name. Two of one identity overwrite each other in the cluster. */
export function identityOf(json: any): string {
  const apiVersion = String(json?.apiVersion ?? '');
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  const namespace = scopeOf(apiVersion, json?.kind) === 'Cluster' ? '' : json?.metadata?.namespace ?? '';
  return `${group}/${json?.kind}/${namespace}/${json?.metadata?.name}`;
}
