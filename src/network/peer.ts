import type { Endpoint } from './endpoint';

/** Addresses, and the parts of them that are left out. */
export interface AddressBlock {
  readonly cidr: string;
  readonly except: readonly string[];
}

/** Pods that the app does not run. */
export interface PodsShape {
  readonly kind: 'pods';
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Their identity in a mesh, where it is known. */
  readonly serviceAccount?: string;
  /** Whether they dial pods by their addresses, and no Service. */
  readonly dialsPods?: boolean;
  /** Whether the app writes their policies too, as for pods that something makes for one of its constructs. */
  readonly isOpened?: boolean;
}

/** How a host outside is reached where nobody goes there by himself. */
export interface EgressShape {
  /** The namespace in which the host is known, and its waypoint stands. */
  readonly namespace: string;
  /** The port of the host. */
  readonly port: number;
  /** Pods by which sidecars reach it, the port on which they listen, and their Service. */
  readonly gateway?: { readonly pods: PodsShape; readonly port: number; readonly service: string };
}

/** What Cilium calls an end that it knows by what it is: there no policy by addresses holds for it. */
export type CiliumEntity = 'kube-apiserver' | 'nodes';

/** What stands at one end of a flow. */
export type PeerShape =
  | { readonly kind: 'workload'; readonly endpoint: Endpoint }
  | PodsShape
  | { readonly kind: 'blocks'; readonly blocks: readonly AddressBlock[]; readonly entity?: CiliumEntity }
  | { readonly kind: 'internet' }
  | { readonly kind: 'host'; readonly host: string; readonly egress?: EgressShape }
  | { readonly kind: 'unknown-address' };

/**
 * Something that can be at one end of a flow: a workload of this library, or a `FlowPeer` made by a factory such as `External.cidr`.
 */
export interface IFlowPeer {
  /**
   * What stands at this end.
   */
  readonly peer: FlowPeer;
}

/**
 * One end of a flow. Made by `External`, `KubeApi`, `Nodes`, `Pods`, `IngressController` and `Monitoring`, or by a workload.
 */
export class FlowPeer implements IFlowPeer {
  /** @internal */
  public static _of(description: string, shape: PeerShape, dialedByName: boolean): FlowPeer {
    return new FlowPeer(description, shape, dialedByName);
  }

  /**
   * What this end is, in words.
   */
  public readonly description: string;

  /** @internal */
  public readonly _shape: PeerShape;

  /** Whether a caller resolves a name to reach it. @internal */
  public readonly _dialedByName: boolean;

  private constructor(description: string, shape: PeerShape, dialedByName: boolean) {
    this.description = description;
    this._shape = shape;
    this._dialedByName = dialedByName;
  }

  /**
   * This end itself.
   */
  public get peer(): FlowPeer {
    return this;
  }
}
