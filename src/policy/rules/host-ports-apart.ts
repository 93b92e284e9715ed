import { shown } from '../../kube/problem';
import type { ContainerPort, Workload } from '../graph-workload';
import { isSame } from '../named';
import { Severity } from '../rule';
import type { SetFault, SetRule } from '../set-rule';

/**
 * Fields: ports[*].hostPort of the containers of all workloads; on the host's network containerPort is one.
 * Allowed: each port of the host, with its protocol, by one workload. Those that say on which nodes they run are passed over.
 */
export const hostPortsApart: SetRule = {
  id: 'host-ports-apart',
  title: 'No two workloads take one port of the host',
  why: 'On each node only one of them starts: who comes first answers for the other, or keeps it away',
  severity: Severity.WARNING,
  message: 'two workloads take one port of the host; give one of them another, or say on which nodes each runs',
  controls: {
    mitre: ['T1499'],
  },
  judge: graph => {
    const first = new Map<string, Workload>();
    return graph.workloads.all.filter(takesPorts).flatMap(workload => workload.ports.flatMap((port): SetFault[] => {
      const number = hostPort(port, workload);
      if (!number) { return []; }
      const key = `${number}/${port.protocol}`;
      const other = first.get(key);
      if (!other) { first.set(key, workload); }
      return !other || other === workload || isSame(other, workload) ? [] : [{
        index: workload.index,
        field: port.field,
        container: port.container,
        problem: `two workloads take one port of the host: got ${key} here and in ${other.kind} ${shown(`${other.namespace}/${other.name}`)}, expected one`,
      }];
    }));
  },
};

function takesPorts(workload: Workload): boolean {
  return !workload.isPlaced && workload.ports.some(port => hostPort(port, workload));
}

function hostPort({ hostPort: port, number }: ContainerPort, { hostNetwork }: Workload): number | undefined {
  return port ?? (hostNetwork ? number : undefined);
}
