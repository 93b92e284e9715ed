import { Rule, Severity } from '../rule';

/**
 * Fields: metadata.namespace of what runs pods.
 * Allowed: any but default and those that begin with kube-; absent, since whoever applies the manifest then says it.
 */
export const namespaceNotDefault: Rule = {
  id: 'namespace-not-default',
  title: 'Nothing runs in the namespace default, nor in those of the cluster itself',
  why: 'No team owns these namespaces, so no quota, policy or right fits them, and in kube-system a pod stands beside those that hold the keys of the cluster',
  severity: Severity.ERROR,
  on: 'object',
  kinds: [
    'Pod', 'ReplicationController', 'apps/DaemonSet', 'apps/Deployment', 'apps/ReplicaSet', 'apps/StatefulSet', 'batch/CronJob', 'batch/Job',
  ],
  expression: "!object.?metadata.?namespace.orValue('').matches('^(default$|kube-)')",
  message: 'workload runs in default, or in a namespace of the cluster itself; give it a namespace of its own',
  enforced: 'object',
  controls: {
    cis: ['5.7.4'],
    nsa: ['1.12'],
    checkov: ['CKV_K8S_21'],
    kubeLinter: ['use-namespace'],
    kubescape: ['C-0061', 'C-0212'],
    trivy: ['KSV-0037', 'KSV-0110'],
  },
};
