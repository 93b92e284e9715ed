import { binding, CONFIG_MAPS, policy, validations } from './policies';
import { sentence } from '../../src/kube/problem';
import { PolicyReading } from '../../src/policy/policy-reading';

const FULL = policy('full', {
  failurePolicy: 'Ignore',
  paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
  matchConditions: [{ name: 'c', expression: 'true' }],
  variables: [{ name: 'v', expression: '1' }],
  validations: [{ expression: 'true', message: 'm', messageExpression: '"x"', reason: 'Forbidden' }],
  auditAnnotations: [{ key: 'k', valueExpression: '"a"' }],
});

const OK = { validations: validations('true') };
const read = (json: unknown) => {
  const reading = new PolicyReading();
  return { spec: reading.policy({ json, file: 'a.yaml', line: 3 }), problems: reading.problems.map(sentence) };
};
const bound = (spec: object) => {
  const reading = new PolicyReading();
  return { spec: reading.binding({ json: binding('p', spec as any), file: 'a.yaml' }), problems: reading.problems.map(sentence) };
};

test('a policy is read whole', () => {
  expect(read(FULL)).toEqual({
    problems: [],
    spec: {
      name: 'full',
      shown: 'ValidatingAdmissionPolicy "full" in a.yaml, line 3',
      ignoresFaults: true,
      paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
      matchConstraints: { resourceRules: [CONFIG_MAPS] },
      matchConditions: [{ name: 'c', path: 'spec.matchConditions[0].expression', text: 'true' }],
      variables: [{ name: 'v', path: 'spec.variables[0].expression', text: '1' }],
      validations: [{
        path: 'spec.validations[0].expression', text: 'true', message: 'm', messageExpression: { path: 'spec.validations[0].messageExpression', text: '"x"' },
      }],
      auditAnnotations: [{ path: 'spec.auditAnnotations[0].valueExpression', text: '"a"' }],
    },
  });
});

test('a binding is read whole', () => {
  const spec = {
    validationActions: ['Warn', 'Audit'],
    paramRef: { name: 'x', namespace: 'y', parameterNotFoundAction: 'Deny' },
    matchResources: { namespaceSelector: { matchLabels: { a: 'b' } } },
  };
  expect(bound(spec)).toEqual({
    problems: [],
    spec: {
      name: 'p',
      shown: 'ValidatingAdmissionPolicyBinding "p" in a.yaml',
      policyName: 'p',
      actions: ['Warn', 'Audit'],
      paramRef: { name: 'x', namespace: 'y', deniesIfMissing: true },
      matchResources: { namespaceSelector: { matchLabels: { a: 'b' } } },
    },
  });
});

test('a policy fails where it does not say what a fault means', () => {
  expect(read(policy('p', { ...OK, failurePolicy: undefined })).spec.ignoresFaults).toBe(false);
});

const AT = 'ValidatingAdmissionPolicy "p" in a.yaml, line 3: ';
const rule = (change: object) => ({ ...OK, rules: [{ ...CONFIG_MAPS, ...change }] });
const selecting = (selector: object) => ({ ...OK, match: { objectSelector: selector } });

