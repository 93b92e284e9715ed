import { Chart, Testing } from 'cdk8s';
import { binding, configMap, documents, namespace, policy, validations } from './policies';
import { AdmissionPolicies } from '../../src/policy/loaded-policies';
import { policyAudit } from '../../src/policy/policy-audit';

const chart = new Chart(Testing.app(), 'chart');

function judged(policies: object[], objects: object[]): string[] {
  const run = policyAudit(AdmissionPolicies.load(documents(...policies), 36));
  objects.forEach(json => run.see!({ construct: chart, json }));
  return run.conclude().map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
}

const rulesFor = (group: string, version: string, resource: string) => [{ apiGroups: [group], apiVersions: [version], operations: ['CREATE'], resources: [resource] }];

const SMALL = policy('small', { validations: validations('size(object.data) < 2') });
const LARGE = configMap('large', { a: '1', b: '2' });

test('what a policy refuses is an error, and what it takes is nothing', () => {
  expect(judged([SMALL, binding('small')], [LARGE, configMap('one', { a: '1' })])).toEqual([
    'error small: ConfigMap shop/large: so it must be (data)',
  ]);
});

test('a policy without a binding judges nothing, and says so', () => {
  expect(judged([SMALL], [LARGE])).toEqual([
    'warning small: ValidatingAdmissionPolicy "small" in policies.yaml has no binding, so that it judges nothing; add one, or remove it',
  ]);
});

test('a binding of another policy is told', () => {
  expect(judged([binding('smal')], [LARGE])).toEqual([
    'warning smal: ValidatingAdmissionPolicyBinding "smal" in policies.yaml names a policy that is not there: got smal; name its file too, or correct the name',
  ]);
});

test('what only warns in the cluster, or is only written down there, is a warning', () => {
  const found = (...validationActions: string[]) => judged([SMALL, binding('small', { validationActions })], [LARGE]).map(line => line.split(' ')[0]);
  expect([found('Warn'), found('Audit'), found('Warn', 'Audit'), found('Deny', 'Audit')]).toEqual([['warning'], ['warning'], ['warning'], ['error']]);
});

test('of two bindings the gravest counts, once', () => {
  const found = judged([SMALL, binding('small', { validationActions: ['Warn'] }), binding('small', { name: 'b' })], [LARGE]);
  expect(found).toEqual(['error small: ConfigMap shop/large: so it must be (data)']);
});

test('an expression without a value refuses, or not, as the policy says', () => {
  const bare = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'bare', namespace: 'shop' } };
  expect(judged([SMALL, binding('small')], [bare])).toEqual([
    'error small: ConfigMap shop/bare: refused by ValidatingAdmissionPolicy "small" in policies.yaml, which cannot judge it: '
      + 'expression \'size(object.data) < 2\' resulted in error: no such key: data; write what it asks for, or let the policy allow for its absence',
  ]);
  const ignoring = policy('small', { failurePolicy: 'Ignore', validations: validations('size(object.data) < 2') });
  expect(judged([ignoring, binding('small')], [bare])).toEqual([]);
  expect(judged([ignoring, binding('small')], [LARGE])).toEqual(['error small: ConfigMap shop/large: so it must be (data)']);
});

test('parameters may stand behind what they judge, among the objects of the app', () => {
  const limited = policy('limited', { paramKind: { apiVersion: 'v1', kind: 'ConfigMap' }, validations: validations('size(object.data) <= int(params.data.most)') });
  const bound = binding('limited', { paramRef: { name: 'limits', parameterNotFoundAction: 'Deny' } });
  expect(judged([limited, bound], [LARGE, configMap('limits', { most: '1' })])).toEqual(['error limited: ConfigMap shop/large: so it must be (data)']);
  expect(judged([limited, bound], [LARGE, configMap('limits', { most: '2' })])).toEqual([]);
});

test('labels of a namespace count wherever it stands', () => {
  const strict = policy('strict', { match: { namespaceSelector: { matchLabels: { tier: 'strict' } } }, validations: validations('false') });
  expect(judged([strict, binding('strict')], [LARGE, namespace('shop', { tier: 'strict' })])).toEqual(['error strict: ConfigMap shop/large: so it must be']);
  expect(judged([strict, binding('strict')], [LARGE, namespace('shop', { tier: 'lax' })])).toEqual([]);
});

test('each of several validations is a rule of its own', () => {
  const two = policy('two', { validations: [...validations('false'), ...validations('object.kind == "Secret"')] });
  expect(judged([two, binding('two')], [LARGE])).toEqual([
    'error two-0: ConfigMap shop/large: so it must be', 'error two-1: ConfigMap shop/large: so it must be (kind)',
  ]);
});

test('what asks who may do what is left to the cluster, by name', () => {
  const asking = policy('asking', {
    variables: [{ name: 'may', expression: 'authorizer.group("").resource("secrets").check("get").allowed()' }],
    validations: [{ expression: 'variables.may' }, ...validations('false')],
  });
  expect(judged([asking, binding('asking')], [LARGE])).toEqual([
    'error asking-1: ConfigMap shop/large: so it must be',
    ...['spec.variables[0].expression', 'spec.validations[0].expression'].map(path => (
      `warning asking: ValidatingAdmissionPolicy "asking" in policies.yaml: ${path} asks the cluster who may do what, so that only the cluster can judge it; `
        + 'expect its verdict there'
    )),
  ]);
});

