import { controllerRevisionUnwritten } from './controller-revision-unwritten';
import { POLICY_RULES } from './policy-rules';
import { isAbout, NAMESPACED, PolicyShape, WRITES } from './policy-shape';
import { BUILT_IN_WRITERS, REVISION_CONTROLLERS, TEMPLATE_CONTROLLERS } from './policy-writers';
import { resourceOf, scopeOf } from '../kube/kinds';
import { podOf } from '../kube/pod';

/** Of these, a policy by the name of the resource judges the pods. */
const SHAPED_OTHERWISE = ['Pod', 'batch/CronJob'];

/** Groups that come with the API server, by what tells them from those of others. */
const BUILT_IN = /^([a-z]*|(networking|rbac\.authorization|storage|discovery|coordination)\.k8s\.io)$/;

const VERSIONS: { readonly [kind: string]: string } = { 'autoscaling/HorizontalPodAutoscaler': 'v2' };

/** How one kind of object is judged as a whole: by itself, so that the API server can check expressions by its schema. */
export function objectShape(kind: string): PolicyShape {
  const [group, name] = partsOf(kind);
  const resource = resourceOf(name);
  // Of others, whatever version their owners serve: the fields of which rules speak are the same in all of them.
  const version = VERSIONS[kind] ?? (BUILT_IN.test(group) ? 'v1' : '*');
  return {
    name: SHAPED_OTHERWISE.includes(kind) ? `whole-${resource}` : resource,
    kinds: [kind],
    resourceRules: [{ apiGroups: [group], apiVersions: [version], operations: WRITES, resources: [resource] }],
    lists: {},
    passed: passedOf(kind),
    ...(kind === 'Namespace' ? { namespace: 'object.metadata.name', id: '\'Namespace//\' + object.metadata.name' } : NAMESPACED),
    takes: rule => rule.on === 'object' && isAbout(rule, [kind]),
  };
}

/**
 * One shape for each kind that a policy for some namespaces can reach and a rule is about: objects in a namespace, and namespaces themselves,
 * whose own labels are looked at.
 */
export const OBJECT_SHAPES: readonly PolicyShape[] = [...new Set(
  POLICY_RULES.filter(({ on }) => on === 'object').flatMap(({ kinds = [] }) => kinds),
)].filter(isReached).sort().map(objectShape);

function partsOf(kind: string): readonly [string, string] {
  const slash = kind.indexOf('/');
  return [kind.slice(0, Math.max(slash, 0)), kind.slice(slash + 1)];
}

function isReached(kind: string): boolean {
  const [group, name] = partsOf(kind);
  return kind === 'Namespace' || scopeOf(`${group}/v1`, name) === 'Namespaced';
}

function passedOf(kind: string): readonly string[] {
  if (kind === controllerRevisionUnwritten.kinds![0]) { return REVISION_CONTROLLERS; }
  const [group, name] = partsOf(kind);
  return podOf({ apiVersion: group === '' ? 'v1' : `${group}/v1`, kind: name }) ? TEMPLATE_CONTROLLERS : BUILT_IN_WRITERS;
}
