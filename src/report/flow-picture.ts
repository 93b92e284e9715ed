import { withoutCredentials } from '../kube/credential';
import type { Endpoint } from '../network/endpoint';
import type { Flow, FlowPort } from '../network/flow';
import { FlowGraph } from '../network/flow-graph';
import type { FlowPeer } from '../network/peer';
import type { Session } from '../policy/session';

/** Whom those ask who dial a name. */
export const DNS = 'the DNS of the cluster';

/** Who calls, or is called. */
export interface PictureNode {
  readonly name: string;
  /** Of a workload of the app; all else stands outside of it. */
  readonly namespace?: string;
  /** Whether it asks the DNS of the cluster. */
  readonly resolvesNames?: boolean;
}

/** All that one calls at another. */
export interface PictureFlow {
  /** Numbers of its ends among the nodes. */
  readonly from: number;
  readonly to: number;
  /** Such as `TCP 8080`, or `TCP 8080 (GET /cart)` where the flow names requests. */
  readonly ports: readonly string[];
}

/** Who talks to whom, as the program declares it. */
export interface FlowPicture {
  /** The workloads of the app first, in the order of the program. */
  readonly nodes: readonly PictureNode[];
  readonly flows: readonly PictureFlow[];
}

export function flowPicture(session: Session): FlowPicture {
  const graph = FlowGraph.of(session.root);
  const picture = new Drawing();
  for (const endpoint of graph.endpoints) { picture.addWorkload(endpoint, graph.resolvesNames(endpoint)); }
  for (const endpoint of graph.endpoints) {
    for (const flow of graph.outOf(endpoint)) { picture.add(flow); }
    for (const flow of graph.into(endpoint)) {
      // What comes from a workload of the app is among what goes out of it.
      if (flow.from._shape.kind !== 'workload') { picture.add(flow); }
    }
  }
  return picture.finished;
}

class Drawing {
  private readonly nodes: PictureNode[] = [];
  private readonly numbers = new Map<Endpoint | string, number>();
  private readonly flows = new Map<number, Map<number, Set<string>>>();

  public get finished(): FlowPicture {
    return {
      nodes: this.nodes,
      flows: [...this.flows].flatMap(([from, targets]) => [...targets].map(([to, ports]) => ({ from, to, ports: [...ports] }))),
    };
  }

  public addWorkload(endpoint: Endpoint, resolvesNames: boolean): void {
    const { name, namespace } = endpoint;
    const of = { name: withoutCredentials(name), namespace: withoutCredentials(namespace) };
    this.numbers.set(endpoint, this.nodes.push({ ...of, ...(resolvesNames ? { resolvesNames } : {}) }) - 1);
  }

  public add({ from, to, port, request }: Flow): void {
    const { methods = [], paths = [] } = request ?? {};
    const asked = [methods.join(' '), paths.join(' ')].filter(text => text !== '').join(' ');
    const [start, end] = [this.numberOf(from), this.numberOf(to)];
    const targets = this.flows.get(start) ?? new Map<number, Set<string>>();
    this.flows.set(start, targets);
    const ports = targets.get(end) ?? new Set<string>();
    targets.set(end, ports);
    ports.add(withoutCredentials(`${portText(port)}${asked === '' ? '' : ` (${asked})`}`));
  }

  private numberOf(peer: FlowPeer): number {
    const key = peer._shape.kind === 'workload' ? peer._shape.endpoint : peer.description;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.nodes.push({ name: withoutCredentials(peer.description) }) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }
}

function portText({ number, end, protocol }: FlowPort): string {
  return `${protocol} ${number}${end === undefined ? '' : `-${end}`}`;
}

/** `shop/web`, or the words for what stands outside. */
export function nodeText({ name, namespace }: PictureNode): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

/** The part of a picture with the workloads of one namespace, and whom they talk to. */
export function pictureOf({ nodes, flows }: FlowPicture, namespace: string): FlowPicture {
  const isIn = (number: number) => nodes[number].namespace === namespace;
  const shown = flows.filter(({ from, to }) => isIn(from) || isIn(to));
  const ends = new Set([...nodes.keys()].filter(isIn).concat(shown.flatMap(({ from, to }) => [from, to])));
  const numbers = new Map([...ends].sort((a, b) => a - b).map((number, i) => [number, i]));
  return {
    nodes: [...numbers.keys()].map(number => nodes[number]),
    flows: shown.map(flow => ({ ...flow, from: numbers.get(flow.from)!, to: numbers.get(flow.to)! })),
  };
}

/** What a program reads of it: names of the DNS are a flow too. */
export function* flowEntries({ nodes, flows }: FlowPicture): Generator<object> {
  for (const { from, to, ports } of flows) { yield { from: nodeText(nodes[from]), to: nodeText(nodes[to]), ports }; }
  for (const node of nodes.filter(({ resolvesNames }) => resolvesNames)) { yield { from: nodeText(node), to: DNS, ports: ['UDP 53', 'TCP 53'] }; }
}
