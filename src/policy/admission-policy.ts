import { changeOf, judgedFields, stayOf } from './judged-fields';
import type { OperatorWaiver } from './operator-waiver';
import { isAbout, PolicyShape } from './policy-shape';
import { Covers, expressionFor, Rule } from './rule';
import { ruleEnvironment, typesOf } from './rule-program';
import type { Expr } from '../cel/ast';
import { parse } from '../cel/parse';
import { print } from '../cel/print';
import { substitute } from '../cel/substitute';
import { BOOL, DYN } from '../cel/type';
import { refuse } from '../kube/problem';

/** Leave for one object that people write, by kind, namespace and exact name; for one of its containers, or all. */
export interface WaivedObject {
  /** As rules write it: `Service`, `apps/Deployment`. */
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly container?: string;
}

/** What a policy is made of. */
export interface PolicyProps {
  readonly shape: PolicyShape;
  readonly rules: readonly Rule[];
  /** The minor version of the cluster. */
  readonly minor: number;
  readonly waived: (rule: Rule) => readonly WaivedObject[];
  /** Namespaces in which a rule is not demanded. */
  readonly spared: (rule: Rule) => readonly string[];
  /** Whether the labels of each namespace say which levels are demanded in it. */
  readonly byLabel?: boolean;
  /** Operators whose objects cannot be named beforehand. */
  readonly operators?: readonly OperatorWaiver[];
}

/** The parser of the API server reads 100,000 letters of an expression; what the rule itself says is far below the rest. */
const LONGEST_WAIVERS = 80_000;

/** Spec of a ValidatingAdmissionPolicy that judges what the rules judge at synthesis; nothing where none of them applies. */
export function admissionPolicySpec(props: PolicyProps): Record<string, unknown> | undefined {
  const { shape, minor } = props;
  const rules = props.rules.filter(shape.takes);
  const fields = new Set(rules.flatMap(rule => fieldsOf(rule, minor)));
  const validations = rules.flatMap(rule => validationOf(rule, props, fields.size));
  if (validations.length === 0) { return undefined; }
  return {
    failurePolicy: 'Fail',
    matchConditions: matchConditions(shape, shape.changed ?? changeOf([...fields])),
    matchConstraints: { matchPolicy: 'Equivalent', resourceRules: shape.resourceRules.map(rule => ({ ...rule })) },
    validations,
    variables: used(variables(shape), validations.map(({ expression }) => expression)),
  };
}

/** Of what of the object itself a rule speaks. */
function fieldsOf(rule: Rule, minor: number): readonly string[] {
  const text = rule.on === 'object' ? expressionFor(rule, minor) : undefined;
  return text === undefined ? [] : judgedFields(parse(text));
}

function matchConditions({ passed }: PolicyShape, changed: string | undefined): object[] {
  return [
    ...(changed ? [{ name: 'what-is-judged-changes', expression: `request.operation == 'CREATE' || ${changed}` }] : []),
    { name: 'not-being-deleted', expression: 'request.operation == \'CREATE\' || !has(oldObject.metadata.deletionTimestamp)' },
    ...(passed.length > 0 ? [{ name: 'not-written-by-kubernetes', expression: `!(request.userInfo.username in ${celList(passed)})` }] : []),
  ];
}

interface Named {
  readonly name: string;
  readonly expression: string;
}

/** In the order in which they stand, since each may speak of those before it. */
function used(all: readonly Named[], texts: readonly string[]): Named[] {
  const said = [...all].reverse().reduce((found, { name, expression }) => (
    found.some(text => text.includes(`variables.${name}`)) ? [...found, expression] : found
  ), texts);
  return all.filter(({ name }) => said.some(text => text.includes(`variables.${name}`)));
}

function variables({ pod, lists, id }: PolicyShape): Named[] {
  return [
    { name: 'id', expression: id },
    ...(pod ? [{ name: 'pod', expression: pod.spec }, { name: 'meta', expression: pod.meta }] : []),
    ...Object.entries(lists).map(([covers, expression]) => ({ name: listName(covers as Covers), expression })),
    ...(pod ? [{ name: 'volumes', expression: 'variables.pod.?volumes.orValue([])' }] : []),
  ];
}

function listName(covers: Covers): string {
  return `${covers}Containers`;
}

/** Texts as CEL writes them. */
export function celList(texts: readonly string[]): string {
  return print({ kind: 'list', elements: texts.map(value => ({ value: { kind: 'literal', value, at: 0 }, optional: false })), at: 0 });
}

/**
 * A rule as one validation, or none where it does not apply. It is made from the tree of its expression, never from its text.
 *
 * @param watched how many fields of the object all rules of the policy speak of
 */
