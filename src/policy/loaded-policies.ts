import { knownRules } from './known-rules';
import { PolicyMatch } from './policy-match';
import { PolicyProgram } from './policy-program';
import { PolicyReading } from './policy-reading';
import { BindingSpec, PolicyDocument } from './policy-spec';
import { JsonObject, objectAt } from '../kube/pod';
import { sentence } from '../kube/problem';

const GROUP = 'admissionregistration.k8s.io';
const READ: ReadonlySet<string> = new Set([`${GROUP}/v1`, `${GROUP}/v1beta1`]);
const POLICY = 'ValidatingAdmissionPolicy';
const BINDING = 'ValidatingAdmissionPolicyBinding';

/** A binding, with which requests it chooses. */
export interface PolicyBinding {
  readonly spec: BindingSpec;
  /** Left out where the policy alone chooses. */
  readonly match?: PolicyMatch;
}

/** A policy, compiled, with its bindings; one that has none judges nothing. */
export interface LoadedPolicy {
  readonly program: PolicyProgram;
  /** Under which findings and waivers speak of it. */
  readonly ruleId: string;
  readonly match: PolicyMatch;
  readonly bindings: readonly PolicyBinding[];
}

/**
 * ValidatingAdmissionPolicies that somebody has already, with their bindings and parameters, for one minor version of the cluster.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
 */
export class AdmissionPolicies {
  /**
   * @param own ids of other rules that the app brings
   * @throws with everything in them that the API server would refuse
   */
  public static load(documents: readonly PolicyDocument[], minor: number, own: readonly string[] = []): AdmissionPolicies {
    const objects = documents.flatMap(unfolded);
    const isOf = (kind: string) => objects.filter(({ json }) => isOfGroup(json) && objectAt(json, []).kind === kind);
    const reading = new PolicyReading();
    const policies = isOf(POLICY).map(document => reading.policy(document));
    const bindings = isOf(BINDING).map(document => reading.binding(document));
    const programs = policies.map(spec => new PolicyProgram(spec, minor));
    const problems = [
      ...objects.flatMap(problemsOfVersion),
      ...reading.problems.map(sentence),
      ...problemsOfNames(policies),
      ...problemsOfNames(bindings),
      ...(reading.problems.length > 0 ? [] : programs.flatMap(program => program.problems)),
    ];
    if (problems.length > 0) { throw new Error(problems.join('\n')); }
    const others = objects.map(({ json }) => objectAt(json, [])).filter(json => !isOfGroup(json) && typeof json.kind === 'string');
    return new AdmissionPolicies(minor, programs, bindings, others, new Set(knownRules(own)));
  }

  public readonly policies: readonly LoadedPolicy[];

  private constructor(
    public readonly minor: number, programs: readonly PolicyProgram[], private readonly bindings: readonly BindingSpec[],
    /** What else stands in the files: parameters, namespaces, custom resource definitions. */
    public readonly others: readonly JsonObject[],
    taken: ReadonlySet<string>,
  ) {
    const ids = new Set(taken);
    this.policies = [...programs].sort((a, b) => a.spec.name < b.spec.name ? -1 : 1).map(program => ({
      program,
      ruleId: idOf(program, ids),
      match: new PolicyMatch(program.spec.matchConstraints),
      bindings: bindings.filter(({ policyName }) => policyName === program.spec.name).map(spec => ({
        spec, ...(spec.matchResources ? { match: new PolicyMatch(spec.matchResources) } : {}),
      })),
    }));
  }

  /** What a waiver can name. */
  public get ruleIds(): readonly string[] {
    return this.policies.flatMap(policy => [...new Set([policy.ruleId, ...policy.program.spec.validations.map((_, i) => ruleIdOf(policy, i))])]);
  }

  /** Bindings of policies that are not there. */
  public get unbound(): readonly BindingSpec[] {
    return this.bindings.filter(({ policyName }) => !this.policies.some(({ program }) => program.spec.name === policyName));
  }
}

/** The id of a policy; of one of its validations, counted from 0 as in paths, where it has several: a waiver never lifts another rule. */
export function ruleIdOf({ ruleId, program: { spec } }: LoadedPolicy, index?: number): string {
  return index === undefined || spec.validations.length === 1 ? ruleId : `${ruleId}-${index}`;
}

/** The name of the policy, as far as it can be the id of a rule, and is that of no other. */
function idOf({ spec: { name, validations } }: PolicyProgram, taken: Set<string>): string {
  const id = name.replace(/[^a-z0-9]+/g, '-');
  const variants = [...(/^[a-z]/.test(id) ? [id] : []), `policy-${id}`];
  const idsFor = (one: string) => [one, ...validations.map((_, i) => `${one}-${i}`)];
  const free = variants.find(one => !idsFor(one).some(each => taken.has(each))) ?? `policy-${taken.size}-${id}`;
  idsFor(free).forEach(each => taken.add(each));
  return free;
}

function unfolded({ json, ...place }: PolicyDocument): PolicyDocument[] {
  const { kind, items } = objectAt(json, []);
  const isList = typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items);
  return isList ? items.flatMap((item: unknown) => unfolded({ json: item, ...place })) : [{ json, ...place }];
}

function isOfGroup(json: unknown): boolean {
  const { apiVersion, kind } = objectAt(json, []);
  return typeof apiVersion === 'string' && apiVersion.startsWith(`${GROUP}/`) && (kind === POLICY || kind === BINDING);
}

function problemsOfVersion({ json, file }: PolicyDocument): string[] {
  const { apiVersion, kind } = objectAt(json, []);
  return !isOfGroup(json) || READ.has(apiVersion) ? [] : [sentence({
    what: `version of a ${kind} in ${file}`, got: apiVersion, expected: [...READ].join(' or '), todo: 'write it for one of these',
  })];
}

function problemsOfNames(specs: readonly { readonly name: string; readonly shown: string }[]): string[] {
  return specs.filter(({ name }, i) => specs.findIndex(other => other.name === name) !== i).map(({ shown, name }) => sentence({
    what: `${shown} stands there twice`, got: name, expected: 'a name of its own', todo: 'rename one, or name each file once',
  }));
}
