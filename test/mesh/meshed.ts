import { Chart } from 'cdk8s';
import { AppProtocol } from '../../src/kube/port';
import { IstioDataPlane } from '../../src/mesh/istio-data-plane';
import { IstioMtlsMesh } from '../../src/mesh/istio-mtls-mesh';
import { IstioMtlsMeshProps } from '../../src/mesh/istio-mtls-mesh-props';
import { MeshModel } from '../../src/mesh/mesh-model';
import { settleMesh } from '../../src/mesh/mesh-settings';
import type { Endpoint } from '../../src/network/endpoint';
import { FlowGraph } from '../../src/network/flow-graph';
import { Session } from '../../src/policy/session';
import { HardenedSettings } from '../../src/policy/settings';
import { HardenedDeployment } from '../../src/workload/hardened-deployment';
import { shop, Shop, workload } from '../network/shop';

/** A shop with a web that speaks HTTP, a cart that speaks gRPC behind another port of its Service, and a store that speaks neither. */
export interface MeshedShop extends Shop {
  readonly web: HardenedDeployment;
  readonly cart: HardenedDeployment;
  readonly store: HardenedDeployment;
}

export function shopOf(settings: HardenedSettings = {}): MeshedShop {
  const base = shop(settings);
  const { namespace } = base;
  return {
    ...base,
    web: workload(namespace, 'web'),
    cart: workload(namespace, 'cart', { ports: [{ number: 7070, servicePort: 70, appProtocol: AppProtocol.GRPC }] }),
    store: workload(namespace, 'store', { ports: [{ number: 6379, appProtocol: AppProtocol.REDIS }] }),
  };
}

export function mesh(chart: Chart, props: Partial<IstioMtlsMeshProps> = {}): IstioMtlsMesh {
  return new IstioMtlsMesh(chart, 'mesh', { dataPlane: IstioDataPlane.AMBIENT, ...props });
}

/** What a mesh would know of an app, without making anything. */
export function modelOf(chart: Chart, props: Partial<IstioMtlsMeshProps> = {}, isPermissive = false): MeshModel {
  return new MeshModel(Session.of(chart), settleMesh({ dataPlane: IstioDataPlane.AMBIENT, ...props }, isPermissive));
}

export function endpoint(chart: Chart, name: string): Endpoint {
  const found = FlowGraph.of(chart).endpoints.find(each => each.name === name);
  if (!found) { throw new Error(`workload ${name}: got none, expected one`); }
  return found;
}

/** Objects of the mesh, by kind and name, in the order in which they are written. */
export function meshObjects(chart: Chart): string[] {
  return chart.toJson().filter(({ apiVersion }: { apiVersion: string }) => /istio\.io|gateway\.networking/.test(apiVersion))
    .map(({ kind, metadata }: { kind: string; metadata: { namespace: string; name: string } }) => `${kind} ${metadata.namespace}/${metadata.name}`);
}

/** The spec of one object. */
export function spec(chart: Chart, kind: string, name: string, namespace = 'shop'): any {
  const found = chart.toJson().filter(json => json.kind === kind && json.metadata.name === name && json.metadata.namespace === namespace);
  if (found.length !== 1) { throw new Error(`${kind} ${namespace}/${name}: got ${found.length}, expected one`); }
  return found[0].spec;
}
