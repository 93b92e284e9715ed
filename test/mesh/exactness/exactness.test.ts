import * as fc from 'fast-check';
import { MODES } from './described-mesh';
import { decidedDifferences, isFoundByMesh, meshDifferences, networkDifferences } from './exactness';
import { meshFaults, rootFaults } from './mesh-faults';
import { manifestsOf } from './program';
import { questions } from './questions';
import { describedMeshes } from './random-mesh';
import { richMesh } from './rich-mesh';
import { seededFaults } from '../../network/oracle/faults';

/** A few of what the conformance suite tries by the thousand. */
const APPS = 12;
const NETWORK_FAULTS = 40;
const ONE_IN = 10;
const SEED = 20_260_801;

test.each(MODES)(`${APPS} random apps in the mode %s allow exactly what they declare, by the network and by the mesh`, mode => {
  fc.assert(fc.property(describedMeshes(mode), mesh => {
    expect(meshDifferences(manifestsOf(mesh), mesh)).toEqual([]);
  }), { seed: SEED, numRuns: APPS });
}, 120_000);

test.each(['sidecar', 'ambient', 'waypoint'] as const)('no fault in what the mesh is told in the mode %s passes', mode => {
  const mesh = richMesh(mode, SEED);
  const manifests = manifestsOf(mesh);
  const faults = meshFaults(manifests).filter((_, i) => i % ONE_IN === 0);
  const asked = questions(mesh);
  expect(decidedDifferences(manifests, mesh)).toEqual([]);
  expect(faults.length).toBeGreaterThan(15);
  expect(faults.filter(fault => !isFoundByMesh(fault.manifests, mesh, asked)).map(({ what }) => what)).toEqual([]);
}, 120_000);

test.each(['sidecar', 'ambient', 'waypoint'] as const)('no fault in what is told to the whole mesh in the mode %s passes', mode => {
  const mesh = richMesh(mode, SEED, true);
  const manifests = manifestsOf(mesh);
  const faults = rootFaults(manifests);
  const asked = questions(mesh);
  expect(decidedDifferences(manifests, mesh)).toEqual([]);
  expect(faults.length).toBeGreaterThan(10);
  expect(faults.filter(fault => !isFoundByMesh(fault.manifests, mesh, asked)).map(({ what }) => what)).toEqual([]);
}, 120_000);

test.each(MODES)(`none of ${NETWORK_FAULTS} faults in the policies of the network in the mode %s passes`, mode => {
  const mesh = richMesh(mode, SEED);
  const manifests = manifestsOf(mesh);
  const faults = seededFaults(manifests, SEED, NETWORK_FAULTS);
  expect(networkDifferences(manifests, mesh)).toEqual([]);
  expect(faults).toHaveLength(NETWORK_FAULTS);
  expect(faults.filter(fault => networkDifferences(fault.manifests, mesh).length === 0).map(({ kind, what }) => `${kind} ${what}`)).toEqual([]);
}, 120_000);
