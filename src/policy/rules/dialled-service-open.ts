import { shown } from '../../kube/problem';
import { dialledPorts, serviceFor } from '../dialled-services';
import type { Workload } from '../graph-workload';
import { membershipOf } from '../mesh-membership';
import type { ObjectGraph } from '../object-graph';
import { PolicyCoverage } from '../policy-coverage';
import { Severity } from '../rule';
import type { SetFault, SetRule } from '../set-rule';

/** The port to which ambient mode carries connections. */
const HBONE = 15008;

/**
 * Fields: the hosts in the values of env, as URLs, as host and port, or as the name of a host; all Services, NetworkPolicies and pods.
 * Allowed: those that are no Services of the set, or whose pods the policies of both sides let these reach. Of the values nothing but the host
 * is kept.
 */
export const dialledServiceOpen: SetRule = {
  id: 'dialled-service-open',
  title: 'The policies open the connections that a program is told to make',
  why: 'The connection is closed, and the first who mends that in a hurry opens more than it needs',
  severity: Severity.WARNING,
  message: 'the environment names a Service that the network policies keep closed; allow the connection on both sides, or remove the variable',
  controls: {
    mitre: ['T1046'],
  },
  // Which policies a plugin adds to these is not told here.
  judge: graph => graph.pluginPolicies.all.length > 0 ? [] : graph.workloads.all
    .filter(({ dials, hostNetwork }) => dials.length > 0 && !hostNetwork)
    .flatMap(workload => faultsOf(graph, workload)),
};

/** In ambient mode the mesh carries everything to one port of the pods, or to a waypoint of theirs, of which the pods are in no manifest. */
function isCarried(graph: ObjectGraph, from: Workload, to: Workload, protocol: string): boolean {
  if (protocol !== 'TCP' || membershipOf(graph, from) !== 'ambient' || membershipOf(graph, to) !== 'ambient') { return false; }
  return PolicyCoverage.of(graph).lets(from, to, HBONE, 'TCP') || graph.gateways.in(to.namespace).length > 0;
}

function faultsOf(graph: ObjectGraph, workload: Workload): SetFault[] {
  const coverage = PolicyCoverage.of(graph);
  return workload.dials.flatMap((dial): SetFault[] => {
    const service = serviceFor(graph, workload.namespace, dial);
    const ends = service ? dialledPorts(graph, service, dial) : [];
    // Pods that are reached by themselves, or whose node answers for them, are under no policy there.
    const closed = ends.find(({ pod, number, protocol }) => (
      pod !== workload && !pod.hostNetwork && !coverage.lets(workload, pod, number, protocol) && !isCarried(graph, workload, pod, protocol)
    ));
    return !service || !closed ? [] : [{
      index: workload.index,
      field: dial.field,
      container: dial.container,
      problem: `the environment names a Service that the network policies keep closed: got Service ${shown(service.name)}, expected policies that let `
        + `these pods reach port ${closed.number}/${closed.protocol} of ${closed.pod.kind} ${shown(closed.pod.name)}`,
    }];
  });
}
