import type { JsonObject } from '../kube/pod';

/** One document of a file in which policies, bindings and parameters stand. */
export interface PolicyDocument {
  readonly json: unknown;
  /** As errors name it: the path that the user gave. */
  readonly file: string;
  /** The line at which it begins, where that is known. */
  readonly line?: number;
}

/** An expression of a policy, and where in the object it stands. */
export interface PolicyExpression {
  /** Such as `spec.validations[0].expression`. */
  readonly path: string;
  readonly text: string;
}

/** One named expression: a variable, or a condition under which the policy judges at all. */
export interface NamedExpression extends PolicyExpression {
  readonly name: string;
}

/** One demand of a policy. */
export interface Validation extends PolicyExpression {
  readonly message?: string;
  readonly messageExpression?: PolicyExpression;
}

/** The kind of the objects that parametrise a policy. */
export interface ParamKind {
  readonly apiVersion: string;
  readonly kind: string;
}

/** Which objects a binding takes as parameters. */
export interface ParamRef {
  readonly name?: string;
  readonly namespace?: string;
  /** A LabelSelector, as JSON. */
  readonly selector?: JsonObject;
  /** Whether nothing to be found refuses the request. */
  readonly deniesIfMissing: boolean;
}

/** A ValidatingAdmissionPolicy, as far as it judges. */
export interface PolicySpec {
  readonly name: string;
  /** For errors: `ValidatingAdmissionPolicy "replicas-limited" in policies.yaml, line 3`. */
  readonly shown: string;
  /** Whether an expression that cannot be evaluated lets the request pass. */
  readonly ignoresFaults: boolean;
  readonly paramKind?: ParamKind;
  /** `spec.matchConstraints`, as JSON. */
  readonly matchConstraints: JsonObject;
  readonly matchConditions: readonly NamedExpression[];
  readonly variables: readonly NamedExpression[];
  readonly validations: readonly Validation[];
  readonly auditAnnotations: readonly PolicyExpression[];
}

/** What the cluster does with a request that breaks a policy. */
export type ValidationAction = 'Deny' | 'Warn' | 'Audit';

/** A ValidatingAdmissionPolicyBinding. */
export interface BindingSpec {
  readonly name: string;
  readonly shown: string;
  readonly policyName: string;
  readonly paramRef?: ParamRef;
  /** `spec.matchResources`, as JSON; left out where the policy alone says what is judged. */
  readonly matchResources?: JsonObject;
  readonly actions: readonly ValidationAction[];
}
