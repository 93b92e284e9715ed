import { binding, configMap, policy, validations } from '../../policy/policies';

/** Policies with what they need, and what is put before them. */
export interface LoadedCase {
  readonly name: string;
  /** Policies, bindings, parameters and definitions, in the order in which they are made. */
  readonly documents: readonly any[];
  readonly objects: readonly any[];
  /** So many of the objects are refused: a case in which all or none are would prove little. */
  readonly refused: number;
}

/** Each policy is for objects that carry the name of its case, so that all can be in force at once. */
const only = (name: string, match: object = {}) => ({ objectSelector: { matchLabels: { case: name } }, ...match });
const labels = (name: string, more: object = {}) => ({ labels: { case: name, ...more } });
/** Where the objects stand: guardrails of other suites stand around other namespaces. */
const HOME = 'strict';
const at = (name: string, more: object = {}) => ({ namespace: HOME, ...labels(name, more) });
const CONFIG_MAP = { apiVersion: 'v1', kind: 'ConfigMap' };

interface Made {
  readonly spec?: any;
  readonly bindings?: readonly any[];
  readonly others?: readonly any[];
  readonly objects: (name: string) => readonly any[];
  readonly refused: number;
}

function made(name: string, { spec = {}, bindings = [{}], others = [], objects, refused }: Made): LoadedCase {
  return {
    name,
    documents: [
      ...others,
      policy(name, { ...spec, match: only(name, spec.match) }),
      ...bindings.map((each, i) => binding(name, { name: `${name}-${i}`, ...each })),
    ],
    objects: objects(name),
    refused,
  };
}

const maps = (...data: object[]) => (name: string) => data.map((each, i) => configMap(`${name}-${i}`, each, at(name)));
const paramsCase = (name: string, paramRef: object, rest: Partial<Made> & Pick<Made, 'others' | 'refused'>, spec: object = {}): LoadedCase => made(name, {
  spec: { paramKind: CONFIG_MAP, validations: validations('int(object.data.n) <= int(params.data.most)'), ...spec },
  bindings: [{ paramRef }],
  objects: maps({ n: '1' }, { n: '3' }, { n: '5' }),
  ...rest,
});
const limit = (name: string, most: string, more: object = {}) => configMap(name, { most }, { namespace: HOME, ...more });

const SERVICES = { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['services'] };
const EVERYTHING = { apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*'] };
const HPA_V1 = { apiGroups: ['autoscaling'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['horizontalpodautoscalers'] };
const service = (name: string, of: string) => ({
  apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: HOME, ...labels(of) }, spec: { ports: [{ port: 80 }] },
});
const hpa = (name: string, of: string) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name, namespace: HOME, ...labels(of) },
  spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
});
const role = (name: string, of: string) => ({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name, ...labels(of) }, rules: [] });
const space = (name: string, of: string, more: object = {}) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, ...labels(of, more) } });

/** A list so long that going over it in three nested loops costs more than one expression may. */
const LONG = Array.from({ length: 120 }, (_, i) => `${i}`).join(',');
const DEAR = 'object.data.list.split(",").all(a, object.data.list.split(",").all(b, object.data.list.split(",").all(c, a + b + c != "x")))';
/** Costs a little less than one expression may. */
const QUITE_DEAR = 'object.data.list.split(",").all(a, object.data.list.split(",").all(b, a + b + a + b + a + b != object.data.list + b))';

