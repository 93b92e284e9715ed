import { shown } from '../../kube/problem';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/**
 * Fields: spec.selector and spec.namespaceSelector of a ServiceMonitor, and the labels of all Services.
 * Allowed: one that selects a Service. It is passed over where it looks in namespaces of which the set knows nothing.
 */
export const serviceMonitorSelectsServices: SetRule = {
  id: 'service-monitor-selects-services',
  title: 'A monitor watches Services that there are',
  why: 'What it was written for is not watched, and nobody is told when it is attacked or fails',
  severity: Severity.WARNING,
  message: 'monitor selects no Services; correct spec.selector, or remove the ServiceMonitor',
  controls: {
    mitre: ['T1562'],
    kubeLinter: ['dangling-servicemonitor'],
  },
  judge: graph => graph.serviceMonitors.all
    .filter(({ selector, namespaces }) => (
      selector !== undefined
      && namespaces?.every(name => graph.knows(name)) === true
      && !namespaces.some(name => graph.hasService(name, selector))
    ))
    .map(({ index, selector }) => ({
      index, field: 'spec.selector', problem: `monitor selects no Services: got selector ${shown(String(selector))}, expected labels that Services of the namespace carry`,
    })),
};