test('where a condition asks who may do what, nothing of the policy is judged', () => {
  const asking = policy('asking', {
    matchConditions: [{ name: 'may', expression: 'authorizer.requestResource.check("escalate").allowed()' }], validations: validations('false'),
  });
  expect(judged([asking, binding('asking')], [LARGE]).map(line => line.split(':')[0])).toEqual(['warning asking']);
});

test('of a custom kind that nobody describes the resource is guessed, and that is told', () => {
  const rules = [{ apiGroups: ['example.com'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['witches'] }];
  const witch = { apiVersion: 'example.com/v1', kind: 'Witch', metadata: { name: 'w', namespace: 'shop' } };
  const none = policy('no-witches', { rules, validations: validations('false') });
  const crd = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'hexen.example.com' },
    spec: { group: 'example.com', names: { kind: 'Witch', plural: 'hexen' }, scope: 'Namespaced', versions: [{ name: 'v1', served: true }] },
  };
  expect(judged([none, binding('no-witches')], [witch])).toEqual([
    'error no-witches: Witch shop/w: so it must be',
    'warning no-witches: example.com/Witch: resource of a custom kind is not known: got none, expected a CustomResourceDefinition in the app or beside the '
      + 'policies; add it, else "witches" is taken for it',
  ]);
  expect(judged([none, binding('no-witches')], [witch, crd])).toEqual([]);
});

test('no policy judges policies', () => {
  const all = { apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*'] };
  const none = policy('none', { rules: [all], validations: validations('false') });
  expect(judged([none, binding('none')], [SMALL, binding('small')])).toEqual([]);
  expect(judged([none, binding('none')], [configMap('a')])).toEqual(['error none: ConfigMap shop/a: so it must be']);
});

test('a custom resource is judged in the version that the policy names', () => {
  const crd = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'witches.example.com' },
    spec: { group: 'example.com', names: { kind: 'Witch', plural: 'witches' }, scope: 'Namespaced', versions: [{ name: 'v1' }, { name: 'v2' }] },
  };
  const witch = { apiVersion: 'example.com/v1', kind: 'Witch', metadata: { name: 'w', namespace: 'shop' } };
  const newer = policy('newer', { rules: rulesFor('example.com', 'v2', 'witches'), validations: validations('object.apiVersion != "example.com/v2"') });
  expect(judged([newer, binding('newer'), crd], [witch])).toEqual(['error newer: Witch shop/w: so it must be (apiVersion)']);
});

test('what only the cluster converts is left to it, by name', () => {
  const hpa = { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name: 'web', namespace: 'shop' }, spec: { maxReplicas: 3 } };
  const older = policy('older', { rules: rulesFor('autoscaling', 'v1', 'horizontalpodautoscalers'), validations: validations('false') });
  expect(judged([older, binding('older')], [hpa])).toEqual([
    'warning older: HorizontalPodAutoscaler shop/web: ValidatingAdmissionPolicy "older" in policies.yaml judges it in another version, into which only the cluster '
      + 'converts: got autoscaling/v2, expected autoscaling/v1; write the object in this version, or judge it in both',
  ]);
  expect(judged([older, binding('older')], [{ ...hpa, apiVersion: 'autoscaling/v1' }])).toEqual(['error older: HorizontalPodAutoscaler shop/web: so it must be']);
});

test('what is no object of Kubernetes is passed over', () => {
  expect(judged([SMALL, binding('small')], [null as any, { kind: 'ConfigMap' }, {}])).toEqual([]);
});

test('conditions and messages judge by what the server fills in', () => {
  const scaled = policy('scaled', { rules: rulesFor('apps', 'v1', 'deployments'), validations: validations('object.spec.replicas >= 2', { messageExpression: '"got " + string(object.spec.replicas)' }) });
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'shop' }, spec: {} };
  expect(judged([scaled, binding('scaled')], [deployment])).toEqual(['error scaled: Deployment shop/web: got 1 (spec.replicas)']);
  expect(judged([scaled, binding('scaled')], [{ ...deployment, spec: { replicas: 2 } }])).toEqual([]);
});

test('a binding judges only what its own match is about', () => {
  const bound = binding('small', { matchResources: { objectSelector: { matchLabels: { tier: 'back' } } } });
  expect(judged([SMALL, bound], [LARGE])).toEqual([]);
  expect(judged([SMALL, bound], [configMap('large', { a: '1', b: '2' }, { labels: { tier: 'back' } })])).toHaveLength(1);
});

