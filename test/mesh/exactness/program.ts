import { DescribedMesh, DescribedPort, DescribedWorkload, idOf, Outsider } from './described-mesh';
import { AppProtocol, PortProtocol } from '../../../src/kube/port';
import { IstioDataPlane } from '../../../src/mesh/istio-data-plane';
import { IstioMtlsMesh } from '../../../src/mesh/istio-mtls-mesh';
import { IstioVersion } from '../../../src/mesh/istio-version';
import { MeshScope } from '../../../src/mesh/mesh-scope';
import { SecureNamespace } from '../../../src/namespace/secure-namespace';
import type { FlowPeer } from '../../../src/network/peer';
import { Monitoring, Pods } from '../../../src/network/pods';
import type { HardenedDeployment } from '../../../src/workload/hardened-deployment';
import { Health } from '../../../src/workload/health';
import { stockChart, workload } from '../../network/shop';

const SPEAKS = { http: AppProtocol.HTTP, grpc: AppProtocol.GRPC, tcp: AppProtocol.TCP, udp: AppProtocol.UDP };

/** Says an app in the words of this library: by turns the caller says a call, or the callee. */
export function manifestsOf({ mode, namespaces, workloads, calls, isOld, isWhole }: DescribedMesh): any[] {
  const chart = stockChart();
  const scopes = new Map(namespaces.map(name => [name, new SecureNamespace(chart, name)]));
  const made = new Map(workloads.map(each => [idOf(each), make(scopes.get(each.namespace)!, each)]));
  // By turns the mesh is there before the calls, or after them.
  const isFirst = calls.length % 2 === 0;
  const mesh = () => mode === 'none' ? undefined : new IstioMtlsMesh(chart, 'mesh', {
    dataPlane: mode === 'sidecar' ? IstioDataPlane.SIDECAR : IstioDataPlane.AMBIENT,
    istioVersion: isOld ? IstioVersion.V1_24 : undefined,
    scope: isWhole ? MeshScope.WHOLE_MESH : undefined,
  });
  if (isFirst) { mesh(); }
  calls.forEach(({ from, to, port, limits }, i) => {
    const callee = made.get(to)!;
    const caller = typeof from === 'string' ? made.get(from)! : outside(from);
    const props = { port, ...limits ? { ...limits } : {} } as { port: number; methods?: string[]; paths?: string[]; grpcMethods?: string[] };
    if (caller === callee) {
      callee.connections.allowAmongReplicas(props);
    } else if ('connections' in caller && i % 2 === 0) {
      caller.connections.allowTo(callee, props);
    } else {
      callee.connections.allowFrom(caller, props);
    }
  });
  if (!isFirst) { mesh(); }
  return chart.toJson();
}

function make(namespace: SecureNamespace, { name, ports, isProbed }: DescribedWorkload): HardenedDeployment {
  const first = ports.find(({ speaks }) => speaks !== 'udp');
  return workload(namespace, name, {
    ports: ports.map(({ number, servicePort, speaks }) => ({ number, servicePort, name: `${speaks}-${number}`, protocol: transportOf(speaks), appProtocol: SPEAKS[speaks] })),
    ...first && isProbed ? { health: Health.tcp({ port: first.number }) } : {},
  });
}

function transportOf(speaks: DescribedPort['speaks']): PortProtocol {
  return speaks === 'udp' ? PortProtocol.UDP : PortProtocol.TCP;
}

function outside({ namespace, labels, serviceAccount, dialsPods }: Outsider): FlowPeer {
  return dialsPods ? Monitoring.pods(namespace, labels, { serviceAccount }) : Pods.inNamespace(namespace, labels, { serviceAccount });
}
