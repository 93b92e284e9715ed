import { TEMPLATE_CONTROLLERS } from './policy-writers';
import type { Covers, Rule } from './rule';

/** A kind of request that one policy judges, and how what rules speak of is found in it. */
export interface PolicyShape {
  /** Part of the policy's name. */
  readonly name: string;
  /** Kinds of the objects that it judges, as rules write them. */
  readonly kinds: readonly string[];
  readonly resourceRules: readonly ResourceRule[];
  /** What must be different for an update to be judged; where nothing stands, what the rules speak of, if they speak of the object itself. */
  readonly changed?: string;
  /** Where the metadata and the spec of the pods stand. */
  readonly pod?: { readonly meta: string; readonly spec: string };
  /** The lists of containers that exist in it, by what rules cover; a rule that covers none of them is not judged here. */
  readonly lists: { readonly [covers in Covers]?: string };
  /** Who is passed over, by user name, since what they write was judged in another form or is no choice of anybody. */
  readonly passed: readonly string[];
  /** Where the name of the namespace stands in which the rules count. */
  readonly namespace: string;
  /** What names the object beyond doubt, for waivers. */
  readonly id: string;
  readonly takes: (rule: Rule) => boolean;
}

/** As `matchConstraints.resourceRules` has it. */
export interface ResourceRule {
  readonly apiGroups: readonly string[];
  readonly apiVersions: readonly string[];
  readonly operations: readonly string[];
  readonly resources: readonly string[];
}

export const WRITES = ['CREATE', 'UPDATE'];

/** Whether a rule is about one of the kinds. */
export function isAbout({ kinds }: Pick<Rule, 'kinds'>, some: readonly string[]): boolean {
  return kinds === undefined || kinds.some(kind => some.includes(kind));
}

const INIT = 'variables.pod.?initContainers.orValue([])';
const MAIN = 'variables.pod.containers';

/** All that is declared in a template: there are no ephemeral containers. */
const DECLARED = {
  main: MAIN,
  running: `${MAIN} + ${INIT}.filter(each, each.?restartPolicy.orValue('') == 'Always')`,
  declared: `${MAIN} + ${INIT}`,
  all: `${MAIN} + ${INIT}`,
};

const isAboutPods = ({ on }: Rule): boolean => on !== 'object';

/** What an object of a namespace is known by. */
export const NAMESPACED = { namespace: 'request.namespace', id: 'object.kind + \'/\' + request.namespace + \'/\' + object.metadata.name' };


const TEMPLATE_KINDS = ['ReplicationController', 'apps/DaemonSet', 'apps/Deployment', 'apps/ReplicaSet', 'apps/StatefulSet', 'batch/Job'];

/** Workloads whose pods stand in `spec.template`, as people write them. */
const TEMPLATES: PolicyShape = {
  ...NAMESPACED,
  name: 'templates',
  kinds: TEMPLATE_KINDS,
  resourceRules: [
    { apiGroups: ['apps'], apiVersions: ['v1'], operations: WRITES, resources: ['deployments', 'statefulsets', 'daemonsets', 'replicasets'] },
    { apiGroups: ['batch'], apiVersions: ['v1'], operations: WRITES, resources: ['jobs'] },
    { apiGroups: [''], apiVersions: ['v1'], operations: WRITES, resources: ['replicationcontrollers'] },
  ],
  changed: 'object.spec.template != oldObject.spec.template',
  pod: { meta: 'object.spec.template.?metadata.orValue({})', spec: 'object.spec.template.spec' },
  lists: DECLARED,
  passed: TEMPLATE_CONTROLLERS,
  takes: rule => isAboutPods(rule) && isAbout(rule, TEMPLATE_KINDS),
};

const CRON_JOBS: PolicyShape = {
  ...NAMESPACED,
  name: 'cronjobs',
  kinds: ['batch/CronJob'],
  resourceRules: [{ apiGroups: ['batch'], apiVersions: ['v1'], operations: WRITES, resources: ['cronjobs'] }],
  changed: 'object.spec.jobTemplate != oldObject.spec.jobTemplate',
  pod: { meta: 'object.spec.jobTemplate.spec.template.?metadata.orValue({})', spec: 'object.spec.jobTemplate.spec.template.spec' },
  lists: DECLARED,
  passed: [],
  takes: rule => isAboutPods(rule) && isAbout(rule, ['batch/CronJob']),
};

/** Pods that people, or operators, write themselves; only by rules that hold for injected containers too. */
const PODS: PolicyShape = {
  ...NAMESPACED,
  name: 'pods',
  kinds: ['Pod'],
  resourceRules: [
    { apiGroups: [''], apiVersions: ['v1'], operations: WRITES, resources: ['pods'] },
    // A resize in place does not pass through `pods`.
    { apiGroups: [''], apiVersions: ['v1'], operations: ['UPDATE'], resources: ['pods/resize'] },
  ],
  changed: 'object.spec != oldObject.spec',
  pod: { meta: 'object.metadata', spec: 'object.spec' },
  lists: DECLARED,
  passed: TEMPLATE_CONTROLLERS,
  takes: rule => isAboutPods(rule) && isAbout(rule, ['Pod']) && rule.enforced === 'pod',
};

/** Containers that are added to a pod to look into it: those that this request adds, and no others. */
const DEBUG: PolicyShape = {
  ...NAMESPACED,
  name: 'debug',
  kinds: ['Pod'],
  resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['UPDATE'], resources: ['pods/ephemeralcontainers'] }],
  pod: { meta: 'object.metadata', spec: 'object.spec' },
  lists: {
    all: 'object.spec.?ephemeralContainers.orValue([]).filter(each, '
      + '!oldObject.spec.?ephemeralContainers.orValue([]).exists(old, old.name == each.name))',
  },
  passed: [],
  takes: rule => rule.on === 'container' && rule.covers === 'all' && isAbout(rule, ['Pod']),
};

/** Every shape in which pods are written. */
export const POD_SHAPES: readonly PolicyShape[] = [TEMPLATES, CRON_JOBS, PODS, DEBUG];
