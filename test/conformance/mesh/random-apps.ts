import * as fc from 'fast-check';
import { DescribedMesh, MeshMode, MODES } from '../../mesh/exactness/described-mesh';
import { decidedDifferences, isFoundByMesh, meshDifferences, networkDifferences } from '../../mesh/exactness/exactness';
import { meshFaults, rootFaults } from '../../mesh/exactness/mesh-faults';
import { manifestsOf } from '../../mesh/exactness/program';
import { questions } from '../../mesh/exactness/questions';
import { describedMeshes } from '../../mesh/exactness/random-mesh';
import { richMesh } from '../../mesh/exactness/rich-mesh';
import { seededFaults } from '../../network/oracle/faults';
import type { Report } from '../report';

const APPS = 1000;
const NETWORK_FAULTS = 200;
const SEED = 20_260_804;

/** Random apps in each mode, and faults in what is written for one of them. */
export async function randomAppsAreExact(report: Report): Promise<void> {
  for (const mode of MODES) {
    let asked = 0;
    await report.check(`${APPS} random apps in the mode ${mode}: the network and the mesh, each on its own, allow exactly what they declare`, () => {
      fc.assert(fc.property(describedMeshes(mode), mesh => {
        asked += mode === 'none' ? 0 : questions(mesh).length;
        const wrong = meshDifferences(manifestsOf(mesh), mesh);
        if (wrong.length > 0) { throw new Error(wrong.join('\n')); }
      }), { seed: SEED, numRuns: APPS });
    });
    if (mode !== 'none') { report.step(`${asked} questions were put to the mesh`); }
    faultsAreFound(report, mode);
  }
}

function faultsAreFound(report: Report, mode: MeshMode): void {
  const mesh = richMesh(mode, SEED);
  const manifests = manifestsOf(mesh);
  const before = networkDifferences(manifests, mesh);
  const network = seededFaults(manifests, SEED, NETWORK_FAULTS);
  const missed = network.filter(fault => networkDifferences(fault.manifests, mesh).length === 0).map(({ kind, what }) => `missed: ${kind}, ${what}`);
  report.planted(`${network.length} faults in policies of the network in the mode ${mode}, one at a time`, summary(before, missed), /^all are found$/);
  if (mode === 'none') { return; }
  meshFaultsAreFound(report, `what the mesh is told in the mode ${mode}`, mesh, meshFaults);
  meshFaultsAreFound(report, `what the whole mesh is told in the mode ${mode}`, richMesh(mode, SEED, true), rootFaults);
}

function meshFaultsAreFound(report: Report, where: string, mesh: DescribedMesh, faultsIn: typeof meshFaults): void {
  const manifests = manifestsOf(mesh);
  const asked = questions(mesh);
  const faults = faultsIn(manifests);
  const missed = faults.filter(fault => !isFoundByMesh(fault.manifests, mesh, asked)).map(({ what }) => `missed: ${what}`);
  report.planted(`${faults.length} faults in ${where}, one at a time`, summary(decidedDifferences(manifests, mesh), missed), /^all are found$/);
}

/** Where something is wrong before, whatever is planted would be found. */
function summary(before: readonly string[], missed: readonly string[]): readonly string[] {
  return before.length > 0 || missed.length > 0 ? [...before, ...missed] : ['all are found'];
}
