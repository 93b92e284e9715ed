import { Rule, Severity } from '../rule';

/**
 * Fields: metadata.labels["app.kubernetes.io/instance"] of a workload.
 * Allowed: the name of the object.
 */
export const instanceLabelIsName: Rule = {
  id: 'instance-label-is-name',
  title: 'The instance label of a workload is its name',
  why: 'Dashboards and policies that find workloads by the label miss this one, or take it for another',
  severity: Severity.OFF,
  on: 'object',
  kinds: ['apps/DaemonSet', 'apps/Deployment', 'apps/StatefulSet', 'batch/CronJob', 'batch/Job'],
  expression: "object.?metadata.?labels[?'app.kubernetes.io/instance'].orValue('') == object.?metadata.?name.orValue('')",
  message: 'instance label is not the name of the workload; set app.kubernetes.io/instance to its name',
  enforced: 'object',
  controls: {
    polaris: ['metadataAndInstanceMismatched'],
  },
};
