import { analyze, shown } from './analysis';
import { gatewaysOfOthers, withEverything } from './everything';
import { ANALYZED, beside, DEFINED, VALIDATED } from './faults';
import { ask, Validation } from './istio';
import { Remaining } from './remaining';
import { IstioDataPlane } from '../../../src/mesh/istio-data-plane';
import { manifestsOf } from '../../mesh/exactness/program';
import { richMesh } from '../../mesh/exactness/rich-mesh';
import type { Cluster } from '../cluster/cluster';
import { Manifest, nameOf, objectsOf, synthesizeFor, synthesizeWith, topics } from '../examples';
import type { Report } from '../report';

const SEED = 20_260_805;
/** The example of a mesh, and the change that makes it one of sidecars. */
const MESHED = '03-online-boutique-mesh';
const WITH_SIDECARS = { 'dataPlane: IstioDataPlane.AMBIENT': 'dataPlane: IstioDataPlane.SIDECAR' };

interface App {
  readonly name: string;
  readonly objects: readonly Manifest[];
  /** What is there already. */
  readonly others?: readonly Manifest[];
}

/** Every example, the one of a mesh with sidecars too, an app of each mode with calls of every kind, and one with every construct. */
export async function apps(minor: string): Promise<App[]> {
  const others = await gatewaysOfOthers('partners.example.com', 'partners-tls');
  const examples = await Promise.all(topics().map(async topic => ({
    name: `examples/${topic}`, objects: objectsOf(await synthesizeFor(topic, minor)), ...(topic === MESHED ? { others } : {}),
  })));
  const sidecars = { name: `examples/${MESHED} with sidecars`, objects: objectsOf(await synthesizeWith(MESHED, WITH_SIDECARS)), others };
  return [
    ...examples,
    sidecars,
    ...(['sidecar', 'ambient', 'waypoint'] as const).map(mode => ({ name: `an app in the mode ${mode}`, objects: manifestsOf(richMesh(mode, SEED)) })),
    { name: 'every construct, with sidecars', ...await withEverything(IstioDataPlane.SIDECAR) },
    { name: 'every construct, in ambient mode', ...await withEverything(IstioDataPlane.AMBIENT) },
  ];
}

const isOfMesh = ({ apiVersion }: Manifest) => /^(security|networking|telemetry)\.istio\.io\/|^gateway\.networking\.k8s\.io\//.test(apiVersion);

/** `istioctl` has nothing to say of what is written, as a whole or one by one. */
export async function istioHasNothingToSay(report: Report, all: readonly App[]): Promise<void> {
  const remaining = Remaining.read();
  for (const { name, objects, others = [] } of all) {
    await report.check(`${name}: istioctl analyze has no warning about ${objects.length} objects and their pods that is not explained`, async () => {
      const unexplained = remaining.unexplained(await analyze([...objects, ...others]));
      if (unexplained.length > 0) { throw new Error(unexplained.map(shown).join('\n')); }
    });
    const ofIstio = objects.filter(({ apiVersion }) => apiVersion.includes('istio.io/'));
    if (ofIstio.length === 0) { continue; }
    await report.check(`${name}: the webhook of Istio takes each of ${ofIstio.length} objects of its own, without a warning`, async () => {
      const wrong = (await validated(ofIstio)).flatMap((lines, i) => lines.map(line => `${nameOf(ofIstio[i])}: ${line}`));
      if (wrong.length > 0) { throw new Error(wrong.join('\n')); }
    });
  }
  await report.check('every row of remaining.tsv explains something', () => {
    if (remaining.unmet.length > 0) { throw new Error(remaining.unmet.map(({ code, kind }) => `${code} ${kind} is found no more`).join('\n')); }
  });
}

async function validated(objects: readonly Manifest[]): Promise<string[][]> {
  return (await ask<Validation>(objects.map(object => ({ ask: 'validate', object })))).map(({ said, error }) => error === undefined ? [...said!.errors, ...said!.warnings] : [error]);
}

/** Broken manifests beside good ones. */
export async function istioFindsFaults(report: Report): Promise<void> {
  const objects = manifestsOf(richMesh('sidecar', SEED));
  for (const fault of ANALYZED) { report.planted(`${fault.name}, before istioctl analyze`, (await analyze(beside(objects, fault).all)).map(shown), fault.found); }
  for (const fault of VALIDATED) {
    const [lines] = await validated([beside(objects, fault).broken]);
    report.planted(`${fault.name}, before the webhook of Istio`, lines, fault.found);
  }
}

/** A server in which the definitions of Istio and of the Gateway API are installed takes what is written, and refuses what is broken. */
export async function serverJudges(report: Report, cluster: Cluster, all: readonly App[]): Promise<void> {
  const made = new Set<string>();
  for (const { name, objects } of all) {
    const ofMesh = objects.filter(isOfMesh);
    if (ofMesh.length === 0) { continue; }
    for (const namespace of new Set(ofMesh.map(({ metadata }) => metadata.namespace!))) {
      if (!made.has(namespace)) { await cluster.mustKubectl(['create', 'namespace', namespace]); }
      made.add(namespace);
    }
    await report.check(`${name}: the API server makes each of ${ofMesh.length} objects of the mesh, with no unknown field and no warning`, async () => {
      const { status, stdout, stderr } = await cluster.kubectl(APPLY, { input: list(ofMesh) });
      if (status !== 0 || stderr.trim() !== '' || stdout.trim().split('\n').length !== ofMesh.length) { throw new Error(`${stdout}${stderr}`); }
    });
    await cluster.mustKubectl(['delete', '-f', '-'], { input: list(ofMesh) });
  }
  const [namespace] = made;
  for (const fault of DEFINED) {
    const { status, stderr } = await cluster.kubectl([...APPLY, '--dry-run=server'], { input: JSON.stringify(fault.object(namespace)) });
    report.planted(`${fault.name}, before the API server`, status === 0 ? [] : [stderr], fault.found);
  }
}

const APPLY = ['apply', '--server-side', '--validate=strict', '--warnings-as-errors', '--field-manager=conformance', '-f', '-'];
const list = (items: readonly Manifest[]) => JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