test('labels of a namespace count for a binding too, wherever it stands', () => {
  const bound = binding('small', { matchResources: { namespaceSelector: { matchLabels: { tier: 'strict' } } } });
  expect(judged([SMALL, bound], [LARGE, namespace('shop', { tier: 'strict' })])).toHaveLength(1);
  expect(judged([SMALL, bound], [LARGE, namespace('shop', { tier: 'lax' })])).toEqual([]);
  expect(judged([SMALL, bound, binding('small', { name: 'always' })], [LARGE, namespace('shop', { tier: 'lax' })])).toHaveLength(1);
});

const SEES = 'namespaceObject == null ? "none" : namespaceObject.metadata.name + " " + namespaceObject.metadata.labels.tier';
const everywhere = (fields: object) => policy('seen', {
  rules: ['configmaps', 'namespaces', 'nodes'].map(resource => rulesFor('', 'v1', resource)[0]), validations: validations('false'), ...fields,
});

test('an expression sees the namespace of the object, and none where it is in none or is one itself', () => {
  const seen = everywhere({ validations: validations('false', { messageExpression: SEES }) });
  const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n' } };
  expect(judged([seen, binding('seen')], [configMap('a'), node, namespace('shop', { tier: 'strict' })])).toEqual([
    'error seen: ConfigMap shop/a: shop strict', 'error seen: Node n: none', 'error seen: Namespace shop: none',
  ]);
});

test.each<[string, object]>([
  ['a variable', { variables: [{ name: 'seen', expression: SEES }], validations: validations('variables.seen != "shop strict"') }],
  ['a validation', { validations: validations(`(${SEES}) != "shop strict"`) }],
])('%s waits for the namespace', (_, fields) => {
  const seen = everywhere({ ...fields, rules: [rulesFor('', 'v1', 'configmaps')[0]] });
  expect(judged([seen, binding('seen')], [configMap('a'), namespace('shop', { tier: 'strict' })])).toEqual(['error seen: ConfigMap shop/a: so it must be']);
  expect(judged([seen, binding('seen')], [configMap('a'), namespace('shop', { tier: 'lax' })])).toEqual([]);
});

test('conditions of the policy see no namespace, in the cluster neither', () => {
  const seen = everywhere({ rules: rulesFor('', 'v1', 'configmaps'), matchConditions: [{ name: 'none', expression: 'namespaceObject == null' }] });
  expect(judged([seen, binding('seen')], [namespace('shop'), configMap('a')])).toEqual(['error seen: ConfigMap shop/a: so it must be']);
});

test('a Namespace of another group is an object in a namespace like any other', () => {
  const rules = rulesFor('example.com', 'v1', 'namespaces');
  const crd = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'namespaces.example.com' },
    spec: { group: 'example.com', names: { kind: 'Namespace', plural: 'namespaces' }, scope: 'Namespaced', versions: [{ name: 'v1', served: true }] },
  };
  const other = { apiVersion: 'example.com/v1', kind: 'Namespace', metadata: { name: 'x', namespace: 'shop' } };
  const seen = everywhere({ rules, validations: validations('false', { messageExpression: SEES }) });
  expect(judged([seen, binding('seen')], [crd, other, namespace('shop', { tier: 'strict' })])).toEqual(['error seen: Namespace shop/x: shop strict']);
});

test.each([
  ['Fail', ['error limited: ConfigMap shop/large: refused by ValidatingAdmissionPolicy "limited" in policies.yaml, which cannot judge it: '
    + 'failed to configure binding: no params found for policy binding with `Deny` parameterNotFoundAction; write what it asks for, or let the policy allow for its absence']],
  ['Ignore', []],
])('parameters that are not there refuse, or not, as the policy says: %s', (failurePolicy, found) => {
  const limited = policy('limited', { failurePolicy, paramKind: { apiVersion: 'v1', kind: 'ConfigMap' }, validations: validations('params.data.most != ""') });
  const bound = (action: string) => binding('limited', { validationActions: ['Warn'], paramRef: { name: 'limits', parameterNotFoundAction: action } });
  expect(judged([limited, bound('Deny')], [LARGE])).toEqual(found);
  expect(judged([limited, bound('Allow')], [LARGE])).toEqual([]);
});

test('what is told of a policy is told once', () => {
  const asking = policy('asking', { rules: rulesFor('autoscaling', 'v1', 'horizontalpodautoscalers'), validations: validations('false') });
  const hpa = { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name: 'web', namespace: 'shop' }, spec: { maxReplicas: 3 } };
  expect(judged([asking, binding('asking'), binding('asking', { name: 'b' })], [hpa])).toHaveLength(1);
  expect(judged([asking, binding('asking')], [hpa, { ...hpa, metadata: { name: 'api', namespace: 'shop' } }])).toHaveLength(2);
});

test('nothing is told where nothing was judged', () => {
  expect(judged([SMALL], [])).toEqual([]);
});

test('a finding has the field at fault where one is known', () => {
  const run = policyAudit(AdmissionPolicies.load(documents(SMALL, binding('small')), 36));
  run.see!({ construct: chart, json: LARGE });
  expect(run.conclude()).toMatchObject([{ rule: 'small', field: 'data', object: 'ConfigMap shop/large', construct: chart }]);
});
