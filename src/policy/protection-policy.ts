import type { ApiObject } from 'cdk8s';
import { celList } from './admission-policy';
import type { Deployer } from './deployer';
import { REMOVERS } from './policy-writers';
import { ruleEnvironment } from './rule-program';
import { BOOL, DYN } from '../cel/type';

/** Whom the guards of a namespace are kept from. */
export interface Protection {
  readonly deployers: readonly Deployer[];
  /** Names of the namespaces. */
  readonly namespaces: readonly string[];
  /** The minor version of the cluster. */
  readonly minor: number;
}

const ALL = ['CREATE', 'UPDATE', 'DELETE'];

/** What adds up: one more of them opens what the others leave closed. */
const FLOWS = [
  { apiGroups: ['networking.k8s.io'], apiVersions: ['v1'], operations: ALL, resources: ['networkpolicies'] },
  { apiGroups: ['cilium.io'], apiVersions: ['*'], operations: ALL, resources: ['ciliumnetworkpolicies'] },
  { apiGroups: ['crd.projectcalico.org', 'projectcalico.org'], apiVersions: ['*'], operations: ALL, resources: ['networkpolicies'] },
];
const MESH = [
  { apiGroups: ['security.istio.io'], apiVersions: ['*'], operations: ALL, resources: ['authorizationpolicies', 'peerauthentications', 'requestauthentications'] },
  { apiGroups: ['networking.istio.io'], apiVersions: ['*'], operations: ALL, resources: ['sidecars'] },
];
const LIMITS = { apiGroups: [''], apiVersions: ['v1'], operations: ['UPDATE', 'DELETE'], resources: ['limitranges', 'resourcequotas'] };

const NOT_BY_KUBERNETES = { name: 'not-by-kubernetes', expression: `!(request.userInfo.username in ${celList(REMOVERS)})` };

/** Spec of the policy that keeps network policies, limits and the policies of a mesh. */
export function protectionSpec(protection: Protection, objects: readonly ApiObject[]): Record<string, unknown> {
  const { limits, hasMesh } = keptOf(objects, protection.namespaces);
  return spec(protection, {
    resourceRules: [...FLOWS, LIMITS, ...(hasMesh ? MESH : [])],
    conditions: [
      // Labels, and what is written only to be stored anew, change nothing.
      { name: 'what-counts-changes', expression: 'request.operation != \'UPDATE\' || object.?spec != oldObject.?spec' },
      {
        name: 'limits-are-of-this-app',
        expression: `!(request.resource.resource in ${celList(LIMITS.resources)}) || `
          + `request.resource.resource + '/' + request.namespace + '/' + oldObject.metadata.name in ${celList([...limits].sort())}`,
      },
    ],
    // A namespace on its way out takes everything with it, whoever helps.
    allowed: 'has(namespaceObject.metadata.deletionTimestamp)',
    message: 'what guards the namespace is changed only by those who deploy it; change the program, and let them apply it',
  });
}

/**
 * Quotas and limit ranges of the app, as `resourcequotas/shop/quota`: those of others may come and go, since more of them only tighten. And
 * whether the app writes policies of a mesh.
 */
function keptOf(objects: readonly ApiObject[], namespaces: readonly string[]): { readonly limits: readonly string[]; readonly hasMesh: boolean } {
  const inside = objects.filter(({ metadata }) => namespaces.includes(metadata.namespace ?? ''));
  return {
    limits: inside.filter(({ kind }) => kind === 'ResourceQuota' || kind === 'LimitRange')
      .map(({ kind, metadata, name }) => `${kind.toLowerCase()}s/${metadata.namespace}/${name}`),
    hasMesh: inside.some(({ apiVersion }) => apiVersion.startsWith('security.istio.io/')),
  };
}

const OLD = 'oldObject.metadata.?labels.orValue({})';
const NEW = 'object.metadata.?labels.orValue({})';
const IS_FREE = '!(key.startsWith(\'pod-security.kubernetes.io/\') || key.startsWith(\'istio.io/\') || key == \'istio-injection\')';
const IS_KEPT = `(key in ${NEW} && ${NEW}[key] == ${OLD}[key])`;
const LABELS_STAY = `${OLD}.all(key, ${IS_FREE} || ${IS_KEPT}) && ${NEW}.all(key, ${IS_FREE} || key in ${OLD})`;

/** Spec of the policy that keeps the labels of the namespaces by which pods and the mesh are bound, and the namespaces themselves. */
export function namespaceProtectionSpec(protection: Protection): Record<string, unknown> {
  return spec(protection, {
    resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['UPDATE', 'DELETE'], resources: ['namespaces'] }],
    conditions: [
      { name: 'is-of-this-app', expression: `oldObject.metadata.name in ${celList([...protection.namespaces].sort())}` },
      { name: 'not-being-deleted', expression: '!has(oldObject.metadata.deletionTimestamp)' },
    ],
    allowed: `request.operation == 'UPDATE' && ${LABELS_STAY}`,
    message: 'the namespace is removed, and its Pod Security and mesh labels are changed, only by those who deploy it; change the program, and let them apply it',
  });
}

interface Parts {
  readonly resourceRules: readonly object[];
  readonly conditions: readonly { readonly name: string; readonly expression: string }[];
  /** When anybody may. */
  readonly allowed: string;
  readonly message: string;
}

function spec({ deployers, minor }: Protection, { resourceRules, conditions, allowed, message }: Parts): Record<string, unknown> {
  const named = (kind: string) => [...new Set(deployers.filter(({ _kind }) => _kind === kind).map(({ _name }) => _name))].sort();
  const [users, groups] = [named('user'), named('group')];
  const expression = [
    allowed,
    ...(users.length > 0 ? [`request.userInfo.username in ${celList(users)}`] : []),
    ...(groups.length > 0 ? [`request.userInfo.?groups.orValue([]).exists(group, group in ${celList(groups)})`] : []),
  ].join(' || ');
  const matchConditions = [NOT_BY_KUBERNETES, ...conditions];
  const names = { object: DYN, oldObject: DYN, request: DYN };
  for (const condition of matchConditions) { ruleEnvironment(minor).compile(condition.expression, names, BOOL); }
  ruleEnvironment(minor).compile(expression, { ...names, namespaceObject: DYN }, BOOL);
  return {
    failurePolicy: 'Fail',
    matchConditions,
    matchConstraints: { matchPolicy: 'Equivalent', resourceRules },
    validations: [{ expression, message: `protected: ${message}`, reason: 'Forbidden' }],
  };
}
