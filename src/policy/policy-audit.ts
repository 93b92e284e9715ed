import type { IConstruct } from 'constructs';
import type { AuditRun } from './audit';
import type { Finding } from './finding';
import { AdmissionPolicies, LoadedPolicy, PolicyBinding, ruleIdOf } from './loaded-policies';
import { nameOfObject } from './manifest';
import { labelsOf, Match, MatchRequest } from './policy-match';
import { admittedObject } from './policy-object';
import { requestValue } from './policy-request';
import { judgeByPolicy, PolicyVerdict } from './policy-run';
import { PolicySurroundings } from './policy-surroundings';
import { Severity } from './rule';
import { freeNames } from '../cel/free-names';
import type { JsonObject } from '../kube/pod';

/** Which no policy can judge. */
const POLICIES_THEMSELVES = /^(validating|mutating)admissionpolic(ies|ybindings)$/;

interface Draft {
  readonly construct: IConstruct;
  readonly json: JsonObject;
}

/** Judges every object by admission policies, as the API server would when somebody creates it. Nothing is waived here. */
export function policyAudit(policies: AdmissionPolicies): AuditRun {
  const run = new PolicyAuditRun(policies);
  return { see: ({ construct, json }) => run.see(construct, json), conclude: () => run.conclude() };
}

class PolicyAuditRun {
  private readonly surroundings: PolicySurroundings;
  private readonly bound: readonly LoadedPolicy[];
  /** Policies that can judge at once, since they look at nothing that a later object may say. */
  private readonly prompt: ReadonlySet<LoadedPolicy>;
  private readonly later: (Draft & { readonly policies: readonly LoadedPolicy[] })[] = [];
  private readonly findings: Finding[] = [];
  private readonly notes = new Map<string, Finding>();
  private root?: IConstruct;

  constructor(private readonly loaded: AdmissionPolicies) {
    this.bound = loaded.policies.filter(({ bindings, program }) => bindings.length > 0 && !program.isUnjudgeable);
    this.prompt = new Set(this.bound.filter(isPrompt));
    this.surroundings = new PolicySurroundings(this.bound.flatMap(({ program }) => program.spec.paramKind ?? []));
    loaded.others.forEach(json => this.surroundings.see(json));
  }

  public see(construct: IConstruct, json: JsonObject | undefined): void {
    this.root ??= construct.node.root;
    if (typeof json?.apiVersion !== 'string' || typeof json.kind !== 'string') { return; }
    this.surroundings.see(json);
    const isKnown = this.surroundings.resources.knows(json);
    const now = isKnown ? this.bound.filter(policy => this.prompt.has(policy)) : [];
    const policies = this.bound.filter(policy => !now.includes(policy) && (!isKnown || this.mayConcern(policy, json)));
    this.judge({ construct, json }, now);
    if (policies.length > 0) { this.later.push({ construct, json, policies }); }
  }

  public conclude(): Finding[] {
    this.later.forEach(draft => this.judge(draft, draft.policies));
    this.noteWhatIsNotJudged();
    return [...this.findings, ...this.notes.values()];
  }

  /** Only objects that a policy may be about are kept until the end. */
  private mayConcern({ match }: LoadedPolicy, json: JsonObject): boolean {
    const { resources } = this.surroundings;
    return match.of({ resource: resources.of(json), labels: labelsOf(json) }, resources) !== undefined;
  }

  private judge({ construct, json }: Draft, policies: readonly LoadedPolicy[]): void {
    if (policies.length === 0) { return; }
    const { resources } = this.surroundings;
    const resource = resources.of(json);
    if (resource.group === 'admissionregistration.k8s.io' && POLICIES_THEMSELVES.test(resource.resource)) { return; }
    const isNamespace = resource.group === '' && resource.kind === 'Namespace';
    const request: MatchRequest = {
      resource,
      labels: labelsOf(json),
      ...(resource.namespace === '' ? {} : { namespaceLabels: this.surroundings.namespaceLabels(resource.namespace) }),
    };
    const namespaceObject = resource.namespace === '' || isNamespace ? null : this.surroundings.namespace(resource.namespace);
    const found: Finding[] = [];
    let admitted: JsonObject | undefined;
    for (const policy of policies) {
      const match = policy.match.of(request, resources);
      if (resource.isGuess && policy.match.namesResources(resource)) { this.noteGuess(construct, request, policy); }
      if (!match) { continue; }
      admitted ??= admittedObject(json, resource);
      const input = { object: as(admitted, match), request: requestValue(request, match), namespaceObject };
      for (const binding of policy.bindings.filter(each => !each.match || each.match.of(request, resources))) {
        if (match.as && !match.as.isPlain) { this.noteConversion(construct, json, policy, match); continue; }
        const verdicts = this.verdicts(policy, binding, input, resource.namespace);
        found.push(...verdicts.map(verdict => this.finding({ construct, json }, policy, binding, verdict)));
      }
    }
    this.findings.push(...withoutRepeats(found));
  }

