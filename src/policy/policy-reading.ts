import { BindingSpec, NamedExpression, ParamKind, ParamRef, PolicyDocument, PolicyExpression, PolicySpec, ValidationAction } from './policy-spec';
import { JsonObject, objectAt } from '../kube/pod';
import { Problem } from '../kube/problem';

const ACTIONS: readonly string[] = ['Deny', 'Warn', 'Audit'];
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
const MOST_CONDITIONS = 64;

/** The fields of each part, so that one that is misspelt is not passed over in silence: a policy would then judge less than it says. */
const FIELDS = {
  policy: ['failurePolicy', 'paramKind', 'matchConstraints', 'matchConditions', 'variables', 'validations', 'auditAnnotations'],
  binding: ['policyName', 'paramRef', 'matchResources', 'validationActions'],
  match: ['namespaceSelector', 'objectSelector', 'resourceRules', 'excludeResourceRules', 'matchPolicy'],
  rule: ['apiGroups', 'apiVersions', 'operations', 'resources', 'resourceNames', 'scope'],
  selector: ['matchLabels', 'matchExpressions'],
  condition: ['name', 'expression'],
  variable: ['name', 'expression'],
  validation: ['expression', 'message', 'messageExpression', 'reason'],
  annotation: ['key', 'valueExpression'],
  paramKind: ['apiVersion', 'kind'],
  paramRef: ['name', 'namespace', 'selector', 'parameterNotFoundAction'],
} as const;

/** Reads the objects of one API group as the API server does, and notes what it would refuse. */
export class PolicyReading {
  public readonly problems: Problem[] = [];
  private shown = '';

  public policy({ json, ...place }: PolicyDocument): PolicySpec {
    const spec = this.begin(json, place, 'policy');
    const paramKind = spec.paramKind === undefined || spec.paramKind === null ? undefined : this.paramKind(spec.paramKind);
    this.match(spec.matchConstraints, 'spec.matchConstraints', true);
    const named = (field: string, part: 'condition' | 'variable') => this.list(spec[field], `spec.${field}`, part).map(([each, path]): NamedExpression => ({
      name: this.text(each.name, `${path}.name`), ...this.expression(each.expression, `${path}.expression`),
    }));
    const matchConditions = named('matchConditions', 'condition');
    const variables = named('variables', 'variable');
    this.unique(matchConditions, 'spec.matchConditions');
    this.unique(variables, 'spec.variables');
    this.expect(matchConditions.length <= MOST_CONDITIONS, 'spec.matchConditions', matchConditions.length, `at most ${MOST_CONDITIONS}`, 'join some of them');
    variables.forEach(({ name, path }) => this.expect(IDENTIFIER.test(name), path, name, 'a variable whose name is an identifier', 'correct the name'));
    const validations = this.list(spec.validations, 'spec.validations', 'validation').map(([each, path]) => ({
      ...this.expression(each.expression, `${path}.expression`),
      ...(isSet(each.message) ? { message: this.text(each.message, `${path}.message`) } : {}),
      ...(isSet(each.messageExpression) ? { messageExpression: this.expression(each.messageExpression, `${path}.messageExpression`) } : {}),
    }));
    const auditAnnotations = this.list(spec.auditAnnotations, 'spec.auditAnnotations', 'annotation')
      .map(([each, path]) => this.expression(each.valueExpression, `${path}.valueExpression`));
    this.expect(validations.length + auditAnnotations.length > 0, 'spec.validations', spec.validations, 'at least one validation', 'write one');
    const failure = spec.failurePolicy ?? 'Fail';
    this.expect(['Fail', 'Ignore'].includes(failure), 'spec.failurePolicy', failure, 'Fail or Ignore', 'correct it');
    return {
      name: this.nameOf(json),
      shown: this.shown,
      ignoresFaults: failure === 'Ignore',
      ...(paramKind ? { paramKind } : {}),
      matchConstraints: objectAt(spec.matchConstraints, []),
      matchConditions,
      variables,
      validations,
      auditAnnotations,
    };
  }

  public binding({ json, ...place }: PolicyDocument): BindingSpec {
    const spec = this.begin(json, place, 'binding');
    if (isSet(spec.matchResources)) { this.match(spec.matchResources, 'spec.matchResources', false); }
    const actions = this.texts(spec.validationActions, 'spec.validationActions');
    const isRight = actions.length > 0 && actions.every(action => ACTIONS.includes(action)) && new Set(actions).size === actions.length;
    this.expect(isRight && !(actions.includes('Deny') && actions.includes('Warn')), 'spec.validationActions', spec.validationActions,
      'Deny or Warn, or Audit, or one of the two with Audit', 'correct the list');
    return {
      name: this.nameOf(json),
      shown: this.shown,
      policyName: this.text(spec.policyName, 'spec.policyName'),
      ...(isSet(spec.paramRef) ? { paramRef: this.paramRef(spec.paramRef) } : {}),
      ...(isSet(spec.matchResources) ? { matchResources: objectAt(spec.matchResources, []) } : {}),
      actions: actions as ValidationAction[],
    };
  }

  private begin(json: unknown, { file, line }: { file: string; line?: number }, part: 'policy' | 'binding'): JsonObject {
    const { kind, metadata, spec } = objectAt(json, []);
    this.shown = `${kind} "${objectAt(metadata, []).name}" in ${file}${line === undefined ? '' : `, line ${line}`}`;
    this.text(objectAt(metadata, []).name, 'metadata.name');
    return this.object(spec, 'spec', part);
  }

