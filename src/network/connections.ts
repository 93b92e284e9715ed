import type { Endpoint, EndpointPort } from './endpoint';
import type { Flow, FlowPort } from './flow';
import { auditFlows } from './flow-audits';
import { FlowGraph } from './flow-graph';
import type { FlowProps } from './flow-props';
import { requestOf } from './flow-request';
import { IFlowPeer, FlowPeer } from './peer';
import { checkPortName } from '../kube/names';
import { checkPort, PortProtocol } from '../kube/port';
import { refuse } from '../kube/problem';

/**
 * The connections of one workload. Each is declared once, by the caller or by the callee, and opened on both sides; whatever is not
 * declared stays closed.
 */
export class Connections {
  /** @internal */
  public static _of(endpoint: Endpoint): Connections {
    return new Connections(endpoint);
  }

  private readonly graph: FlowGraph;
  private readonly self: FlowPeer;

  private constructor(private readonly endpoint: Endpoint) {
    auditFlows(endpoint.construct);
    this.graph = FlowGraph.of(endpoint.construct);
    this.self = FlowPeer._of(endpoint.name, { kind: 'workload', endpoint }, true);
    this.graph.register(endpoint);
  }

  /** @internal */
  public get _peer(): FlowPeer {
    return this.self;
  }

  /**
   * Allows this workload to connect to another.
   *
   * @param other the destination
   * @param props which of its ports
   * @throws if the destination has no such port, or has several and none is named
   */
  public allowTo(other: IFlowPeer, props: FlowProps = {}): void {
    const to = other.peer;
    if (to._shape.kind === 'unknown-address') {
      refuse({
        what: `flow from "${this.endpoint.name}" leads to ${to.description}`,
        expected: 'a destination with addresses or pods',
        todo: 'use KubeApi.cidrs(…) to call the API server',
      });
    }
    this.graph.add(this.flow(this.self, to, props));
  }

  /**
   * Allows another to connect to this workload.
   *
   * @param other the caller
   * @param props which port of this workload
   * @throws if this workload has no such port, or has several and none is named
   */
  public allowFrom(other: IFlowPeer, props: FlowProps = {}): void {
    this.graph.add(this.flow(other.peer, this.self, props));
  }

  /**
   * Allows the replicas of this workload to connect to one another.
   *
   * @param props which port
   * @throws if this workload has no such port, or has several and none is named
   */
  public allowAmongReplicas(props: FlowProps = {}): void {
    this.graph.add(this.flow(this.self, this.self, props));
  }

  /**
   * Allows this workload to resolve names, although no declared flow needs one. Flows to workloads, to other pods and to the internet
   * bring this with them.
   */
  public allowDns(): void {
    this.graph.addResolver(this.endpoint);
  }

  private flow(from: FlowPeer, to: FlowPeer, props: FlowProps): Flow {
    const found = to._shape.kind === 'workload' ? portOfWorkload(to._shape.endpoint, props) : undefined;
    const port = found ? { number: found.number, protocol: found.protocol } : portOutside(to, props);
    const request = requestOf(`flow from ${from.description} to ${to.description}`, props, found);
    return { from, to, port, ...(request ? { request } : {}) };
  }
}

function portOfWorkload(to: Endpoint, props: FlowProps): EndpointPort {
  const known = to.ports.map(port => `${port.name} (${port.number}/${port.protocol})`).join(', ') || 'none: it declares no port';
  const asked = { port: props.port, portName: props.portName, protocol: props.protocol };
  if (props.endPort !== undefined) {
    refuse({ what: `flow to "${to.name}" names a range`, got: props.endPort, expected: `one of its ports: ${known}`, todo: 'declare a flow for each port' });
  }
  const fits = (port: EndpointPort) => (props.port === undefined || port.number === props.port)
    && (props.portName === undefined || port.name === props.portName)
    && (props.protocol === undefined || port.protocol === props.protocol);
  const fitting = to.ports.filter(fits);
  if (fitting.length === 0) {
    refuse({ what: `flow to a port that "${to.name}" does not have`, got: asked, expected: known, todo: 'name a container port of the destination' });
  }
  if (fitting.length > 1) {
    refuse({ what: `flow to "${to.name}" does not say to which port`, got: asked, expected: `one of ${known}`, todo: 'name it with port or portName' });
  }
  return fitting[0];
}

function portOutside(to: FlowPeer, props: FlowProps): FlowPort {
  if (props.portName !== undefined) {
    checkPortName('portName', props.portName);
    refuse({ what: `flow to ${to.description} names a port`, got: props.portName, expected: 'a number, since names are known only inside the app', todo: 'use port' });
  }
  const only = to._shape.kind === 'host' ? to._shape.egress?.port : undefined;
  const isOther = props.endPort !== undefined || (props.port ?? only) !== only || (props.protocol ?? PortProtocol.TCP) !== PortProtocol.TCP;
  if (only !== undefined && isOther) {
    refuse({
      what: `flow to ${to.description} names another port`, got: props, expected: `${only}, the port of this EgressHost`, todo: 'leave it out, or make an EgressHost for it',
    });
  }
  if (only !== undefined) { return { number: only, protocol: PortProtocol.TCP }; }
  if (props.port === undefined) {
    refuse({ what: `flow to ${to.description} has no port`, got: undefined, expected: 'a port from 1 to 65535', todo: 'say which port; none would open every port' });
  }
  const protocol = props.protocol ?? PortProtocol.TCP;
  const number = checkPort(`port of the flow to ${to.description}`, props.port);
  if (props.endPort === undefined) { return { number, protocol }; }
  const end = checkPort(`endPort of the flow to ${to.description}`, props.endPort);
  if (end < number) {
    refuse({ what: `endPort of the flow to ${to.description} lies before port`, got: end, expected: `${number} to 65535`, todo: 'give the range in order' });
  }
  return { number, end, protocol };
}
