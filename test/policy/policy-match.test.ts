import { CONFIG_MAPS } from './policies';
import { labelsOf, MatchRequest, PolicyMatch } from '../../src/policy/policy-match';
import { PolicyResources } from '../../src/policy/policy-resource';

const EVERYTHING = { apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*'] };
const resources = new PolicyResources();

function request(kind: string, apiVersion = 'v1', more: Partial<MatchRequest> = {}, metadata: object = { name: 'a', namespace: 'shop' }): MatchRequest {
  const resource = resources.of({ apiVersion, kind, metadata });
  return { resource, labels: {}, ...(resource.namespace ? { namespaceLabels: { tier: 'lax' } } : {}), ...more };
}

const CONFIG_MAP = request('ConfigMap');
const ROLE = request('ClusterRole', 'rbac.authorization.k8s.io/v1');
const NAMESPACE = request('Namespace');
const takes = (json: object, asked = CONFIG_MAP) => new PolicyMatch(json).of(asked, resources) !== undefined;
const byRule = (rule: object, asked = CONFIG_MAP) => takes({ resourceRules: [{ ...CONFIG_MAPS, ...rule }] }, asked);

test.each([
  [{}, true], [{ apiGroups: ['apps'] }, false], [{ apiGroups: ['*'] }, true], [{ apiVersions: ['v2'] }, false], [{ apiVersions: ['v2', 'v1'] }, true],
  [{ operations: ['UPDATE'] }, false], [{ operations: ['*'] }, true], [{ resources: ['secrets'] }, false], [{ resources: ['*'] }, true], [{ resources: ['*/*'] }, true],
  [{ resources: ['configmaps/*'] }, true], [{ resources: ['configmaps/status'] }, false], [{ resources: ['*/status'] }, false],
  [{ resourceNames: ['a'] }, true], [{ resourceNames: ['b'] }, false], [{ scope: '*' }, true], [{ scope: 'Cluster' }, false], [{ scope: 'Namespaced' }, true],
])('a rule with %j takes a ConfigMap: %s', (rule, isTaken) => {
  expect(byRule(rule)).toBe(isTaken);
});

test('a Namespace is an object of the cluster', () => {
  const scoped = (scope: string) => [CONFIG_MAP, ROLE, NAMESPACE].map(asked => byRule({ ...EVERYTHING, scope }, asked));
  expect([scoped('Cluster'), scoped('Namespaced')]).toEqual([[false, true, true], [true, false, false]]);
});

test('without rules everything is taken, and what is excluded is not', () => {
  expect([takes({}), takes({ resourceRules: [] }), takes({ excludeResourceRules: [CONFIG_MAPS] })]).toEqual([true, true, false]);
  expect(takes({ resourceRules: [EVERYTHING], excludeResourceRules: [{ ...CONFIG_MAPS, resourceNames: ['other'] }] })).toBe(true);
});

test('labels of the namespace decide, but for objects of the cluster', () => {
  const namespaceSelector = { matchLabels: { tier: 'strict' } };
  expect([takes({ namespaceSelector }), takes({ namespaceSelector }, ROLE)]).toEqual([false, true]);
  expect(takes({ namespaceSelector }, request('Secret', 'v1', { namespaceLabels: { tier: 'strict' } }))).toBe(true);
  const asks = (selector: object) => new PolicyMatch({ namespaceSelector: selector }).asksNamespaces;
  expect([takes({ namespaceSelector: {} }), asks({}), asks(namespaceSelector)]).toEqual([true, false, true]);
});

test('labels of the object decide', () => {
  const objectSelector = { matchExpressions: [{ key: 'a', operator: 'Exists' }] };
  expect([takes({ objectSelector }), takes({ objectSelector }, request('ConfigMap', 'v1', { labels: { a: '' } }))]).toEqual([false, true]);
});

test('another version of the same is taken, unless it must be exact', () => {
  const rule = { ...CONFIG_MAPS, apiGroups: ['autoscaling'], resources: ['horizontalpodautoscalers'] };
  const asked = request('HorizontalPodAutoscaler', 'autoscaling/v2');
  const match = (matchPolicy?: string) => new PolicyMatch({ resourceRules: [rule], matchPolicy }).of(asked, resources);
  const as = { group: 'autoscaling', version: 'v1', resource: 'horizontalpodautoscalers', isPlain: false };
  expect([match(), match('Equivalent'), match('Exact')]).toEqual([{ as }, { as }, undefined]);
  expect(new PolicyMatch({ resourceRules: [rule, { ...rule, apiVersions: ['v2'] }] }).of(asked, resources)).toEqual({});
});

test('a wrong plural only matters where a rule for the group names resources', () => {
  const names = (rule: object) => new PolicyMatch({ resourceRules: [{ ...CONFIG_MAPS, ...rule }] }).namesResources(CONFIG_MAP.resource);
  expect([names({}), names({ resources: ['*'] }), names({ apiGroups: ['apps'] }), names({ apiGroups: ['*'] })]).toEqual([true, false, false, true]);
});

test('labels are texts', () => {
  expect(labelsOf({ metadata: { labels: { a: 'b', c: 1 } } })).toEqual({ a: 'b' });
  expect([labelsOf(undefined), labelsOf({ metadata: { labels: 'a' } })]).toEqual([{}, {}]);
});
