import { shown } from '../../kube/problem';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/** Kinds of which the set tells whether there is one. */
const KINDS = ['apps/Deployment', 'apps/ReplicaSet', 'apps/StatefulSet', '/ReplicationController'];

/**
 * Fields: spec.scaleTargetRef of an autoscaler.
 * Allowed: a workload of the same namespace. Kinds that are none of Kubernetes' own are passed over.
 */
export const hpaTargetExists: SetRule = {
  id: 'hpa-target-exists',
  title: 'An autoscaler has something to scale',
  why: 'The workload that it was written for keeps the pods it has, and a crowd of requests is an outage',
  severity: Severity.WARNING,
  message: 'autoscaler scales what is not there; correct spec.scaleTargetRef',
  controls: {
    mitre: ['T1499'],
    kubeLinter: ['dangling-horizontalpodautoscaler'],
    kubescape: ['C-0300'],
    kubeScore: ['horizontalpodautoscaler-has-target'],
  },
  judge: graph => graph.autoscalers.all
    .filter(({ namespace, target, targetName }) => graph.knows(namespace) && KINDS.includes(target) && !graph.workload(namespace, target, targetName))
    .map(({ index, target, targetName }) => ({
      index,
      field: 'spec.scaleTargetRef',
      problem: `autoscaler scales what is not there: got ${shown(`${target}/${targetName}`)}, expected a workload of its namespace`,
    })),
};
