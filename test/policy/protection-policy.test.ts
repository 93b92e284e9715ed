import { ApiObject, App, Chart } from 'cdk8s';
import { CelEnvironment } from '../../src/cel/environment';
import { DYN } from '../../src/cel/type';
import { Deployer } from '../../src/policy/deployer';
import { namespaceProtectionSpec, protectionSpec } from '../../src/policy/protection-policy';

const PROTECTION = {
  deployers: [Deployer.user('jane'), Deployer.serviceAccount('gitops', 'applier'), Deployer.group('platform')], namespaces: ['shop', 'data'], minor: 30,
};
const NAMES = { object: DYN, oldObject: DYN, request: DYN, namespaceObject: DYN };

interface Request {
  readonly operation?: string;
  readonly resource?: string;
  readonly username?: string;
  readonly groups?: readonly string[];
  readonly object?: any;
  readonly oldObject?: any;
  readonly namespaceObject?: object;
}

/** What a policy makes of a request that its rules match. */
function verdict(spec: any, { operation = 'UPDATE', resource = 'networkpolicies', username = 'eve', groups, object, oldObject, namespaceObject }: Request): string {
  const userInfo = { username, ...(groups ? { groups } : {}) };
  const request = { operation, namespace: 'shop', resource: { resource }, userInfo };
  const values: any = { request, object: object ?? null, oldObject: oldObject ?? null, namespaceObject: namespaceObject ?? { metadata: {} } };
  const holds = ({ expression }: any) => CelEnvironment.of(29).compile(expression, NAMES).evaluate(values) === true;
  return spec.matchConditions.every(holds) ? spec.validations.every(holds) ? 'allowed' : 'refused' : 'passed over';
}

const chart = new Chart(new App(), 'shop', { disableResourceNameHashes: true });
const made = (kind: string, namespace: string, name: string, apiVersion = 'v1') => new ApiObject(chart, `${kind}-${namespace}`, { apiVersion, kind, metadata: { namespace, name } });
const objects = [made('ResourceQuota', 'shop', 'quota'), made('LimitRange', 'shop', 'limits'), made('ResourceQuota', 'elsewhere', 'quota'), made('Service', 'shop', 'web')];
const spec = (): any => protectionSpec(PROTECTION, objects);
const named = (name: string, spec_?: object) => ({ metadata: { name }, ...(spec_ ? { spec: spec_ } : {}) });

test.each<[string, Request, string]>([
  ['a new network policy', { operation: 'CREATE', object: named('x', {}) }, 'refused'],
  ['another one', { object: named('x', { a: 1 }), oldObject: named('x', { a: 2 }) }, 'refused'],
  ['the end of one', { operation: 'DELETE', oldObject: named('x', {}) }, 'refused'],
  ['the end of one in a namespace that is removed', { operation: 'DELETE', oldObject: named('x'), namespaceObject: { metadata: { deletionTimestamp: 'now' } } }, 'allowed'],
  ['a label', { object: named('x', { a: 1 }), oldObject: named('x', { a: 1 }) }, 'passed over'],
  ['the quota', { operation: 'DELETE', resource: 'resourcequotas', oldObject: named('quota') }, 'refused'],
  ['the limits', { operation: 'DELETE', resource: 'limitranges', oldObject: named('limits') }, 'refused'],
  ['a quota of somebody else', { operation: 'DELETE', resource: 'resourcequotas', oldObject: named('mine') }, 'passed over'],
  ['what the namespace controller removes', {
    operation: 'DELETE', oldObject: named('x'), username: 'system:serviceaccount:kube-system:namespace-controller',
  }, 'passed over'],
  ['what a deployer changes', { operation: 'DELETE', oldObject: named('x'), username: 'jane' }, 'allowed'],
  ['what a service account changes', { operation: 'DELETE', oldObject: named('x'), username: 'system:serviceaccount:gitops:applier' }, 'allowed'],
  ['what a member of a group changes', { operation: 'DELETE', oldObject: named('x'), groups: ['others', 'platform'] }, 'allowed'],
  ['what a member of another group changes', { operation: 'DELETE', oldObject: named('x'), groups: ['others'] }, 'refused'],
])('%s', (_, request, expected) => {
  expect(verdict(spec(), request)).toBe(expected);
});

const LEVEL = 'pod-security.kubernetes.io/enforce';
const labelled = (labels?: object, name = 'shop') => ({ metadata: { name, ...(labels ? { labels } : {}) } });
const namespaces = (): any => namespaceProtectionSpec(PROTECTION);