  private nameOf(json: unknown): string {
    return String(objectAt(json, ['metadata']).name);
  }

  private paramKind(value: unknown): ParamKind {
    const { apiVersion, kind } = this.object(value, 'spec.paramKind', 'paramKind');
    return { apiVersion: this.text(apiVersion, 'spec.paramKind.apiVersion'), kind: this.text(kind, 'spec.paramKind.kind') };
  }

  private paramRef(value: unknown): ParamRef {
    const ref = this.object(value, 'spec.paramRef', 'paramRef');
    const action = ref.parameterNotFoundAction;
    this.expect(isSet(ref.name) !== isSet(ref.selector), 'spec.paramRef', ref, 'either a name or a selector', 'leave one of them, and only one');
    this.expect(action === 'Allow' || action === 'Deny', 'spec.paramRef.parameterNotFoundAction', action, 'Allow or Deny', 'say what happens without parameters');
    if (isSet(ref.selector)) { this.selector(ref.selector, 'spec.paramRef.selector'); }
    return {
      ...(isSet(ref.name) ? { name: this.text(ref.name, 'spec.paramRef.name') } : {}),
      ...(isSet(ref.namespace) ? { namespace: this.text(ref.namespace, 'spec.paramRef.namespace') } : {}),
      ...(isSet(ref.selector) ? { selector: objectAt(ref.selector, []) } : {}),
      deniesIfMissing: action === 'Deny',
    };
  }

  private match(value: unknown, path: string, needsRules: boolean): void {
    const match = this.object(value, path, 'match');
    const policy = match.matchPolicy ?? 'Equivalent';
    this.expect(['Equivalent', 'Exact'].includes(policy), `${path}.matchPolicy`, policy, 'Equivalent or Exact', 'correct it');
    for (const field of ['namespaceSelector', 'objectSelector']) {
      if (isSet(match[field])) { this.selector(match[field], `${path}.${field}`); }
    }
    const rules = ['resourceRules', 'excludeResourceRules'].map(field => this.list(match[field], `${path}.${field}`, 'rule'));
    if (needsRules) { this.expect(rules[0].length > 0, `${path}.resourceRules`, match.resourceRules, 'at least one rule', 'say which resources are judged'); }
    for (const [rule, at] of rules.flat()) {
      for (const field of ['apiGroups', 'apiVersions', 'operations', 'resources']) {
        const texts = this.texts(rule[field], `${at}.${field}`);
        this.expect(texts.length > 0, `${at}.${field}`, rule[field], 'at least one, or "*"', 'say which');
      }
      const scope = rule.scope ?? '*';
      this.expect(['*', 'Cluster', 'Namespaced'].includes(scope), `${at}.scope`, scope, 'Cluster, Namespaced or *', 'correct it');
    }
  }

  private selector(value: unknown, path: string): void {
    const { matchExpressions } = this.object(value, path, 'selector');
    for (const each of Array.isArray(matchExpressions) ? matchExpressions : []) {
      const { operator, values } = objectAt(each, []);
      const needsValues = operator === 'In' || operator === 'NotIn';
      const isRight = needsValues ? Array.isArray(values) && values.length > 0 : ['Exists', 'DoesNotExist'].includes(operator) && !(values?.length > 0);
      this.expect(isRight, `${path}.matchExpressions`, each, 'In or NotIn with values, Exists or DoesNotExist without', 'correct it');
    }
  }

  private unique(named: readonly NamedExpression[], path: string): void {
    const names = named.map(({ name }) => name);
    this.expect(new Set(names).size === names.length, path, names, 'a name for each', 'rename one of them');
  }

  private expression(value: unknown, path: string): PolicyExpression {
    return { path, text: this.text(value, path) };
  }

  private text(value: unknown, path: string): string {
    this.expect(typeof value === 'string' && value.trim() !== '', path, value, 'a text', 'write one');
    return String(value);
  }

  private texts(value: unknown, path: string): string[] {
    this.expect(!isSet(value) || (Array.isArray(value) && value.every(each => typeof each === 'string')), path, value, 'a list of texts', 'correct it');
    return Array.isArray(value) ? value.map(String) : [];
  }

  private list(value: unknown, path: string, part: keyof typeof FIELDS): [JsonObject, string][] {
    this.expect(!isSet(value) || Array.isArray(value), path, value, 'a list', 'correct it');
    return (Array.isArray(value) ? value : []).map((each, i) => [this.object(each, `${path}[${i}]`, part), `${path}[${i}]`]);
  }

  private object(value: unknown, path: string, part: keyof typeof FIELDS): JsonObject {
    const object = objectAt(value, []);
    this.expect(object === value, path, value, 'named values', 'write them');
    const known: readonly string[] = FIELDS[part];
    for (const field of Object.keys(object).filter(name => !known.includes(name))) {
      this.problems.push({ what: `${this.shown}: field of ${path} is unknown`, got: field, expected: `one of ${known.join(', ')}`, todo: 'correct it' });
    }
    return object;
  }

  private expect(holds: boolean, path: string, got: unknown, expected: string, todo: string): void {
    if (!holds) { this.problems.push({ what: `${this.shown}: ${path}`, got, expected, todo }); }
  }
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
