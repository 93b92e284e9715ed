import { Rule, Severity } from '../rule';

const GROUP = 'container.?securityContext.?runAsGroup.or(pod.?securityContext.?runAsGroup).orValue(1)';

/**
 * Fields: runAsGroup of spec.containers[*].securityContext and of init and ephemeral containers; runAsGroup, fsGroup and supplementalGroups of
 * spec.securityContext.
 * Allowed: absent, any but 0.
 */
export const rootGroupUnused: Rule = {
  id: 'root-group-unused',
  title: 'No container is in the group of root',
  why: 'Many files of an image and of a node can be read and written by that group, which is why some images ask for it',
  severity: Severity.WARNING,
  on: 'container',
  covers: 'all',
  expression: `${GROUP} != 0 && pod.?securityContext.?fsGroup.orValue(1) != 0 && !(0 in pod.?securityContext.?supplementalGroups.orValue([]))`,
  message: 'container is in the group of root; set another runAsGroup and fsGroup, and take 0 out of supplementalGroups',
  enforced: 'template',
  controls: {
    mitre: ['T1611'],
    kubeLinter: ['run-as-non-root'],
    kubescape: ['C-0013'],
    trivy: ['KSV-0116'],
  },
};
