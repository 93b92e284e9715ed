import { Rule, Severity } from './rule';

/**
 * Fields: data of a ControllerRevision.
 * Allowed: absent; whatever the two controllers write, which the policy passes over.
 *
 * No rule of the catalog: in a manifest there is no such object. In the cluster it holds a template that no policy judged, and the controller
 * makes pods from it.
 */
export const controllerRevisionUnwritten: Rule = {
  id: 'controller-revision-unwritten',
  title: 'Nobody but their controllers writes the former templates of a StatefulSet or a DaemonSet',
  why: 'Pods are made from them, and what a controller makes from a judged template is not judged again',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['apps/ControllerRevision'],
  expression: '!object.?data.hasValue()',
  message: 'only the controllers of StatefulSets and DaemonSets write such an object; write the workload, and let its controller keep the former templates',
  enforced: 'object',
  controls: { mitre: ['T1610'] },
};
