import type { Endpoint } from './endpoint';
import type { Flow, FlowPort } from './flow';
import type { FlowPeer } from './peer';

/** A side of a connection: that of the workload that is called, or that of the one that calls. */
export type FlowSide = 'into' | 'outOf';

/** What a policy lets through on one of its sides: the other end, and a port of the destination. */
export interface Opening {
  readonly peer: FlowPeer;
  readonly port: FlowPort;
}

/** What a policy lets through. */
export interface PolicyOpenings {
  readonly into: readonly Opening[];
  readonly outOf: readonly Opening[];
  readonly resolvesNames: boolean;
}

/** How what is declared travels, where something stands between the ends of a flow. */
export interface Passage {
  /** What a flow opens on one side. */
  openings(flow: Flow, side: FlowSide): readonly Opening[];
  /** What a workload needs beside its flows. */
  needs(endpoint: Endpoint, side: FlowSide): readonly Opening[];
  /** Whether it needs names although no flow does. */
  resolvesNames(endpoint: Endpoint): boolean;
  /** Whether something holds the caller to the requests that a flow names. */
  readsRequests(flow: Flow): boolean;
}

/** Nothing stands between them. */
export const DIRECT: Passage = {
  openings: (flow, side) => [{ peer: side === 'into' ? flow.from : flow.to, port: flow.port }],
  needs: () => [],
  resolvesNames: () => false,
  readsRequests: () => false,
};
