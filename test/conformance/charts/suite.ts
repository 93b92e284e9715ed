import { parseAllDocuments } from 'yaml';
import { ask, changed, ChartName, laterTemplates, leaves, Rendered, render, renderer, valuesOf } from './charts';
import { IstioDataPlane } from '../../../src/mesh/istio-data-plane';
import { IstioPlatform } from '../../../src/mesh/istio-platform';
import { SecureIstioValuesProps } from '../../../src/mesh/secure-istio-values-props';
import type { Report } from '../report';
import type { Suite } from '../suite';

const VARIANTS: Readonly<Record<string, SecureIstioValuesProps>> = {
  'ambient mode': { dataPlane: IstioDataPlane.AMBIENT },
  'sidecars': { dataPlane: IstioDataPlane.SIDECAR },
  'ambient mode with everything said': {
    dataPlane: IstioDataPlane.AMBIENT, rootNamespace: 'mesh', trustDomain: 'shop.example', clusterDomain: 'corp.local', revision: 'one', platform: IstioPlatform.GKE,
  },
};

export const charts: Suite = {
  name: 'charts',
  what: 'Helm renders the charts of Istio with the values that the library writes, and istiod knows what stands in them',
  tools: [renderer],
  async run(report) {
    for (const [variant, props] of Object.entries(VARIANTS)) {
      for (const [chart, values] of valuesOf(props)) {
        await report.check(`${chart} for ${variant}: each of ${leaves(values).length} values is read`, async () => mustBeEmpty(await unread(chart, values)));
      }
      await report.check(`istiod for ${variant}: mesh and variables are known, and what is rendered is restricted`, () => istiodIsSound(props));
    }
    await plantedFaultsAreFound(report);
  },
};

/** Where istiod finds all values again, whether anybody reads them or not. */
const COPIES = /(configmap-values|istiod-injector-configmap)\.yaml$/;

/** Values that make no difference to what is rendered, and that nothing reads later. One that the chart refuses to have changed is read. */
async function unread(chart: ChartName, values: any): Promise<string[]> {
  const ways = leaves(values);
  const [plain, ...others] = await render(chart, [values, ...ways.map(way => changed(values, way))]);
  if (plain.said === undefined) { return [plain.error!]; }
  const text = (said: Rendered | undefined) => said && JSON.stringify(Object.entries(said).filter(([file]) => !COPIES.test(file)).sort());
  const later = await laterTemplates(chart);
  const isReadLater = (way: readonly string[]) => [way, way.slice(0, -1)]
    .some(part => part.length > 1 && new RegExp(`\\.Values\\.${part.join('\\.')}(?![.\\w])`).test(later));
  return ways.filter((way, i) => text(others[i].said) === text(plain.said) && !isReadLater(way)).map(way => way.join('.'));
}

async function rendered(chart: ChartName, values: any): Promise<any[]> {
  const [{ said, error }] = await render(chart, [values]);
  if (said === undefined) { throw new Error(error); }
  const manifests = Object.entries(said).filter(([file]) => file.endsWith('.yaml'));
  return manifests.flatMap(([, text]) => parseAllDocuments(text).map(each => each.toJS())).filter(each => each?.kind !== undefined);
}

async function istiodIsSound(props: SecureIstioValuesProps): Promise<void> {
  const values = valuesOf(props).get('istiod');
  const objects = await rendered('istiod', values);
  const { data } = objects.find(({ kind, data: texts }) => kind === 'ConfigMap' && texts?.mesh !== undefined);
  mustBeEmpty([...await meshFaults(data.mesh), ...await unknownVariables(values)]);
  const [container] = objects.find(({ kind }) => kind === 'Deployment').spec.template.spec.containers;
  mustBeEmpty(container.securityContext.seccompProfile?.type === 'RuntimeDefault' ? [] : ['istiod has no seccomp profile']);
  mustBeEmpty(container.args.includes('--grpcAddr=127.0.0.1:15010') ? [] : ['istiod listens in the clear']);
  mustBeEmpty(objects.some(({ kind }) => kind === 'NetworkPolicy') ? [] : ['istiod has no policy of the network']);
}

async function meshFaults(text: string): Promise<string[]> {
  const [{ error }] = await ask<boolean>([{ ask: 'meshConfig', text }]);
  return error === undefined ? [] : [error];
}

async function unknownVariables({ pilot: { env } }: any): Promise<string[]> {
  const [{ said }] = await ask<string[]>([{ ask: 'variables' }]);
  return Object.keys(env).filter(name => !said!.includes(name));
}

async function plantedFaultsAreFound(report: Report): Promise<void> {
  const values = valuesOf(VARIANTS.sidecars).get('istiod');
  report.planted('a value that nobody reads', await unread('istiod', { ...values, pilot: { ...values.pilot, nothing: true } }), /^pilot\.nothing$/);
  const proxy = { ...values.global.proxy, seccomp: 'RuntimeDefault' };
  report.planted('a value that no proxy reads', await unread('istiod', { ...values, global: { ...values.global, proxy } }), /^global\.proxy\.seccomp$/);
  report.planted('a field of the mesh that nobody knows', await meshFaults('meshMTLS: {minProtocol: TLSV1_3}'), /minProtocol/);
  report.planted('a variable that istiod does not read', await unknownVariables({ pilot: { env: { ENABLE_DEBUG_ON_HTTPS: 'false' } } }), /^ENABLE_DEBUG_ON_HTTPS$/);
}

function mustBeEmpty(faults: readonly string[]): void {
  if (faults.length > 0) { throw new Error(faults.join('\n')); }
}