test.each<[string, Request, string]>([
  ['a namespace that is removed', { operation: 'DELETE', oldObject: labelled() }, 'refused'],
  ['another namespace', { operation: 'DELETE', oldObject: labelled({}, 'elsewhere') }, 'passed over'],
  ['a lower level', { object: labelled({ [LEVEL]: 'baseline' }), oldObject: labelled({ [LEVEL]: 'restricted' }) }, 'refused'],
  ['no level', { object: labelled(), oldObject: labelled({ [LEVEL]: 'restricted' }) }, 'refused'],
  ['a new level', { object: labelled({ [LEVEL]: 'privileged' }), oldObject: labelled({ a: 'b' }) }, 'refused'],
  ['a mesh', { object: labelled({ 'istio-injection': 'enabled' }), oldObject: labelled() }, 'refused'],
  ['no mesh', { object: labelled({}), oldObject: labelled({ 'istio.io/dataplane-mode': 'ambient' }) }, 'refused'],
  ['another label', { object: labelled({ [LEVEL]: 'restricted', a: 'b' }), oldObject: labelled({ [LEVEL]: 'restricted', a: 'c' }) }, 'allowed'],
  ['a label less', { object: labelled(), oldObject: labelled({ a: 'c' }) }, 'allowed'],
  ['its finalizers', { object: labelled(), oldObject: { metadata: { name: 'shop', deletionTimestamp: 'now' } } }, 'passed over'],
  ['a lower level by a deployer', { object: labelled(), oldObject: labelled({ [LEVEL]: 'restricted' }), username: 'jane' }, 'allowed'],
])('of a namespace, %s', (_, request, expected) => {
  expect(verdict(namespaces(), { resource: 'namespaces', ...request })).toBe(expected);
});

const gateway = made('Gateway', 'data', 'gateway', 'networking.istio.io/v1');
const mesh = made('PeerAuthentication', 'shop', 'default', 'security.istio.io/v1');

test('policies of a mesh are kept where the app writes some', () => {
  const groups = (policy: any) => policy.matchConstraints.resourceRules.flatMap(({ apiGroups }: any) => apiGroups);
  const plain = ['networking.k8s.io', 'cilium.io', 'crd.projectcalico.org', 'projectcalico.org', ''];
  expect(groups(spec())).toEqual(plain);
  expect(groups(protectionSpec({ ...PROTECTION, namespaces: ['elsewhere'] }, [...objects, mesh]))).toEqual(plain);
  expect(groups(protectionSpec(PROTECTION, [...objects, gateway]))).toEqual(plain);
  expect(groups(protectionSpec(PROTECTION, [...objects, mesh]))).toEqual([...plain, 'security.istio.io', 'networking.istio.io']);
});

const expressionFor = (...deployers: Deployer[]) => (protectionSpec({ ...PROTECTION, deployers }, []) as any).validations[0].expression;

test('who may is named once, in order, and only by what there is', () => {
  const anybody = 'has(namespaceObject.metadata.deletionTimestamp)';
  expect(expressionFor()).toBe(anybody);
  expect(expressionFor(Deployer.user('jane'), Deployer.user('abel'), Deployer.user('jane'))).toBe(`${anybody} || request.userInfo.username in ['abel', 'jane']`);
  expect(expressionFor(Deployer.group('ops'), Deployer.group('gitops'))).toBe(
    `${anybody} || request.userInfo.?groups.orValue([]).exists(group, group in ['gitops', 'ops'])`);
});

test('what cannot be judged is refused, and asked for in whatever version it comes', () => {
  expect(spec()).toMatchObject({
    failurePolicy: 'Fail',
    matchConstraints: { matchPolicy: 'Equivalent' },
    matchConditions: [{ name: 'not-by-kubernetes' }, { name: 'what-counts-changes' }, { name: 'limits-are-of-this-app' }],
  });
  expect(namespaces()).toMatchObject({
    failurePolicy: 'Fail',
    matchConstraints: { matchPolicy: 'Equivalent' },
    matchConditions: [{ name: 'not-by-kubernetes' }, { name: 'is-of-this-app' }, { name: 'not-being-deleted' }],
  });
});

test('limits are those of the app in these namespaces, in order', () => {
  const limits = (...some: ApiObject[]) => (protectionSpec(PROTECTION, some) as any).matchConditions[2].expression.replace(/^.* in /, '');
  expect(limits(...objects)).toBe("['limitranges/shop/limits', 'resourcequotas/shop/quota']");
  expect(limits(...[...objects].reverse())).toBe(limits(...objects));
  expect(limits()).toBe('[]');
});
