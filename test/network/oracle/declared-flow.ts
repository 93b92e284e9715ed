import { Address, Blocks, hasAddress, readAddress, readBlocks } from './address';
import { Cluster, Pod } from './cluster';
import { Connections, Protocol } from './connections';
import { Party } from './oracle';
import { Direction } from './policies';
import { carries, Labels } from './selector';

/** Pods that the app does not run. */
export interface UnmanagedPods {
  readonly namespace: string;
  readonly labels: Labels;
}

export interface AddressRange {
  readonly cidr: string;
  readonly except?: readonly string[];
}

/** A workload as `namespace/name`, pods or addresses that the app does not run, or `anywhere`: whoever it is, pod or address. */
export type End = string | UnmanagedPods | AddressRange;

export const ANYWHERE = 'anywhere';

/**
 * Connections that shall be open, and no others. Each end that is a workload opens its own side: a flow from `anywhere` says nothing on
 * the sides of those who call.
 */
export interface DeclaredFlow {
  readonly from: End;
  readonly to: End;
  readonly port: number;
  readonly endPort?: number;
  readonly protocol: Protocol;
}

interface Opening {
  readonly other: Resolved;
  readonly connections: Connections;
}

type Resolved = { readonly pod: Pod } | { readonly pods: UnmanagedPods } | { readonly blocks: Blocks } | 'anyone';

/** What flows open on each side of each workload. */
export class DeclaredSides {
  private readonly openings = new Map<string, Opening[]>();

  constructor(private readonly cluster: Cluster, flows: readonly DeclaredFlow[]) {
    for (const { from, to, port, endPort, protocol } of flows) {
      const connections = Connections.of(protocol, port, endPort ?? port);
      const [source, destination] = [this.resolve(from), this.resolve(to)];
      const held = [this.open('egress', source, destination, connections), this.open('ingress', destination, source, connections)];
      if (!held.includes(true)) { throw new Error(`flow from ${showEnd(from)} to ${showEnd(to)}: expected a workload at one end or both`); }
    }
  }

  /** What one side of a workload shall leave open to another. */
  public of(direction: Direction, subject: Pod, other: Party): Connections {
    const address = typeof other === 'string' ? readAddress(other) : undefined;
    return Connections.union((this.openings.get(key(direction, subject)) ?? [])
      .filter(opening => isEnd(opening.other, other, address))
      .map(opening => opening.connections));
  }

  private open(direction: Direction, subject: Resolved, other: Resolved, connections: Connections): boolean {
    if (subject === 'anyone' || !('pod' in subject)) { return false; }
    const id = key(direction, subject.pod);
    this.openings.set(id, [...this.openings.get(id) ?? [], { other, connections }]);
    return true;
  }

  private resolve(end: End): Resolved {
    if (end === ANYWHERE) { return 'anyone'; }
    if (typeof end !== 'string') { return 'cidr' in end ? { blocks: readBlocks(end.cidr, end.except) } : { pods: end }; }
    const pod = this.cluster.pod(end);
    if (!pod.managed || pod.hostNetwork) { throw new Error(`end of a flow: got ${end}, expected a workload that policies can hold`); }
    return { pod };
  }
}

function key(direction: Direction, { namespace, name }: Pod): string {
  return `${direction} ${namespace}/${name}`;
}

function isEnd(end: Resolved, party: Party, address: Address | undefined): boolean {
  if (end === 'anyone') { return true; }
  if ('blocks' in end) { return address !== undefined && hasAddress(end.blocks, address); }
  if (typeof party === 'string' || party.hostNetwork) { return false; }
  return 'pod' in end ? end.pod === party : end.pods.namespace === party.namespace && carries(party.labels, end.pods.labels);
}

function showEnd(end: End): string {
  return typeof end === 'string' ? end : JSON.stringify(end);
}
