import { resourceOf, scopeOf } from '../kube/kinds';
import type { Scope } from '../kube/kinds';
import { groupKind, JsonObject, objectAt } from '../kube/pod';

/** How the API server sees the request that creates an object. */
export interface RequestedResource {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** Plural, as in the path: `deployments`. */
  readonly resource: string;
  /** Empty for objects of the cluster; a Namespace has its own name here. */
  readonly namespace: string;
  readonly name: string;
  /** Nobody says what the plural is. */
  readonly isGuess: boolean;
}

interface Custom {
  readonly plural: string;
  readonly scope: Scope;
  readonly versions: readonly string[];
  /** Its versions differ in nothing but their name. */
  readonly isPlain: boolean;
}

/** One resource in another version. */
export interface OtherVersion {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  /** Only the name of the version changes. */
  readonly isPlain: boolean;
}

/** Built-in resources that are served in several versions, or in two groups, without anybody asking for it. */
const EQUIVALENT: readonly (readonly (readonly [group: string, version: string])[])[] = [
  [['autoscaling', 'v1'], ['autoscaling', 'v2']],
  [['', 'v1'], ['events.k8s.io', 'v1']],
];
const WITH_EQUIVALENTS: ReadonlySet<string> = new Set(['horizontalpodautoscalers', 'events']);

/** The resources of the cluster: those of Kubernetes, those of custom resource definitions that were seen, and guesses for all others. */
export class PolicyResources {
  private readonly custom = new Map<string, Custom>();

  /** Takes note of a CustomResourceDefinition; of other objects, nothing. */
  public see(json: JsonObject): void {
    if (groupKind(json) !== 'apiextensions.k8s.io/CustomResourceDefinition') { return; }
    const { group, names, scope, versions, conversion } = objectAt(json, ['spec']);
    const served = (Array.isArray(versions) ? versions : []).filter(each => objectAt(each, []).served !== false);
    this.custom.set(`${group}/${objectAt(names, []).kind}`, {
      plural: String(objectAt(names, []).plural),
      scope: scope === 'Cluster' ? 'Cluster' : 'Namespaced',
      versions: served.map(each => String(objectAt(each, []).name)),
      isPlain: objectAt(conversion, []).strategy !== 'Webhook',
    });
  }

  /** Whether everything is known of a kind without having seen all objects. */
  public knows(json: JsonObject): boolean {
    return scopeOf(json.apiVersion, json.kind) !== undefined || this.custom.has(groupKind(json));
  }

  public of(json: JsonObject): RequestedResource {
    const { apiVersion, kind } = json;
    const { group, version } = groupVersion(apiVersion);
    const { name, namespace } = objectAt(json, ['metadata']);
    const custom = this.custom.get(groupKind(json));
    const isNamespace = groupKind(json) === '/Namespace';
    const scope = this.scope(apiVersion, kind) ?? (namespace ? 'Namespaced' : 'Cluster');
    return {
      group,
      version,
      kind: String(kind),
      resource: custom?.plural ?? resourceOf(String(kind)),
      namespace: isNamespace ? String(name) : scope === 'Cluster' ? '' : String(namespace ?? 'default'),
      name: String(name),
      isGuess: custom === undefined && scopeOf(apiVersion, kind) === undefined,
    };
  }

  public scope(apiVersion: string, kind: string): Scope | undefined {
    return this.custom.get(groupKind({ apiVersion, kind }))?.scope ?? scopeOf(apiVersion, kind);
  }

  /** The same resource as other versions of it, or other groups, show it. */
  public equivalents({ group, version, kind, resource }: RequestedResource): readonly OtherVersion[] {
    const custom = this.custom.get(`${group}/${kind}`);
    if (custom) {
      return custom.versions.filter(each => each !== version).map(each => ({ group, version: each, resource, isPlain: custom.isPlain }));
    }
    if (!WITH_EQUIVALENTS.has(resource)) { return []; }
    const set = EQUIVALENT.find(all => all.some(each => each[0] === group && each[1] === version)) ?? [];
    return set.filter(each => each[0] !== group || each[1] !== version).map(each => ({ group: each[0], version: each[1], resource, isPlain: false }));
  }
}

export function groupVersion(apiVersion: unknown): { readonly group: string; readonly version: string } {
  const text = String(apiVersion);
  const slash = text.indexOf('/');
  return { group: text.slice(0, Math.max(slash, 0)), version: text.slice(slash + 1) };
}