test.each([
  [{ ...OK, validation: [] }, 'field of spec is unknown: got "validation", expected one of failurePolicy, paramKind,'],
  [{ validations: [{ expression: 'true', mesage: 'a' }] }, 'field of spec.validations[0] is unknown: got "mesage", expected one of expression, message,'],
  [{}, 'spec.validations: got undefined, expected at least one validation; write one'],
  [{ validations: 'true' }, 'spec.validations: got "true", expected a list; correct it'],
  [{ validations: ['true'] }, 'spec.validations[0]: got "true", expected named values; write them'],
  [{ validations: [{ message: 'a' }] }, 'spec.validations[0].expression: got undefined, expected a text; write one'],
  [{ ...OK, failurePolicy: 'fail' }, 'spec.failurePolicy: got "fail", expected Fail or Ignore; correct it'],
  [{ ...OK, rules: [] }, 'spec.matchConstraints.resourceRules: got [], expected at least one rule; say which resources are judged'],
  [rule({ apiGroups: [] }), 'spec.matchConstraints.resourceRules[0].apiGroups: got [], expected at least one, or "*"; say which'],
  [rule({ operations: 'CREATE' }), 'spec.matchConstraints.resourceRules[0].operations: got "CREATE", expected a list of texts; correct it'],
  [rule({ scope: 'namespaced' }), 'spec.matchConstraints.resourceRules[0].scope: got "namespaced", expected Cluster, Namespaced or *; correct it'],
  [{ ...OK, match: { matchPolicy: 'Same' } }, 'spec.matchConstraints.matchPolicy: got "Same", expected Equivalent or Exact; correct it'],
  [selecting({ matchExpressions: [{ key: 'a', operator: 'In' }] }), 'spec.matchConstraints.objectSelector.matchExpressions: got {"key":"a","operator":"In"}, expected'],
  [selecting({ matchExpressions: [{ key: 'a', operator: 'Exists', values: ['b'] }] }), 'spec.matchConstraints.objectSelector.matchExpressions: got {'],
  [selecting({ labels: {} }), 'field of spec.matchConstraints.objectSelector is unknown: got "labels", expected one of matchLabels, matchExpressions'],
  [{ ...OK, variables: [{ name: 'a-b', expression: '1' }] }, 'spec.variables[0].expression: got "a-b", expected a variable whose name is an identifier; correct the name'],
  [{ ...OK, variables: [1, 2].map(() => ({ name: 'a', expression: '1' })) }, 'spec.variables: got ["a","a"], expected a name for each; rename one of them'],
  [{ ...OK, matchConditions: Array.from({ length: 65 }, (_, i) => ({ name: `c${i}`, expression: 'true' })) }, 'spec.matchConditions: got 65, expected at most 64;'],
  [{ ...OK, paramKind: { kind: 'ConfigMap' } }, 'spec.paramKind.apiVersion: got undefined, expected a text; write one'],
])('%j is refused', (spec, message) => {
  expect(read(policy('p', spec)).problems.filter(problem => problem.startsWith(`${AT}${message}`)).length).toBe(1);
});

const terms = (...matchExpressions: object[]) => selecting({ matchLabels: { a: 'b' }, matchExpressions });

test.each([
  [terms({ key: 'a', operator: 'In', values: ['b'] }, { key: 'a', operator: 'NotIn', values: ['b'] })],
  [terms({ key: 'a', operator: 'Exists' }, { key: 'a', operator: 'DoesNotExist', values: [] })],
  [{ ...OK, match: { namespaceSelector: {}, excludeResourceRules: [CONFIG_MAPS], matchPolicy: 'Exact' } }],
  [rule({ scope: 'Cluster' })],
  [rule({ scope: 'Namespaced' })],
  [rule({ scope: '*', resourceNames: ['a'] })],
  [{ ...OK, matchConditions: Array.from({ length: 64 }, (_, i) => ({ name: `c${i}`, expression: 'true' })) }],
  [{ ...OK, failurePolicy: null, paramKind: null, variables: null, matchConditions: null }],
  [{ validations: [{ expression: 'true', message: '', messageExpression: null }] }],
  [{ auditAnnotations: [{ key: 'k', valueExpression: '"a"' }] }],
])('%j is taken', (spec: any) => {
  expect(read(policy('p', spec)).problems).toEqual([]);
});

test.each<[any, string]>([
  [terms({ key: 'a', operator: 'In', values: [] }), 'objectSelector.matchExpressions: got {"key":"a","operator":"In","values":[]}, expected In or NotIn with values,'],
  [terms({ key: 'a', operator: 'NotIn' }), 'objectSelector.matchExpressions: got {'],
  [terms({ key: 'a', operator: 'In', values: 'b' }), 'objectSelector.matchExpressions: got {'],
  [terms({ key: 'a', operator: 'DoesNotExist', values: ['b'] }), 'objectSelector.matchExpressions: got {'],
  [terms({ key: 'a', operator: 'Gt', values: ['1'] }), 'objectSelector.matchExpressions: got {'],
  [terms({ key: 'a' }), 'objectSelector.matchExpressions: got {'],
  [{ ...OK, match: { namespaceSelector: { labels: {} } } }, 'namespaceSelector is unknown: got "labels"'],
  [{ ...OK, match: { excludeResourceRules: [{ ...CONFIG_MAPS, verbs: [] }] } }, 'excludeResourceRules[0] is unknown: got "verbs"'],
  [rule({ resources: ['configmaps', 1] }), 'resourceRules[0].resources: got ["configmaps",1], expected a list of texts'],
])('of what is matched, %j is refused', (spec, message) => {
  expect(read(policy('p', spec)).problems.filter(problem => problem.includes(`spec.matchConstraints.${message}`)).length).toBe(1);
});

