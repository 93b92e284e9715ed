import { DescribedCall, DescribedMesh, dialsService, idOf, Outsider, portOf, served } from './described-mesh';
import { DeclaredFlow, End } from '../../network/oracle/declared-flow';

/*
 * What the network must let through for the calls of an app, said once more and by hand: on which ports, and past whom.
 */

const HBONE = 15008;
const ISTIOD: End = { namespace: 'istio-system', labels: { app: 'istiod' } };
const PROBES: End = { cidr: '169.254.7.127/32' };

export const waypointIn = (namespace: string) => `${namespace}/waypoint`;

export function networkFlows(mesh: DescribedMesh): DeclaredFlow[] {
  const behind = served(mesh);
  return [
    ...mesh.calls.flatMap(call => flowsOf(mesh, call, behind)),
    ...mesh.mode === 'sidecar' ? mesh.workloads.map(workload => toIstiod(idOf(workload))) : [],
    ...waypoints(mesh).map(toIstiod),
    ...mesh.mode === 'ambient' || mesh.mode === 'waypoint' ? probes(mesh) : [],
  ];
}

/** The waypoints that istiod makes for an app, as `namespace/name`. */
export function waypoints(mesh: DescribedMesh): string[] {
  return [...new Set([...served(mesh)].map(id => waypointIn(id.split('/')[0])))];
}

function flowsOf(mesh: DescribedMesh, call: DescribedCall, behind: ReadonlySet<string>): DeclaredFlow[] {
  const { to, port } = call;
  const from = endOf(call.from);
  if (portOf(mesh, call).speaks === 'udp') { return [{ from, to, port, protocol: 'UDP' }]; }
  if (mesh.mode === 'none' || mesh.mode === 'sidecar') { return [{ from, to, port, protocol: 'TCP' }]; }
  if (!behind.has(to) || !dialsService(call)) { return [carried(from, to)]; }
  const waypoint = waypointIn(to.split('/')[0]);
  return [carried(from, waypoint), carried(waypoint, to)];
}

const carried = (from: End, to: End): DeclaredFlow => ({ from, to, port: HBONE, protocol: 'TCP' });
const toIstiod = (from: string): DeclaredFlow => ({ from, to: ISTIOD, port: 15012, protocol: 'TCP' });

function endOf(from: string | Outsider): End {
  return typeof from === 'string' ? from : { namespace: from.namespace, labels: from.labels };
}

/** The kubelet asks for the first port that listens for connections; without one it starts a program in the container. */
function probes({ workloads }: DescribedMesh): DeclaredFlow[] {
  return workloads.flatMap(workload => {
    const first = workload.ports.find(({ speaks }) => speaks !== 'udp');
    return first && workload.isProbed ? [{ from: PROBES, to: idOf(workload), port: first.number, protocol: 'TCP' } as const] : [];
  });
}
