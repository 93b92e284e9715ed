import { LabelSelector } from './label-selector';
import { labelsOf } from './policy-match';
import { PolicyResources } from './policy-resource';
import type { ParamKind, ParamRef } from './policy-spec';
import type { Scope } from '../kube/kinds';
import { groupKind, JsonObject, objectAt } from '../kube/pod';
import { withoutNulls } from '../kube/pod-defaults';

/** By which the API server itself labels every namespace. */
const NAME_LABEL = 'kubernetes.io/metadata.name';

/** Why no parameters can be had. */
export interface ParamFault {
  readonly fault: string;
}

/** What policies look at beside the object that they judge: namespaces, parameters, custom resource definitions. */
export class PolicySurroundings {
  public readonly resources = new PolicyResources();
  private readonly namespaces = new Map<string, JsonObject>();
  private readonly params = new Map<string, JsonObject[]>();

  /** @param kinds of the parameters; of other objects, none is kept */
  constructor(kinds: readonly ParamKind[]) {
    kinds.forEach(kind => this.params.set(groupKind(kind), []));
  }

  public see(json: JsonObject): void {
    this.resources.see(json);
    const key = groupKind(json);
    this.params.get(key)?.push(withoutNulls(json));
    if (key === '/Namespace') { this.namespaces.set(String(objectAt(json, ['metadata']).name), json); }
  }

  /** A namespace as the cluster has it. Of one that is made elsewhere, only the label is known that each of them has. */
  public namespace(name: string): JsonObject {
    const { metadata } = withoutNulls(this.namespaces.get(name) ?? {});
    return {
      metadata: { ...objectAt(metadata, []), name, labels: this.namespaceLabels(name) },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    };
  }

  public namespaceLabels(name: string): Record<string, string> {
    return { ...labelsOf(this.namespaces.get(name)), [NAME_LABEL]: name };
  }

  /**
   * The parameters with which a binding judges an object of a namespace, each by itself; one that is null where there are none to be had.
   *
   * See https://github.com/kubernetes/apiserver/blob/master/pkg/admission/plugin/policy/generic/policy_dispatcher.go
   */
  public paramsFor(kind: ParamKind | undefined, ref: ParamRef | undefined, namespace: string): readonly (JsonObject | null)[] | ParamFault {
    if (!kind || !ref) { return [null]; }
    const all = this.params.get(groupKind(kind)) ?? [];
    const isOfCluster = this.scopeOfParams(kind, ref, all) === 'Cluster';
    if (!isOfCluster && !ref.namespace && namespace === '') {
      return { fault: 'cannot use namespaced paramRef in policy binding that matches cluster-scoped resources' };
    }
    if (isOfCluster && ref.namespace) { return { fault: 'paramRef.namespace must not be provided for a cluster-scoped `paramKind`' }; }
    const selector = LabelSelector.of(ref.selector);
    const found = all.filter(json => (
      (isOfCluster || (json.metadata?.namespace ?? 'default') === (ref.namespace ?? namespace))
      && (ref.name === undefined ? selector!.matches(labelsOf(json)) : json.metadata?.name === ref.name)
    ));
    if (found.length === 0 && ref.deniesIfMissing) { return { fault: 'no params found for policy binding with `Deny` parameterNotFoundAction' }; }
    return found.map(json => ({ ...json, apiVersion: kind.apiVersion }));
  }

  /** Of a kind that nobody has described, whoever refers to it or writes it knows whether it lives in a namespace. */
  private scopeOfParams({ apiVersion, kind }: ParamKind, ref: ParamRef, all: readonly JsonObject[]): Scope {
    const known = this.resources.scope(apiVersion, kind);
    return known ?? (ref.namespace || all.some(json => json.metadata?.namespace) ? 'Namespaced' : 'Cluster');
  }
}
