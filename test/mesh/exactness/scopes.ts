import { DescribedMesh, idOf, served } from './described-mesh';
import { waypoints } from './network-flows';

/**
 * What decides nothing about a request, and yet must not be wider than the app says: the hosts that each sidecar knows, and the Gateways
 * of waypoints, whose Services no one else may leave.
 */
export function scopeDifferences(manifests: readonly any[], mesh: DescribedMesh): string[] {
  const of = (kind: string, show: (object: any) => unknown) => manifests.filter(each => each.kind === kind)
    .map(each => `${kind} ${each.metadata.namespace}/${each.metadata.name}: ${JSON.stringify(show(each))}`).sort();
  const got = [
    ...of('Sidecar', ({ spec }) => spec),
    ...of('Gateway', ({ spec, metadata }) => [spec, metadata.labels['istio.io/waypoint-for']]),
    ...of('Service', ({ metadata }) => metadata.labels['istio.io/use-waypoint']),
  ];
  const declared = [...sidecars(mesh), ...gateways(mesh), ...services(mesh)];
  return [
    ...got.filter(line => !declared.includes(line)).map(line => `written and not declared: ${line}`),
    ...declared.filter(line => !got.includes(line)).map(line => `declared and not written: ${line}`),
  ];
}

const REGISTRY_ONLY = { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } };

function sidecars(mesh: DescribedMesh): string[] {
  if (mesh.mode !== 'sidecar') { return []; }
  return [
    ...[...mesh.namespaces, ...mesh.isWhole ? ['istio-system'] : []].map(namespace => `Sidecar ${namespace}/default: ${JSON.stringify({ egress: [{ hosts: ['~/*'] }], ...REGISTRY_ONLY })}`),
    ...mesh.workloads.flatMap(workload => {
      const called = mesh.calls.filter(({ from, to, port }) => from === idOf(workload) && isTcp(mesh, to, port)).map(({ to }) => to.split('/'));
      const hosts = [...new Set(called.map(([namespace, name]) => `${namespace}/${name}.${namespace}.svc.cluster.local`))].sort();
      const spec = { egress: [{ hosts }], ...REGISTRY_ONLY, workloadSelector: { labels: { 'app.kubernetes.io/instance': workload.name } } };
      return hosts.length === 0 ? [] : [`Sidecar ${idOf(workload)}: ${JSON.stringify(spec)}`];
    }),
  ];
}

function isTcp({ workloads }: DescribedMesh, to: string, port: number): boolean {
  return workloads.find(workload => idOf(workload) === to)!.ports.some(({ number, speaks }) => number === port && speaks !== 'udp');
}

function gateways(mesh: DescribedMesh): string[] {
  const spec = { gatewayClassName: 'istio-waypoint', listeners: [{ name: 'mesh', port: 15008, protocol: 'HBONE' }] };
  return waypoints(mesh).map(id => `Gateway ${id}: ${JSON.stringify([spec, 'service'])}`);
}

function services(mesh: DescribedMesh): string[] {
  return mesh.workloads.filter(({ ports }) => ports.length > 0)
    .map(workload => `Service ${idOf(workload)}: ${JSON.stringify(served(mesh).has(idOf(workload)) ? 'waypoint' : undefined)}`);
}
