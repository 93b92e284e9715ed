import type { IConstruct } from 'constructs';
import { scopeOf } from '../kube/kinds';

/** One object of the app: the construct that makes it, and the very JSON that is written. */
export interface Manifest {
  readonly construct: IConstruct;
  readonly json: any;
}

/** An object as people call it: `Deployment shop/web`. Never throws, whatever the manifest is. */
export function nameOfObject(json: any): string {
  const { name, namespace } = json?.metadata ?? {};
  return `${json?.kind} ${namespace ? `${namespace}/` : ''}${name}`;
}

/** An object's name among all objects: group, kind, namespace and name. Two of one identity overwrite each other in the cluster. */
export function identityOf(json: any): string {
  const apiVersion = String(json?.apiVersion ?? '');
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  const namespace = scopeOf(apiVersion, json?.kind) === 'Cluster' ? '' : json?.metadata?.namespace ?? '';
  return `${group}/${json?.kind}/${namespace}/${json?.metadata?.name}`;
}