function validationOf(rule: Rule, props: PolicyProps, watched: number): { readonly expression: string; readonly message: string }[] {
  const { shape, minor } = props;
  const text = expressionFor(rule, minor);
  if (text === undefined) { return []; }
  const range = rangeOf(rule, shape);
  if (rule.on === 'container' && range === undefined) { return []; }
  // Compiled as at synthesis, so that what the server would refuse is refused here.
  ruleEnvironment(minor).compile(text, typesOf(rule.on), BOOL);
  const replaced: { readonly [name: string]: Expr } = shape.pod ? { pod: parse('variables.pod'), meta: parse('variables.meta') } : {};
  const waived = props.waived(rule).filter(({ kind }) => shape.kinds.includes(kind));
  const element = or([...waiversOf(rule, waived), substitute(parse(text), replaced)]);
  const whole = range === undefined ? element : parse(`${range}.all(${rule.on}, ${print(element)})`);
  const fields = fieldsOf(rule, minor);
  const stays = fields.length > 0 && fields.length < watched ? [parse(stayOf(fields))] : [];
  const expression = print(or([...exemptions(rule, props), ...stays, whole]));
  ruleEnvironment(minor).compile(expression, { object: DYN, oldObject: DYN, request: DYN, variables: DYN, namespaceObject: DYN }, BOOL);
  return [{ expression, message: `${rule.id}: ${rule.message}` }];
}

function rangeOf({ on, covers = 'all' }: Rule, { lists }: PolicyShape): string | undefined {
  if (on === 'volume') { return 'variables.volumes'; }
  return on === 'container' && lists[covers] !== undefined ? `variables.${listName(covers)}` : undefined;
}

function or(terms: readonly Expr[]): Expr {
  return terms.length === 1 ? terms[0] : { kind: 'or', terms, at: 0 };
}

const ENFORCED = 'namespaceObject.metadata.?labels[?\'pod-security.kubernetes.io/enforce\'].orValue(\'\')';

/** By what Pod Security itself goes by: the restricted level is demanded where it is enforced, the baseline one wherever no less is. */
const WHERE_NOT_DEMANDED = { baseline: `${ENFORCED} == 'privileged'`, restricted: `${ENFORCED} != 'restricted'` };

/** Where the rule does not count, whatever the object says: another kind, a namespace of another level, an operator with leave. */
function exemptions(rule: Rule, { shape, spared, byLabel = false, operators = [] }: PolicyProps): Expr[] {
  const kinds = shape.kinds.filter(kind => isAbout(rule, [kind]));
  const namespaces = spared(rule);
  return [
    ...(kinds.length < shape.kinds.length ? [parse(`!(object.kind in ${celList(kinds.map(kindName))})`)] : []),
    ...(namespaces.length > 0 ? [parse(`${shape.namespace} in ${celList(namespaces)}`)] : []),
    ...(byLabel && rule.level ? [parse(WHERE_NOT_DEMANDED[rule.level])] : []),
    ...operators.filter(operator => operator.rule === rule.id).map(({ namespace, serviceAccount }) => parse(
      `${shape.namespace} == ${celText(namespace)} && request.userInfo.username == ${celText(`system:serviceaccount:${serviceAccount.replace('/', ':')}`)}`,
    )),
  ];
}

function celText(value: string): string {
  return print({ kind: 'literal', value, at: 0 });
}

/** One waiver never lifts another rule: it stands inside the rule that it is for. */
function waiversOf({ id, on }: Rule, waived: readonly WaivedObject[]): Expr[] {
  const ids = [...new Set(waived.filter(({ container }) => container === undefined || on !== 'container').map(idOf))];
  const containers = [...new Set(waived.filter(({ container }) => container !== undefined && on === 'container').map(each => `${idOf(each)}/${each.container}`))];
  const length = [...ids, ...containers].join().length;
  if (length > LONGEST_WAIVERS) {
    refuse({
      what: `waivers of ${id} are more than the API server reads in one policy`,
      got: `${length} letters in names of ${waived.length} objects`,
      expected: `at most ${LONGEST_WAIVERS}`,
      todo: `leave ${id} out of the guardrails, or waive it for fewer objects`,
    });
  }
  return [
    ...(ids.length > 0 ? [parse(`variables.id in ${celList(ids)}`)] : []),
    ...(containers.length > 0 ? [parse(`variables.id + '/' + container.name in ${celList(containers)}`)] : []),
  ];
}

function idOf({ kind, namespace, name }: WaivedObject): string {
  return `${kindName(kind)}/${namespace}/${name}`;
}

/** As an object itself says it, without the group. */
function kindName(kind: string): string {
  return kind.slice(kind.indexOf('/') + 1);
}
