import * as fc from 'fast-check';
import { DescribedMesh, MeshMode, portOf, served } from './described-mesh';
import { describedMeshes } from './random-mesh';

/**
 * An app with something of everything, to put faults into: no call says what another says too, and whoever is called is called over TCP,
 * so that nothing that is written is written twice. Where the app owns the whole mesh, what it writes for its namespaces is.
 */
export function richMesh(mode: MeshMode, seed: number, isWhole = false): DescribedMesh {
  const isRich = (mesh: DescribedMesh) => mesh.namespaces.length === 2 && mesh.workloads.length === 5 && mesh.calls.length > 6
    && new Set(mesh.calls.map(({ from, to, port }) => JSON.stringify([from, to, port]))).size === mesh.calls.length
    && mesh.calls.every(call => portOf(mesh, call).speaks !== 'udp')
    && (mode !== 'waypoint' || served(mesh).size > 1);
  return { ...fc.sample(describedMeshes(mode).filter(isRich), { seed, numRuns: 1 })[0], isWhole, isOld: false };
}
