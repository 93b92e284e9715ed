import { Rule, Severity } from '../rule';

/**
 * Fields: metadata.ownerReferences of a Pod.
 * Allowed: some.
 */
export const podOwned: Rule = {
  id: 'pod-owned',
  title: 'A controller makes the pod, and makes it again',
  why: 'A pod that somebody wrote is gone with its node, or with the eviction before an upgrade, and nothing brings it back',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['Pod'],
  expression: 'size(object.?metadata.?ownerReferences.orValue([])) > 0',
  message: 'nothing makes the pod again when it is gone; write a Deployment or a Job instead',
  enforced: 'object',
  controls: {
    kubescape: ['C-0073'],
  },
};
