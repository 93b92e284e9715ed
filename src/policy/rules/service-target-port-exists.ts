import { shown } from '../../kube/problem';
import { targetOf } from '../graph-network';
import type { Service } from '../graph-network';
import type { Workload } from '../graph-workload';
import { listed } from '../named';
import type { ObjectGraph } from '../object-graph';
import { Severity } from '../rule';
import type { SetFault, SetRule } from '../set-rule';

/**
 * Fields: spec.ports[*].targetPort of a Service, and the ports of the containers that it selects.
 * Allowed: a name that a port of each selected pod has, for the same protocol; a number that one of them declares, where they declare any.
 */
export const serviceTargetPortExists: SetRule = {
  id: 'service-target-port-exists',
  title: 'A Service sends to ports that its pods have',
  why: 'A Service that sends nowhere is an outage, and one that sends to a port nobody has named reaches what was not meant to be reached',
  severity: Severity.ERROR,
  message: 'service sends to a port that its pods do not have; correct targetPort, or declare the port in the container',
  controls: {
    mitre: ['T1499'],
  },
  judge: graph => graph.services.all.filter(({ selector }) => selector).flatMap(service => faultsOf(graph, service)),
};

function faultsOf(graph: ObjectGraph, { index, namespace, selector, ports }: Service): SetFault[] {
  const pods = graph.podsIn(namespace).select(selector);
  return pods.length === 0 ? [] : ports.flatMap((port, i): SetFault[] => {
    const target = targetOf(port);
    const without = pods.filter(pod => !pod.ports.some(each => each.protocol === port.protocol && (target === each.name || target === each.number)));
    if (target === undefined || without.length === 0 || !matters(target, pods, without)) { return []; }
    return [{
      index,
      field: `spec.ports[${i}].targetPort`,
      problem: `service sends to a port that its pods do not have: got ${shown(target)}/${port.protocol} for ${listed(without)}, expected one of their ports`,
      ...(isSure(target, pods, without) ? {} : { severity: Severity.WARNING }),
    }];
  });
}

/** A number needs no declaration: only where all pods declare their ports is one that none declares likely to be wrong. */
function matters(target: number | string, pods: readonly Workload[], without: readonly Workload[]): boolean {
  return typeof target === 'string' || (without.length === pods.length && pods.every(({ ports }) => ports.length > 0));
}

/** Pods that lack the name receive nothing, which may be right for some of them; an operator may add ports to its own. */
function isSure(target: number | string, pods: readonly Workload[], without: readonly Workload[]): boolean {
  return typeof target === 'string' && without.length === pods.length && !pods.some(({ isCustom }) => isCustom);
}
