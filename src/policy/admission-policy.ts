import type { PolicyShape } from './policy-shape';
import { Covers, expressionFor, Rule } from './rule';
import { ruleEnvironment, typesOf } from './rule-program';
import type { Expr } from '../cel/ast';
import { parse } from '../cel/parse';
import { print } from '../cel/print';
import { substitute } from '../cel/substitute';
import { BOOL, DYN } from '../cel/type';

/** Leave for one object that people write, by kind, namespace and exact name; for one of its containers, or all. */
export interface WaivedObject {
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
}

/**
 * Who makes pods, and what stands between, from templates that were judged when somebody wrote them. They are known by the identity under which
 * they ask, which nobody else can take: names, labels and owner references anyone may write.
 */
const CONTROLLERS = [
  'deployment-controller', 'replicaset-controller', 'replication-controller', 'statefulset-controller', 'daemon-set-controller', 'job-controller',
  'cronjob-controller',
].map(name => `system:serviceaccount:kube-system:${name}`).concat('system:kube-controller-manager');

/** Spec of a ValidatingAdmissionPolicy that judges what the rules judge at synthesis; nothing where none of them applies. */
export function admissionPolicySpec(props: PolicyProps): Record<string, unknown> | undefined {
  const { shape } = props;
  const validations = props.rules.filter(shape.takes).flatMap(rule => validationOf(rule, props));
  if (validations.length === 0) { return undefined; }
  return {
    failurePolicy: 'Fail',
    matchConditions: matchConditions(shape),
    matchConstraints: { matchPolicy: 'Equivalent', resourceRules: shape.resourceRules.map(rule => ({ ...rule })) },
    validations,
    variables: variables(shape),
  };
}

function matchConditions({ changed, isMadeByControllers }: PolicyShape): object[] {
  return [
    ...(changed ? [{ name: 'what-runs-changes', expression: `request.operation == 'CREATE' || ${changed}` }] : []),
    { name: 'not-being-deleted', expression: 'request.operation == \'CREATE\' || !has(oldObject.metadata.deletionTimestamp)' },
    ...(isMadeByControllers
      ? [{ name: 'not-made-from-a-judged-template', expression: `!(request.userInfo.username in ${list(CONTROLLERS)})` }]
      : []),
  ];
}

function variables({ pod, lists }: PolicyShape): object[] {
  return [
    { name: 'id', expression: 'object.kind + \'/\' + request.namespace + \'/\' + object.metadata.name' },
    ...(pod ? [{ name: 'pod', expression: pod.spec }, { name: 'meta', expression: pod.meta }] : []),
    ...Object.entries(lists).map(([covers, expression]) => ({ name: listName(covers as Covers), expression })),
    ...(pod ? [{ name: 'volumes', expression: 'variables.pod.?volumes.orValue([])' }] : []),
  ];
}

function listName(covers: Covers): string {
  return `${covers}Containers`;
}

function list(texts: readonly string[]): string {
  return print({ kind: 'list', elements: texts.map(value => ({ value: { kind: 'literal', value, at: 0 }, optional: false })), at: 0 });
}

/** A rule as one validation, or none where it does not apply. It is made from the tree of its expression, never from its text. */
function validationOf(rule: Rule, { shape, minor, waived, spared }: PolicyProps): object[] {
  const text = expressionFor(rule, minor);
  if (text === undefined) { return []; }
  const range = rangeOf(rule, shape);
  if (rule.on === 'container' && range === undefined) { return []; }
  // Compiled as at synthesis, so that what the server would refuse is refused here.
  ruleEnvironment(minor).compile(text, typesOf(rule.on), BOOL);
  const element = or([...waiversOf(rule, waived(rule)), substitute(parse(text), { pod: parse('variables.pod'), meta: parse('variables.meta') })]);
  const whole = range === undefined ? element : parse(`${range}.all(${rule.on}, ${print(element)})`);
  const expression = print(or([...exemption(spared(rule)), whole]));
  ruleEnvironment(minor).compile(expression, { object: DYN, oldObject: DYN, request: DYN, variables: DYN }, BOOL);
  return [{ expression, message: `${rule.id}: ${rule.message}` }];
}

function rangeOf({ on, covers = 'all' }: Rule, { lists }: PolicyShape): string | undefined {
  if (on === 'volume') { return 'variables.volumes'; }
  return on === 'container' && lists[covers] !== undefined ? `variables.${listName(covers)}` : undefined;
}

function or(terms: readonly Expr[]): Expr {
  return terms.length === 1 ? terms[0] : { kind: 'or', terms, at: 0 };
}

function exemption(namespaces: readonly string[]): Expr[] {
  return namespaces.length === 0 ? [] : [parse(`request.namespace in ${list(namespaces)}`)];
}

/** One waiver never lifts another rule: it stands inside the rule that it is for. */
function waiversOf({ on }: Rule, waived: readonly WaivedObject[]): Expr[] {
  const ids = waived.filter(({ container }) => container === undefined || on !== 'container').map(idOf);
  const containers = waived.filter(({ container }) => container !== undefined && on === 'container').map(each => `${idOf(each)}/${each.container}`);
  return [
    ...(ids.length > 0 ? [parse(`variables.id in ${list(ids)}`)] : []),
    ...(containers.length > 0 ? [parse(`variables.id + '/' + container.name in ${list(containers)}`)] : []),
  ];
}

function idOf({ kind, namespace, name }: WaivedObject): string {
  return `${kind}/${namespace}/${name}`;
}
