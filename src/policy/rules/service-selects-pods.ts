import { shown } from '../../kube/problem';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/**
 * Fields: spec.selector of a Service, and the labels of all pods of its namespace.
 * Allowed: a selector that selects pods, or none: somebody else then says where the Service sends to.
 */
export const serviceSelectsPods: SetRule = {
  id: 'service-selects-pods',
  title: 'A Service sends to pods that there are',
  why: 'Whoever makes a pod with these labels receives what callers send, their credentials too',
  severity: Severity.WARNING,
  message: 'service selects no pods; correct spec.selector, or remove the Service',
  controls: {
    mitre: ['T1557'],
    kubeLinter: ['dangling-service'],
    kubescape: ['C-0293'],
    kubeScore: ['service-targets-pod'],
  },
  judge: graph => graph.services.all
    .filter(({ namespace, selector }) => selector && graph.knows(namespace) && !graph.podsIn(namespace).has(selector))
    .map(({ index, selector }) => ({
      index, field: 'spec.selector', problem: `service selects no pods: got selector ${shown(String(selector))}, expected labels that pods of the namespace carry`,
    })),
};
