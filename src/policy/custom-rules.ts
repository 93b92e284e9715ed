import { CoveredContainers, CustomRule, RuleElement } from './custom-rule';
import { DEPARTURE_RULES } from './departure-rules';
import { knownRules } from './known-rules';
import { Rule, Severity } from './rule';
import { ruleEnvironment, typesOf } from './rule-program';
import { NAMESPACE_RULES } from './waivable-rules';
import { RULE_ID } from './waiver-check';
import { CelError } from '../cel/cel-error';
import { BOOL } from '../cel/type';
import { withoutCredentials } from '../kube/credential';
import { Problem, sentence } from '../kube/problem';

/** As in a message of the catalog: what is wrong, and what to do. */
const MESSAGE = /^\S.*?; \S[^\n\r]*$/;
const LONGEST_ID = 63;
const KIND = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Z][A-Za-z0-9]*$/;

/** Rules of the library that stand in no catalog, since only the app or only the cluster knows what they are about. */
const ELSEWHERE = ['image-registry-trusted', 'controller-revision-unwritten'];

/** What the library itself finds, under whose names nobody may find other things. */
function takenIds(): ReadonlySet<string> {
  return new Set([...knownRules([]), ...DEPARTURE_RULES.map(({ id }) => id), ...Object.values(NAMESPACE_RULES), ...ELSEWHERE]);
}

/**
 * Rules of users as rules of the catalog, for one minor version of the cluster.
 *
 * @throws with everything that is wrong with any of them
 */
export function customRules(given: readonly CustomRule[], minor: number): readonly Rule[] {
  const problems = given.flatMap((rule, i) => problemsOf(rule, given.slice(0, i), minor));
  if (problems.length > 0) { throw new Error(problems.join('\n')); }
  return given.map(ruleFrom);
}

function ruleFrom({ id, on, expression, message, title, why, severity, kinds, covers, enforcedOnPods, controls }: CustomRule): Rule {
  const problem = message.slice(0, message.indexOf('; '));
  return {
    id,
    title: title ?? problem,
    why: why ?? problem,
    severity: severity ?? Severity.ERROR,
    on,
    ...(on === RuleElement.CONTAINER ? { covers: covers ?? CoveredContainers.ALL } : {}),
    ...(kinds && kinds.length > 0 ? { kinds: [...kinds] } : {}),
    expression,
    message,
    enforced: on === RuleElement.OBJECT ? 'object' : enforcedOnPods ? 'pod' : 'template',
    controls: { own: [...controls ?? []] },
  };
}

function problemsOf(rule: CustomRule, before: readonly CustomRule[], minor: number): string[] {
  const problems = problemsOfId(rule?.id, before);
  if (problems.length > 0) { return problems.map(sentence); }
  const { id, on } = rule;
  const member = (what: string, value: unknown, all: object): Problem[] => value === undefined || Object.values(all).includes(value) ? [] : [{
    what: `${what} of rule "${id}"`, got: value, expected: `one of ${Object.values(all).join(', ')}`, todo: 'correct it',
  }];
  const onProblems = member('element', on ?? null, RuleElement);
  return [
    ...[
      ...onProblems,
      ...member('severity', rule.severity, Severity),
      ...member('covered containers', rule.covers, CoveredContainers),
      ...problemsOfCovers(rule),
      ...problemsOfTexts(rule),
      ...problemsOfKinds(rule),
    ].map(sentence),
    ...(onProblems.length > 0 ? [] : problemsOfExpression(rule, minor)),
  ];
}

function problemsOfId(id: unknown, before: readonly CustomRule[]): Problem[] {
  if (typeof id !== 'string' || id.length > LONGEST_ID || !RULE_ID.test(id)) {
    return [{
      what: 'id of a rule',
      got: id,
      expected: `lower-case letters, digits and inner hyphens, beginning with a letter, at most ${LONGEST_ID}`,
      todo: 'say in it what must hold, like image-from-our-registry',
    }];
  }
  if (takenIds().has(id)) {
    return [{ what: 'rule has the id of another that the library brings', got: id, expected: 'an id of its own', todo: 'choose another, for example with the name of your company' }];
  }
  return before.some(other => other?.id === id)
    ? [{ what: 'two rules have one id', got: id, expected: 'an id for each', todo: 'choose another for one of them' }]
    : [];
}

function problemsOfTexts({ id, message, title, why, controls }: CustomRule): Problem[] {
  const wrong: Problem[] = [];
  if (typeof message !== 'string' || !MESSAGE.test(message)) {
    wrong.push({
      what: `message of rule "${id}"`, got: message, expected: 'what is wrong, then "; " and what to do about it, in one line', todo: 'add what is missing',
    });
  }
  for (const [what, text] of Object.entries({ title, why })) {
    if (text !== undefined && (typeof text !== 'string' || text.trim() === '')) {
      wrong.push({ what: `${what} of rule "${id}"`, got: text, expected: 'a sentence', todo: 'write one, or leave it out' });
    }
  }
  if (controls !== undefined && !isTexts(controls)) {
    wrong.push({ what: `controls of rule "${id}"`, got: controls, expected: 'a list of ids', todo: 'write them like ["CIS 5.2.6"]' });
  }
  return wrong;
}

function problemsOfCovers({ id, on, covers }: CustomRule): Problem[] {
  return covers === undefined || on === RuleElement.CONTAINER ? [] : [{
    what: `rule "${id}" covers containers, and is about none`, got: on, expected: RuleElement.CONTAINER, todo: 'leave covers out, or make the rule about containers',
  }];
}

function problemsOfKinds({ id, kinds }: CustomRule): Problem[] {
  const isRight = kinds === undefined || (isTexts(kinds) && kinds.every(kind => KIND.test(kind)));
  return isRight ? [] : [{
    what: `kinds of rule "${id}"`, got: kinds, expected: 'a list of kinds, each with its API group where it is not of the core', todo: 'write them like ["Service", "apps/Deployment"]',
  }];
}

/** What the API server would refuse is refused here, with the place in the text: also what is too long, or nests too deeply to be read. */
function problemsOfExpression({ id, on, expression }: CustomRule, minor: number): string[] {
  const what = `expression of rule "${id}"`;
  if (typeof expression !== 'string' || expression.trim() === '') {
    return [sentence({ what, got: expression, expected: `a condition on ${on}`, todo: 'write one' })];
  }
  try {
    ruleEnvironment(minor).compile(expression, typesOf(on), BOOL);
    return [];
  } catch (error) {
    if (error instanceof CelError) { return [`${what} cannot be taken: ${withoutCredentials(error.message)}`]; }
    throw error;
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(each => typeof each === 'string' && each !== '');
}
