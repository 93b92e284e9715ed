import type { IConstruct } from 'constructs';
import type { Endpoint } from './endpoint';
import type { Flow } from './flow';
import { DIRECT, FlowSide, Opening, Passage, PolicyOpenings } from './passage';
import type { FlowPeer } from './peer';
import { refuse } from '../kube/problem';
import { Session } from '../policy/session';

const PART = 'flows';

/** Every flow of an app, found by the workloads at its ends. */
export class FlowGraph {
  public static of(construct: IConstruct): FlowGraph {
    const session = Session.of(construct);
    return session.part(PART, () => new FlowGraph(session));
  }

  private readonly incoming = new Map<Endpoint, Map<string, Flow>>();
  private readonly outgoing = new Map<Endpoint, Map<string, Flow>>();
  private readonly toHosts = new Map<string, Set<Endpoint>>();
  private readonly resolvers = new Set<Endpoint>();
  private readonly ends = new Set<Endpoint>();
  private readonly limited = new Map<string, boolean>();
  private way: Passage = DIRECT;

  private constructor(private readonly session: Session) {}

  /** Every workload of the app that can be an end of a flow. */
  public get endpoints(): readonly Endpoint[] {
    return [...this.ends];
  }

  public register(endpoint: Endpoint): void {
    this.ends.add(endpoint);
    this.session.touch();
  }

  /** Adds a flow; the same flow declared twice, or by both of its ends, is one. */
  public add(flow: Flow): void {
    this.checkOwn(flow.from);
    this.checkOwn(flow.to);
    const key = `${keyOf(flow.from)} ${keyOf(flow.to)} ${flow.port.protocol}/${flow.port.number}-${flow.port.end ?? ''}`;
    this.checkLimits(key, flow);
    const own = flow.request ? `${key} ${JSON.stringify(flow.request)}` : key;
    if (flow.from._shape.kind === 'workload') { addOnce(this.outgoing, flow.from._shape.endpoint, own, flow); }
    if (flow.from._shape.kind === 'workload' && flow.to._shape.kind === 'host') {
      const host = keyOf(flow.to);
      this.toHosts.set(host, (this.toHosts.get(host) ?? new Set()).add(flow.from._shape.endpoint));
    }
    if (flow.to._shape.kind === 'workload') { addOnce(this.incoming, flow.to._shape.endpoint, own, flow); }
    this.session.touch();
  }

  /** How all flows of the app travel from now on. */
  public set passage(passage: Passage) {
    this.way = passage;
    this.session.touch();
  }

  /** Whether something holds the caller to the requests that a flow names. */
  public readsRequests(flow: Flow): boolean {
    return this.way.readsRequests(flow);
  }

  /** What the policy of a workload lets through. */
  public policyOf(endpoint: Endpoint): PolicyOpenings {
    return { into: this.openings(endpoint, 'into'), outOf: this.openings(endpoint, 'outOf'), resolvesNames: this.resolvesNames(endpoint) };
  }

  /** What it lets through on one side. */
  public openings(endpoint: Endpoint, side: FlowSide): Opening[] {
    const flows = side === 'into' ? this.incoming.get(endpoint) : this.outgoing.get(endpoint);
    const open: Opening[] = [];
    for (const flow of flows?.values() ?? []) { open.push(...this.way.openings(flow, side)); }
    open.push(...this.way.needs(endpoint, side));
    return open;
  }

  /** What one flow opens on one side. */
  public openingsOf(flow: Flow, side: FlowSide): readonly Opening[] {
    return this.way.openings(flow, side);
  }

  /** Lets a workload resolve names although no flow of its needs one. */
  public addResolver(endpoint: Endpoint): void {
    this.resolvers.add(endpoint);
    this.session.touch();
  }

  public into(endpoint: Endpoint): readonly Flow[] {
    return [...this.incoming.get(endpoint)?.values() ?? []];
  }

  public countInto(endpoint: Endpoint): number {
    return this.incoming.get(endpoint)?.size ?? 0;
  }

  public outOf(endpoint: Endpoint): readonly Flow[] {
    return [...this.outgoing.get(endpoint)?.values() ?? []];
  }

  /** The workloads that call a host outside. */
  public callersOf(host: FlowPeer): readonly Endpoint[] {
    return [...this.toHosts.get(keyOf(host)) ?? []];
  }

  /** Whether the workload dials a name, and so needs the cluster's DNS. */
  public resolvesNames(endpoint: Endpoint): boolean {
    if (this.resolvers.has(endpoint) || this.way.resolvesNames(endpoint)) { return true; }
    for (const flow of this.outgoing.get(endpoint)?.values() ?? []) {
      if (flow.to._dialedByName) { return true; }
    }
    return false;
  }

  /** A limit beside leave for everything would limit nothing, and whoever wrote it believes that it does. */
  private checkLimits(key: string, flow: Flow): void {
    const isLimited = flow.request !== undefined;
    if ((this.limited.get(key) ?? isLimited) !== isLimited) {
      refuse({
        what: `flow from ${flow.from.description} to ${flow.to.description} on port ${flow.port.number} is declared with limits and without`,
        got: flow.request,
        expected: 'methods, paths or grpcMethods in each declaration of it, or in none',
        todo: 'remove the declaration that allows everything, or the limits',
      });
    }
    this.limited.set(key, isLimited);
  }

  /** Only the app that makes a workload writes its policy. */
  private checkOwn({ _shape: shape }: FlowPeer): void {
    if (shape.kind === 'workload' && !this.ends.has(shape.endpoint)) {
      refuse({
        what: `flow names workload "${shape.endpoint.name}" of another app`,
        got: shape.endpoint.construct.node.path,
        expected: 'a workload of this app',
        todo: 'name its pods with Pods.inNamespace(…), and declare the flow in the other app too',
      });
    }
  }
}

function addOnce(flows: Map<Endpoint, Map<string, Flow>>, endpoint: Endpoint, key: string, flow: Flow): void {
  let known = flows.get(endpoint);
  if (!known) {
    known = new Map();
    flows.set(endpoint, known);
  }
  known.set(key, flow);
}

function keyOf(peer: FlowPeer): string {
  return peer._shape.kind === 'workload' ? peer._shape.endpoint.key : JSON.stringify(peer._shape);
}
