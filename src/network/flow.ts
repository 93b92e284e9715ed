import type { FlowRequest } from './flow-request';
import type { FlowPeer } from './peer';
import type { PortProtocol } from '../kube/port';

/** Ports of a destination that a flow opens: container ports, never Service ports. */
export interface FlowPort {
  readonly number: number;
  /** Last port of a range. */
  readonly end?: number;
  readonly protocol: PortProtocol;
}

/** Who may open a connection to whom, on which port. */
export interface Flow {
  readonly from: FlowPeer;
  readonly to: FlowPeer;
  readonly port: FlowPort;
  /** What may be asked for, where not everything may. */
  readonly request?: FlowRequest;
}