test.each<[object, string]>([
  [policy('', OK), 'metadata.name: got "", expected a text; write one'],
  [policy(' ', OK), 'metadata.name: got " ", expected a text; write one'],
  [policy('p', { ...OK, paramKind: { apiVersion: 'v1' } }), 'spec.paramKind.kind: got undefined, expected a text; write one'],
  [policy('p', { ...OK, paramKind: 'ConfigMap' }), 'spec.paramKind: got "ConfigMap", expected named values; write them'],
  [policy('p', { ...OK, matchConditions: [{ expression: 'true' }] }), 'spec.matchConditions[0].name: got undefined, expected a text; write one'],
  [policy('p', { ...OK, matchConditions: [1, 2].map(() => ({ name: 'a', expression: 'true' })) }), 'spec.matchConditions: got ["a","a"], expected a name for each;'],
  [policy('p', { validations: [{ expression: 'true', message: 1 }] }), 'spec.validations[0].message: got 1, expected a text; write one'],
])('%j is refused for what it says', (json, message) => {
  expect(read(json).problems.filter(problem => problem.includes(`: ${message}`)).length).toBe(1);
});

const BOUND = 'ValidatingAdmissionPolicyBinding "p" in a.yaml: ';

test.each([
  [{ validationActions: [] }, 'spec.validationActions: got [], expected Deny or Warn, or Audit, or one of the two with Audit; correct the list'],
  [{ validationActions: ['Deny', 'Warn'] }, 'spec.validationActions: got ["Deny","Warn"], expected'],
  [{ validationActions: ['deny'] }, 'spec.validationActions: got ["deny"], expected'],
  [{ paramRef: { name: 'a' } }, 'spec.paramRef.parameterNotFoundAction: got undefined, expected Allow or Deny; say what happens without parameters'],
  [{ paramRef: { name: 'a', selector: {}, parameterNotFoundAction: 'Deny' } }, 'spec.paramRef: got {'],
  [{ paramRef: { parameterNotFoundAction: 'Deny' } }, 'spec.paramRef: got {"parameterNotFoundAction":"Deny"}, expected either a name or a selector;'],
  [{ paramRef: 'a' }, 'spec.paramRef: got "a", expected named values; write them'],
  [{ paramRef: { name: 1, parameterNotFoundAction: 'Allow' } }, 'spec.paramRef.name: got 1, expected a text; write one'],
  [{ paramRef: { name: 'a', namespace: 1, parameterNotFoundAction: 'Allow' } }, 'spec.paramRef.namespace: got 1, expected a text; write one'],
  [{ paramRef: { selector: { labels: {} }, parameterNotFoundAction: 'Allow' } }, 'field of spec.paramRef.selector is unknown: got "labels"'],
  [{ validationActions: ['Audit', 'Audit'] }, 'spec.validationActions: got ["Audit","Audit"], expected'],
  [{ validationActions: ['Deny', 'log'] }, 'spec.validationActions: got ["Deny","log"], expected'],
  [{ validationActions: 'Deny' }, 'spec.validationActions: got "Deny", expected a list of texts; correct it'],
  [{ matchResources: 'all' }, 'spec.matchResources: got "all", expected named values; write them'],
  [{ matchResources: { matchPolicy: 'Same' } }, 'spec.matchResources.matchPolicy: got "Same", expected Equivalent or Exact; correct it'],
  [{ policyName: '' }, 'spec.policyName: got "", expected a text; write one'],
])('of a binding, %j is refused', (spec, message) => {
  expect(bound(spec).problems.filter(problem => problem.startsWith(`${BOUND}${message}`)).length).toBe(1);
});

test('parameters are taken by a selector, and may be allowed to be missing', () => {
  const paramRef = { selector: { matchLabels: { a: 'b' } }, parameterNotFoundAction: 'Allow' };
  expect(bound({ paramRef })).toMatchObject({ problems: [], spec: { paramRef: { selector: { matchLabels: { a: 'b' } }, deniesIfMissing: false } } });
});
