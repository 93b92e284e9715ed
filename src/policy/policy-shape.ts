import type { Covers, Rule } from './rule';

/** A kind of request that one policy judges, and how the parts of a pod are found in it. */
export interface PolicyShape {
  /** Part of the policy's name. */
  readonly name: string;
  readonly resourceRules: readonly ResourceRule[];
  /** What must be different for an update to be judged; nothing where every update is. */
  readonly changed?: string;
  /** Where the metadata and the spec of the pods stand. */
  readonly pod?: { readonly meta: string; readonly spec: string };
  /** The lists of containers that exist in it, by what rules cover; a rule that covers none of them is not judged here. */
  readonly lists: { readonly [covers in Covers]?: string };
  /** Whether controllers make such objects from templates that were judged already. */
  readonly isMadeByControllers: boolean;
  readonly takes: (rule: Rule) => boolean;
}

/** As `matchConstraints.resourceRules` has it. */
export interface ResourceRule {
  readonly apiGroups: readonly string[];
  readonly apiVersions: readonly string[];
  readonly operations: readonly string[];
  readonly resources: readonly string[];
}

const WRITES = ['CREATE', 'UPDATE'];

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
const isTemplateRule = (rule: Rule): boolean => isAboutPods(rule) && rule.kinds === undefined;

/** Workloads whose pods stand in `spec.template`, as people write them. */
const TEMPLATES: PolicyShape = {
  name: 'templates',
  resourceRules: [
    { apiGroups: ['apps'], apiVersions: ['v1'], operations: WRITES, resources: ['deployments', 'statefulsets', 'daemonsets', 'replicasets'] },
    { apiGroups: ['batch'], apiVersions: ['v1'], operations: WRITES, resources: ['jobs'] },
    { apiGroups: [''], apiVersions: ['v1'], operations: WRITES, resources: ['replicationcontrollers'] },
  ],
  changed: 'object.spec.template != oldObject.spec.template',
  pod: { meta: 'object.spec.template.?metadata.orValue({})', spec: 'object.spec.template.spec' },
  lists: DECLARED,
  isMadeByControllers: true,
  takes: isTemplateRule,
};

const CRON_JOBS: PolicyShape = {
  name: 'cronjobs',
  resourceRules: [{ apiGroups: ['batch'], apiVersions: ['v1'], operations: WRITES, resources: ['cronjobs'] }],
  changed: 'object.spec.jobTemplate != oldObject.spec.jobTemplate',
  pod: { meta: 'object.spec.jobTemplate.spec.template.?metadata.orValue({})', spec: 'object.spec.jobTemplate.spec.template.spec' },
  lists: DECLARED,
  isMadeByControllers: false,
  takes: isTemplateRule,
};

/** Pods that people, or operators, write themselves; only by rules that hold for injected containers too. */
const PODS: PolicyShape = {
  name: 'pods',
  resourceRules: [
    { apiGroups: [''], apiVersions: ['v1'], operations: WRITES, resources: ['pods'] },
    // A resize in place does not pass through `pods`.
    { apiGroups: [''], apiVersions: ['v1'], operations: ['UPDATE'], resources: ['pods/resize'] },
  ],
  changed: 'object.spec != oldObject.spec',
  pod: { meta: 'object.metadata', spec: 'object.spec' },
  lists: DECLARED,
  isMadeByControllers: true,
  takes: rule => isTemplateRule(rule) && rule.enforced === 'pod',
};

/** Containers that are added to a pod to look into it: those that this request adds, and no others. */
const DEBUG: PolicyShape = {
  name: 'debug',
  resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['UPDATE'], resources: ['pods/ephemeralcontainers'] }],
  pod: { meta: 'object.metadata', spec: 'object.spec' },
  lists: {
    all: 'object.spec.?ephemeralContainers.orValue([]).filter(each, '
      + '!oldObject.spec.?ephemeralContainers.orValue([]).exists(old, old.name == each.name))',
  },
  isMadeByControllers: false,
  takes: rule => rule.on === 'container' && rule.covers === 'all' && isTemplateRule(rule),
};

/** Every shape in which pods are written. */
export const POD_SHAPES: readonly PolicyShape[] = [TEMPLATES, CRON_JOBS, PODS, DEBUG];
