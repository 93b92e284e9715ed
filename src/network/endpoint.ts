import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { AppProtocol, PortProtocol } from '../kube/port';

/** A port on which the pods of a workload listen. */
export interface EndpointPort {
  readonly name: string;
  readonly number: number;
  readonly protocol: PortProtocol;
  /** The Service's port that leads here; none leads to a sidecar. */
  readonly servicePort?: number;
  /** What is spoken on it. */
  readonly appProtocol?: AppProtocol;
}

/** A workload of the app, as flows see it. */
export interface Endpoint {
  /** Kind, namespace and name: unique in the app. */
  readonly key: string;
  readonly name: string;
  readonly namespace: string;
  /** Labels that select its pods, and no others. */
  readonly selector: Readonly<Record<string, string>>;
  /** Every label of its pods. */
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly EndpointPort[];
  /** TCP ports that the kubelet asks. */
  readonly probePorts: readonly number[];
  /** Name of its service account: its identity in a mesh. */
  readonly serviceAccount: string;
  /** The Service before its pods; none where it has no port. */
  readonly service: () => ApiObject | undefined;
  readonly construct: IConstruct;
  /** Rules that the workload waives, for flows that need one. */
  readonly waives: (rule: string) => boolean;
}
