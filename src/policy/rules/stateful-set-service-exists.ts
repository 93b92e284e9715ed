import { shown } from '../../kube/problem';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/**
 * Fields: spec.serviceName of a StatefulSet, and the Services of its namespace.
 * Allowed: one that selects its pods; or none, where nobody asks for them by name.
 */
export const statefulSetServiceExists: SetRule = {
  id: 'stateful-set-service-exists',
  title: 'The Service that names the pods of a StatefulSet is there, and selects them',
  why: 'Its pods do not find each other, and whoever makes a Service of that name is found in their place',
  severity: Severity.WARNING,
  message: 'the Service that names the pods is not there; add a Service with clusterIP: None that selects them, or correct spec.serviceName',
  controls: {
    mitre: ['T1557'],
    kubeScore: ['statefulset-has-servicename'],
  },
  judge: graph => graph.workloads.all.filter(({ groupKind, namespace, serviceName, labels }) => {
    if (groupKind !== 'apps/StatefulSet' || serviceName === undefined || !graph.knows(namespace)) { return false; }
    const service = graph.services.get(namespace, serviceName);
    return !service || service.selector?.matches(labels) === false;
  }).map(({ index, serviceName }) => ({
    index, field: 'spec.serviceName', problem: `the Service that names the pods is not there: got ${shown(serviceName)}, expected one that selects them`,
  })),
};
