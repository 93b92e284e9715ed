import type { IConstruct } from 'constructs';
import type { Endpoint } from './endpoint';
import type { Flow, FlowPort } from './flow';
import type { FlowGraph } from './flow-graph';
import type { CiliumEntity } from './peer';
import { Cni } from '../kube/cni';
import { makeObject, ObjectRank } from '../policy/object-order';
import type { Session } from '../policy/session';

/** What Cilium knows each of them by. */
const ENTITIES: Readonly<Record<CiliumEntity, readonly string[]>> = {
  'kube-apiserver': ['kube-apiserver'],
  'nodes': ['host', 'remote-node'],
};

/**
 * Where Cilium enforces policies, what a NetworkPolicy cannot say of flows to what it knows by another way than an address: the API server
 * and the nodes, which no address of a policy matches, and hosts, whose addresses it learns from the answers of the DNS.
 *
 * @see https://docs.cilium.io/en/stable/security/policy/language/
 */
export class CiliumPolicies {
  private readonly made = new Set<IConstruct>();

  constructor(private readonly session: Session, private readonly graph: FlowGraph) {}

  /** Makes one for each workload that has such flows by now. */
  public make(): void {
    if (this.session.settings.cni !== Cni.CILIUM) { return; }
    for (const endpoint of this.graph.endpoints) {
      if (this.made.has(endpoint.construct) || !isNeeded(this.graph, endpoint)) { continue; }
      makeObject(ObjectRank.ALLOW, {
        apiVersion: 'cilium.io/v2',
        kind: 'CiliumNetworkPolicy',
        name: endpoint.name,
        namespace: endpoint.namespace,
        owner: endpoint.construct,
        render: () => ({ spec: ciliumPolicySpec(this.graph, endpoint, this.session) }),
      });
      this.made.add(endpoint.construct);
    }
  }
}

function isNeeded(graph: FlowGraph, endpoint: Endpoint): boolean {
  return graph.into(endpoint).some(({ from }) => entityOf(from._shape) !== undefined)
    || graph.outOf(endpoint).some(({ to }) => entityOf(to._shape) !== undefined || hostOf(to._shape) !== undefined);
}

function ciliumPolicySpec(graph: FlowGraph, endpoint: Endpoint, { settings }: Session): Record<string, unknown> {
  const [into, outOf] = [graph.into(endpoint), graph.outOf(endpoint)];
  const ingress = byPeer(into, ({ from }) => entityOf(from._shape)).map(([entity, toPorts]) => ({ fromEntities: [...ENTITIES[entity]], toPorts }));
  const entities = byPeer(outOf, ({ to }) => entityOf(to._shape)).map(([entity, toPorts]) => ({ toEntities: [...ENTITIES[entity]], toPorts }));
  const hosts = byPeer(outOf, ({ to }) => hostOf(to._shape)).map(([host, toPorts]) => ({ toFQDNs: [{ matchName: host }], toPorts }));
  const egress = [...entities, ...hosts, ...(hosts.length > 0 ? [dnsThatIsRead(settings)] : [])];
  return {
    ...(egress.length > 0 ? { egress } : {}),
    endpointSelector: { matchLabels: { ...endpoint.selector } },
    ...(ingress.length > 0 ? { ingress } : {}),
  };
}

/** Cilium learns what a name stands for only from answers that pass by it; which names are asked for is not limited by that. */
function dnsThatIsRead({ clusterDns }: Session['settings']): object {
  return {
    toEndpoints: clusterDns._pods.map(({ namespace, labels }) => ({ matchLabels: { 'k8s:io.kubernetes.pod.namespace': namespace, ...labels } })),
    toPorts: [{ ports: [{ port: String(clusterDns._port), protocol: 'ANY' }], rules: { dns: [{ matchPattern: '*' }] } }],
  };
}

/** The ports of flows by their other ends, sorted. */
function byPeer<T extends string>(flows: readonly Flow[], keyOf: (flow: Flow) => T | undefined): [T, object[]][] {
  const known = new Map<T, Map<string, FlowPort>>();
  for (const flow of flows) {
    const key = keyOf(flow);
    if (key === undefined) { continue; }
    const ports = known.get(key) ?? new Map<string, FlowPort>();
    known.set(key, ports);
    ports.set(`${flow.port.protocol}/${flow.port.number}-${flow.port.end ?? ''}`, flow.port);
  }
  return [...known].sort(([a], [b]) => a < b ? -1 : 1).map(([key, ports]) => [key, [{
    ports: [...ports.values()].sort((a, b) => a.number - b.number || (a.protocol < b.protocol ? -1 : 1))
      .map(({ number, end, protocol }) => ({ ...(end === undefined ? {} : { endPort: end }), port: String(number), protocol })),
  }]]);
}

function entityOf(shape: Flow['to']['_shape']): CiliumEntity | undefined {
  return shape.kind === 'blocks' ? shape.entity : undefined;
}

/** A host behind a proxy of the mesh is that proxy's to reach. */
function hostOf(shape: Flow['to']['_shape']): string | undefined {
  return shape.kind === 'host' && !shape.egress ? shape.host : undefined;
}