  private verdicts(
    { program }: LoadedPolicy, { spec }: PolicyBinding, input: Omit<Parameters<typeof judgeByPolicy>[1], 'params'>, namespace: string,
  ): readonly PolicyVerdict[] {
    const params = this.surroundings.paramsFor(program.spec.paramKind, spec.paramRef, namespace);
    if ('fault' in params) {
      return program.spec.ignoresFaults ? [] : [{ message: `failed to configure binding: ${params.fault}`, isFault: true, isAlways: true }];
    }
    return params.flatMap(each => judgeByPolicy(program, { ...input, params: each }, this.loaded.minor));
  }

  private finding({ construct, json }: Draft, policy: LoadedPolicy, binding: PolicyBinding, verdict: PolicyVerdict): Finding {
    const { index, message, field, isFault = false, isAlways = false } = verdict;
    const object = nameOfObject(json);
    return {
      rule: ruleIdOf(policy, index),
      construct,
      object,
      // What the cluster only writes into its log is worth knowing before.
      severity: isAlways || binding.spec.actions.includes('Deny') ? Severity.ERROR : Severity.WARNING,
      message: isFault
        ? `${object}: refused by ${policy.program.spec.shown}, which cannot judge it: ${message}; write what it asks for, or let the policy allow for its absence`
        : `${object}: ${message}${field ? ` (${field})` : ''}`,
      ...(field ? { field } : {}),
    };
  }

  private noteGuess(construct: IConstruct, { resource }: MatchRequest, { ruleId }: LoadedPolicy): void {
    this.note(construct, ruleId, `${resource.group}/${resource.kind}: resource of a custom kind is not known: got none, expected a `
      + `CustomResourceDefinition in the app or beside the policies; add it, else "${resource.resource}" is taken for it`);
  }

  private noteConversion(construct: IConstruct, json: JsonObject, { program: { spec }, ruleId }: LoadedPolicy, { as: other }: Match): void {
    this.note(construct, ruleId, `${nameOfObject(json)}: ${spec.shown} judges it in another version, into which only the cluster converts: `
      + `got ${json.apiVersion}, expected ${other!.group}/${other!.version}; write the object in this version, or judge it in both`);
  }

  private noteWhatIsNotJudged(): void {
    if (!this.root) { return; }
    for (const { program, ruleId, bindings } of this.loaded.policies) {
      const { spec, unjudgeable } = program;
      if (bindings.length === 0) { this.note(this.root, ruleId, `${spec.shown} has no binding, so that it judges nothing; add one, or remove it`); }
      for (const path of unjudgeable) {
        this.note(this.root, ruleId, `${spec.shown}: ${path} asks the cluster who may do what, so that only the cluster can judge it; expect its verdict there`);
      }
    }
    for (const { shown, policyName } of this.loaded.unbound) {
      this.note(this.root, policyName, `${shown} names a policy that is not there: got ${policyName}; name its file too, or correct the name`);
    }
  }

  private note(construct: IConstruct, rule: string, message: string): void {
    if (!this.notes.has(`${rule}: ${message}`)) { this.notes.set(`${rule}: ${message}`, { rule, construct, message, severity: Severity.WARNING }); }
  }
}

/** Looks at nothing but the object: neither at parameters nor at namespaces, which conditions of a policy never see. */
function isPrompt({ program, match, bindings }: LoadedPolicy): boolean {
  const parts = [
    ...program.variables, ...program.annotations,
    ...program.validations.flatMap(({ condition, messageExpression }) => [condition, messageExpression]),
  ];
  return program.spec.paramKind === undefined && !match.asksNamespaces && !bindings.some(each => each.match?.asksNamespaces)
    && !parts.some(part => part && freeNames(part.program.expr).has('namespaceObject'));
}

/** Several bindings, or several parameters, can say the same of one object. The gravest of it counts. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.rule}: ${finding.message}`;
    if (!kept.has(key) || finding.severity === Severity.ERROR) { kept.set(key, finding); }
  }
  return [...kept.values()];
}

function as(object: JsonObject, { as: other }: Match): JsonObject {
  return other ? { ...object, apiVersion: `${other.group}/${other.version}` } : object;
}

/** `Deployment shop/web`. */
