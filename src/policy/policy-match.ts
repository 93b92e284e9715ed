import { objectsIn, textsIn, textsOf } from './json-reading';
import { LabelSelector } from './label-selector';
import type { OtherVersion, PolicyResources, RequestedResource } from './policy-resource';
import { JsonObject, objectAt } from '../kube/pod';

/** One request, as far as policies and bindings choose by it. */
export interface MatchRequest {
  readonly resource: RequestedResource;
  readonly labels: Readonly<Record<string, string>>;
  /** Labels of its namespace; of its own where it is one. Nothing for objects of the cluster, which no namespace exempts. */
  readonly namespaceLabels?: Readonly<Record<string, string>>;
}

/** A policy or a binding is about a request. */
export interface Match {
  /** The version in which it judges the object, where that is another than it was written in. */
  readonly as?: OtherVersion;
}

const AS_IT_IS: Match = {};

/**
 * Which requests a policy or a binding is about: its `matchConstraints`, or `matchResources`.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#matching-requests-matchconditions
 */
export class PolicyMatch {
  private readonly namespaces?: LabelSelector;
  private readonly objects?: LabelSelector;
  private readonly rules: readonly JsonObject[];
  private readonly excluded: readonly JsonObject[];
  private readonly isExact: boolean;

  constructor(json: JsonObject) {
    this.namespaces = LabelSelector.of(json.namespaceSelector);
    this.objects = LabelSelector.of(json.objectSelector);
    this.rules = objectsIn(json.resourceRules);
    this.excluded = objectsIn(json.excludeResourceRules);
    this.isExact = json.matchPolicy === 'Exact';
  }

  /** Whether labels of namespaces decide. */
  public get asksNamespaces(): boolean {
    return this.namespaces !== undefined && !this.namespaces.isEmpty;
  }

  /** Whether any of its rules names the resource rather than taking all of them, so that a wrong plural would change the verdict. */
  public namesResources({ group }: RequestedResource): boolean {
    return [...this.rules, ...this.excluded].some(rule => fits(rule.apiGroups, group) && !textsIn(rule.resources).some(each => each.startsWith('*')));
  }

  public of(request: MatchRequest, resources: PolicyResources): Match | undefined {
    const { resource, labels, namespaceLabels } = request;
    if (namespaceLabels && this.namespaces && !this.namespaces.matches(namespaceLabels)) { return undefined; }
    if (this.objects && !this.objects.matches(labels)) { return undefined; }
    if (this.byRules(this.excluded, resource, resources)) { return undefined; }
    return this.rules.length === 0 ? AS_IT_IS : this.byRules(this.rules, resource, resources);
  }

  private byRules(rules: readonly JsonObject[], resource: RequestedResource, resources: PolicyResources): Match | undefined {
    if (rules.some(rule => takes(rule, resource))) { return AS_IT_IS; }
    if (this.isExact || rules.length === 0) { return undefined; }
    const others = resources.equivalents(resource);
    for (const rule of rules) {
      const as = others.find(other => takes(rule, { ...resource, ...other }));
      if (as) { return { as }; }
    }
    return undefined;
  }
}

function takes(rule: JsonObject, { group, version, kind, resource, namespace, name }: RequestedResource): boolean {
  const names = textsIn(rule.resourceNames);
  return fits(rule.operations, 'CREATE') && fits(rule.apiGroups, group) && fits(rule.apiVersions, version)
    && textsIn(rule.resources).some(each => isResource(each, resource))
    && isInScope(rule.scope, namespace === '' || (group === '' && kind === 'Namespace'))
    && (names.length === 0 || names.includes(name));
}

function fits(list: unknown, value: string): boolean {
  return textsIn(list).some(each => each === '*' || each === value);
}

/** `*` and `pods` leave out subresources, which nobody creates with a manifest; `* /*` (in one word) and `pods/*` hold both. */
function isResource(text: string, resource: string): boolean {
  const [name, sub = ''] = text.split('/');
  return (name === '*' || name === resource) && (sub === '' || sub === '*');
}

function isInScope(scope: unknown, isOfCluster: boolean): boolean {
  return scope === 'Cluster' ? isOfCluster : scope === 'Namespaced' ? !isOfCluster : true;
}

/** Labels of an object, those that are text. */
export function labelsOf(json: unknown): Readonly<Record<string, string>> {
  return textsOf(objectAt(json, ['metadata']).labels);
}
