import { closed, DescribedMesh, OTHERS } from './described-mesh';
import { waypointIn, waypoints } from './network-flows';
import * as write from '../oracle/manifests';

/** Pods in each namespace of the app that nobody declared, with a Service of their own, which asks for the waypoint if there is one. */
export const UNDECLARED = 'undeclared';
/** A port of every Service and pod that nobody declared. */
export const CLOSED_PORT = 9999;

export function undeclaredPorts({ workloads }: DescribedMesh, namespace: string): number[] {
  const numbers = workloads.filter(workload => workload.namespace === namespace).flatMap(({ ports }) => ports.map(({ number }) => number));
  return [...new Set([...numbers, CLOSED_PORT])];
}

/** What an app wrote, and beside it what others might add to its namespaces. */
export function amongUndeclared(manifests: readonly any[], mesh: DescribedMesh): any[] {
  const wider = manifests.map(manifest => manifest.kind !== 'Service' ? manifest : {
    ...manifest, spec: { ...manifest.spec, ports: [...manifest.spec.ports, { name: 'any', port: CLOSED_PORT, targetPort: CLOSED_PORT }] },
  });
  const others = [
    write.namespace(OTHERS, mesh.mode === 'sidecar' ? { 'istio-injection': 'enabled' } : { 'istio.io/dataplane-mode': 'ambient' }),
    ...hasClosedWaypoint(mesh, OTHERS) ? [write.waypoint(OTHERS, 'waypoint')] : [],
  ];
  return [...wider, ...others, ...closed(mesh).flatMap(namespace => undeclared(mesh, namespace))];
}

/** Whether a waypoint has to refuse what nobody declared: those of the app, and since Istio 1.25 those of others if the app owns the mesh. */
export function hasClosedWaypoint(mesh: DescribedMesh, namespace: string): boolean {
  return namespace === OTHERS ? mesh.isWhole && !mesh.isOld && mesh.mode !== 'sidecar' : waypoints(mesh).includes(waypointIn(namespace));
}

function undeclared(mesh: DescribedMesh, namespace: string): any[] {
  const metadata = { namespace, name: UNDECLARED };
  const labels = { app: UNDECLARED };
  const asks = hasClosedWaypoint(mesh, namespace) ? { 'istio.io/use-waypoint': 'waypoint' } : {};
  return [
    { apiVersion: 'v1', kind: 'Pod', metadata: { ...metadata, labels }, spec: { containers: [] } },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { ...metadata, labels: asks },
      spec: { selector: labels, ports: undeclaredPorts(mesh, namespace).map(port => ({ name: `any-${port}`, port })) },
    },
  ];
}