export const LOADED_CASES: readonly LoadedCase[] = [
  made('message', { spec: { validations: validations('object.data.a == "1"') }, objects: maps({ a: '1' }, { a: '2' }), refused: 1 }),
  made('no-message', { spec: { validations: [{ expression: ' object.data.a == "1" ' }] }, objects: maps({ a: '1' }, { a: '2' }), refused: 1 }),
  made('message-expression', {
    spec: { validations: validations('object.data.a == "1"', { messageExpression: 'string(object.data.?b.orValue("none")) + string(object.data.?c.orValue(""))' }) },
    objects: maps({ a: '1' }, { a: '2', b: 'told' }, { a: '2', b: ' ', c: ' ' }, { a: '2', b: 'two\nlines' }, { a: '2', b: 'x'.repeat(6000) }),
    refused: 4,
  }),
  made('message-expression-fault', {
    spec: { validations: validations('object.data.a == "1"', { messageExpression: '"a" + string(object.data.missing)' }) }, objects: maps({ a: '1' }, { a: '2' }), refused: 1,
  }),
  made('fault-fails', { spec: { validations: validations('object.data.a == "1"') }, objects: maps({ a: '1' }, { b: '2' }), refused: 1 }),
  made('fault-ignored', {
    spec: { failurePolicy: 'Ignore', validations: validations('object.data.a == "1"') }, objects: maps({ a: '1' }, { b: '2' }, { a: '2' }), refused: 1,
  }),
  made('variables', {
    spec: {
      variables: [{ name: 'a', expression: 'object.data.a' }, { name: 'both', expression: 'variables.a + object.data.b' }],
      validations: validations('!has(object.data.b) || variables.both == "12"'),
    },
    objects: maps({ a: '1', b: '2' }, { a: '1', b: '3' }, { a: '1' }, {}, { b: '2' }),
    refused: 3,
  }),
  made('conditions', {
    spec: {
      matchConditions: [{ name: 'has-a', expression: 'object.data.a != ""' }, { name: 'has-b', expression: 'object.data.b != ""' }], validations: validations('false'),
    },
    objects: maps({ a: '1', b: '1' }, { a: '', c: '1' }, { a: '1' }, { a: '', b: '1' }, { c: '1' }),
    refused: 3,
  }),
  made('conditions-ignored', {
    spec: {
      failurePolicy: 'Ignore',
      matchConditions: [{ name: 'has-a', expression: 'object.data.a != ""' }, { name: 'has-b', expression: 'object.data.b != ""' }],
      validations: validations('false'),
    },
    objects: maps({ a: '1', b: '1' }, { a: '1' }, { c: '1' }),
    refused: 1,
  }),
  made('conditions-namespace', {
    spec: { matchConditions: [{ name: 'none', expression: 'namespaceObject == null' }], validations: validations('namespaceObject == null') },
    objects: maps({}),
    refused: 1,
  }),
  paramsCase('param-name', { name: 'limit-name', parameterNotFoundAction: 'Deny' }, { others: [limit('limit-name', '3')], refused: 1 }),
  paramsCase('param-namespace', { name: 'limit-elsewhere', namespace: 'lax', parameterNotFoundAction: 'Deny' }, {
    others: [limit('limit-elsewhere', '4', { namespace: 'lax' }), limit('limit-elsewhere', '1')], refused: 1,
  }),
  paramsCase('param-selector', { selector: { matchLabels: { limit: 'some' } }, parameterNotFoundAction: 'Deny' }, {
    others: [limit('limit-a', '4', { labels: { limit: 'some' } }), limit('limit-b', '2', { labels: { limit: 'some' } }), limit('limit-c', '0', { labels: { limit: 'x' } })],
    refused: 2,
  }),
  paramsCase('param-missing', { name: 'limit-missing', parameterNotFoundAction: 'Deny' }, { others: [], refused: 3 }),
  paramsCase('param-missing-allowed', { name: 'limit-missing', parameterNotFoundAction: 'Allow' }, { others: [], refused: 0 }),
  paramsCase('param-missing-ignored', { name: 'limit-missing', parameterNotFoundAction: 'Deny' }, { others: [], refused: 0 }, { failurePolicy: 'Ignore' }),
  made('param-missing-warns', {
    spec: { paramKind: CONFIG_MAP, validations: validations('params != null') },
    bindings: [{ validationActions: ['Warn'], paramRef: { name: 'limit-missing', parameterNotFoundAction: 'Deny' } }],
    objects: maps({}),
    refused: 1,
  }),
  made('param-unset', { spec: { paramKind: CONFIG_MAP, validations: validations('params == null && has(object.data.a)') }, objects: maps({}, { a: '1' }), refused: 1 }),
  made('param-of-cluster', {
    spec: { rules: [{ ...SERVICES, apiGroups: ['rbac.authorization.k8s.io'], resources: ['clusterroles'] }], paramKind: CONFIG_MAP, validations: validations('true') },
    bindings: [{ paramRef: { name: 'limit-name', parameterNotFoundAction: 'Allow' } }],
    objects: name => [role('some-role', name)],
    refused: 1,
  }),
  made('param-meta', {
    spec: { paramKind: CONFIG_MAP, validations: validations('params.kind == "ConfigMap" && params.apiVersion == "v1" && params.metadata.name == object.data.name') },
    bindings: [{ paramRef: { name: 'limit-meta', parameterNotFoundAction: 'Deny' } }],
    others: [limit('limit-meta', '1')],
    objects: maps({ name: 'limit-meta' }, { name: 'x' }),
    refused: 1,
  }),
  made('warns', { spec: { validations: validations('false') }, bindings: [{ validationActions: ['Warn', 'Audit'] }], objects: maps({}), refused: 0 }),
  made('unbound', { spec: { validations: validations('false') }, bindings: [], objects: maps({}), refused: 0 }),
  made('namespaces', {
    spec: { match: { namespaceSelector: { matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['lax'] }] } }, validations: validations('false') },
    objects: name => [
      configMap('here', {}, at(name)), configMap('there', {}, { ...labels(name), namespace: 'lax' }), role('role', name),
      space('new-lax', name, { tier: 'lax' }), space('new', name),
    ],
    refused: 1,
  }),
  made('namespaces-everything', {
    spec: {
      rules: [EVERYTHING],
      match: { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'lax' } } },
      validations: validations('!has(request.namespace) || request.namespace != "lax"'),
    },
    objects: name => [configMap('here', {}, at(name)), configMap('there', {}, { ...labels(name), namespace: 'lax' }), role('role', name)],
    refused: 1,
  }),
  made('namespace-object', {
    spec: { validations: validations('namespaceObject.metadata.labels["tier"] == "strict" && namespaceObject.metadata.name == "strict"') },
    objects: name => [configMap('here', {}, at(name)), configMap('there', {}, { ...labels(name), namespace: 'lax' })],
    refused: 1,
  }),
  made('objects', {
    spec: { match: { objectSelector: { matchLabels: { case: 'objects' }, matchExpressions: [{ key: 'tier', operator: 'Exists' }] } }, validations: validations('false') },
    objects: name => [configMap('a', {}, at(name)), configMap('b', {}, at(name, { tier: '' }))],
    refused: 1,
  }),
  made('excluded', {
    spec: {
      rules: [EVERYTHING],
      match: { excludeResourceRules: [{ ...SERVICES, resourceNames: ['spared'] }, { ...EVERYTHING, resources: ['configmaps'] }] },
      validations: validations('false'),
    },
    objects: name => [service('spared', name), service('other', name), configMap('a', {}, at(name))],
    refused: 1,
  }),
  made('scope', {
    spec: { rules: [{ ...EVERYTHING, scope: 'Cluster' }], validations: validations('false') },
    objects: name => [configMap('a', {}, at(name)), role('role', name), space('space', name)],
    refused: 2,
  }),
  made('scope-namespaced', {
    spec: { rules: [{ ...EVERYTHING, scope: 'Namespaced' }], validations: validations('false') },
    objects: name => [configMap('a', {}, at(name)), role('role', name), space('space', name)],
    refused: 1,
  }),
  made('operations', { spec: { rules: [{ ...EVERYTHING, operations: ['UPDATE'] }], validations: validations('false') }, objects: maps({}), refused: 0 }),
  made('subresources', {
    spec: { rules: [{ ...EVERYTHING, resources: ['*/status', 'configmaps/*'] }], validations: validations('false') },
    objects: name => [configMap('a', {}, at(name)), service('a', name)],
    refused: 1,
  }),
  made('exact', { spec: { rules: [HPA_V1], match: { matchPolicy: 'Exact' }, validations: validations('false') }, objects: name => [hpa('a', name)], refused: 0 }),
  made('bound-resources', {
    spec: { rules: [EVERYTHING], validations: validations('false') },
    bindings: [{ matchResources: { resourceRules: [SERVICES] } }],
    objects: name => [configMap('a', {}, at(name)), service('a', name)],
    refused: 1,
  }),
  made('bound-namespaces', {
    spec: { validations: validations('false') },
    bindings: [{ matchResources: { namespaceSelector: { matchLabels: { tier: 'lax' } } } }],
    objects: name => [configMap('a', {}, at(name)), configMap('a', {}, { ...labels(name), namespace: 'lax' })],
    refused: 1,
  }),
  made('request', {
    spec: {
      validations: [
        ['operation', 'request.operation == "CREATE" && oldObject == null'],
        ['names', 'request.name == object.metadata.name && request.namespace == "strict" && object.metadata.namespace == request.namespace'],
        ['kinds', 'request.kind == request.requestKind && request.kind.kind == "ConfigMap" && request.kind.group == "" && request.resource.resource == "configmaps"'],
        ['absent', '!has(request.subResource) && !has(request.requestSubResource)'],
        ['user', 'request.userInfo.groups.exists(g, g == "system:authenticated") && !has(request.userInfo.uid)'],
        ['options', 'request.options.kind == "CreateOptions"'],
        ['map', '!has(object.data.a)'],
      ].map(([message, expression]) => ({ message, expression })),
    },
    objects: maps({ b: '1' }, { a: '1' }),
    refused: 1,
  }),
  made('annotations', {
    spec: { validations: validations('true'), auditAnnotations: [{ key: 'a', valueExpression: '"a: " + string(object.data.a)' }] },
    bindings: [{ validationActions: ['Warn'] }],
    objects: maps({ a: '1' }, { b: '1' }),
    refused: 1,
  }),
  made('dear', { spec: { validations: validations(`has(object.data.list) ? ${DEAR} : true`) }, objects: maps({ list: LONG }, { list: '1,2' }), refused: 1 }),
  made('dear-variable', {
    spec: { variables: [{ name: 'dear', expression: DEAR }], validations: validations('variables.dear || true') }, objects: maps({ list: LONG }, { list: '1,2' }), refused: 0,
  }),
  made('dear-together', {
    spec: { validations: Array.from({ length: 60 }, () => validations(QUITE_DEAR)[0]) }, objects: maps({ list: LONG }, { list: '1,2' }), refused: 1,
  }),
  made('dear-conditions', {
    spec: { matchConditions: Array.from({ length: 20 }, (_, i) => ({ name: `c${i}`, expression: QUITE_DEAR })), validations: validations('object.data.list != "1,2,3"') },
    objects: maps({ list: LONG }, { list: '1,2' }, { list: '1,2,3' }),
    refused: 2,
  }),
];
