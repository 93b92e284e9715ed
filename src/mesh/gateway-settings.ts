import { isIP } from 'node:net';
import { GatewayApi } from './gateway-api';
import type { SecureGatewayProps } from './secure-gateway-props';
import { isDnsLabel, checkDnsSubdomain } from '../kube/names';
import { PortProtocol } from '../kube/port';
import { refuse } from '../kube/problem';
import { checkFlag, checkList, checkMember, checkStruct } from '../kube/shape';
import type { Endpoint, EndpointPort } from '../network/endpoint';
import { addressPeer, External } from '../network/external';
import type { Flow } from '../network/flow';
import { READ, requestOf } from '../network/flow-request';
import { FlowPeer, PodsShape } from '../network/peer';

/** A gateway with every value checked and settled. */
export interface GatewaySettings {
  readonly name: string;
  /** Sorted. */
  readonly hosts: readonly string[];
  readonly credentialName: string;
  readonly endpoint: Endpoint;
  readonly servicePort: number;
  /** From its pods to the workload. */
  readonly flow: Flow;
  readonly pods: PodsShape;
  /** Whoever may connect to its pods, where istiod makes them. */
  readonly clients: readonly FlowPeer[];
  /** What its load balancer takes; everything, where it is empty. */
  readonly clientCidrs: readonly string[];
}

/** Each has two listeners, and a Gateway takes 64. */
const MOST_HOSTS = 32;
/** What one rule of an HTTPRoute takes. */
const MOST_PATHS = 64;
/** Behind the name of a gateway in those of its pods, its Service and its account. */
const BEHIND = '-istio';

/** Checks the props of a gateway and settles their values. */
export function settleGateway(id: string, props: SecureGatewayProps): GatewaySettings {
  checkStruct(`properties of gateway "${id}"`, props);
  const api = checkMember(`api of gateway "${id}"`, props.api, GatewayApi);
  const name = checkName(props.name ?? id);
  const { peer } = props.workload;
  const { _shape: shape } = peer;
  if (shape.kind !== 'workload') {
    return refuse({ what: `gateway "${name}" leads to ${peer.description}`, expected: 'a workload of this app', todo: 'pass the workload as workload' });
  }
  const endpoint = shape.endpoint;
  const port = portBehind(name, endpoint, props.port);
  const pods = api === GatewayApi.ISTIO ? theirPods(name, props) : ownPods(name, endpoint.namespace);
  const request = requestOf(`flow from ${pods.description} to ${peer.description}`, { methods: props.methods, paths: props.paths }, port);
  if ((request?.paths?.length ?? 0) > MOST_PATHS) {
    refuse({ what: `paths of gateway "${name}"`, got: request!.paths!.length, expected: `at most ${MOST_PATHS}`, todo: 'use paths that end in /*' });
  }
  return {
    name,
    hosts: checkHosts(name, props.hosts),
    credentialName: checkDnsSubdomain(`credentialName of gateway "${name}"`, props.credentialName),
    endpoint,
    servicePort: port.servicePort!,
    flow: { from: pods, to: peer, port: { number: port.number, protocol: port.protocol }, ...(request ? { request } : {}) },
    pods: pods._shape as PodsShape,
    ...(api === GatewayApi.ISTIO ? NO_CLIENTS : clientsOf(name, props)),
  };
}

const NO_CLIENTS = { clients: [], clientCidrs: [] };

function checkName(name: string): string {
  return isDnsLabel(name) && isDnsLabel(`${name}${BEHIND}`) ? name : refuse({
    what: 'name of a gateway',
    got: name,
    expected: `a DNS label of at most ${63 - BEHIND.length}, since its pods and its Service have ${BEHIND} behind it`,
    todo: 'choose another name',
  });
}

function checkHosts(name: string, hosts: readonly string[]): string[] {
  const list = checkList(`hosts of gateway "${name}"`, hosts);
  for (const host of list) {
    const isName = typeof host === 'string' && host.includes('.') && !host.includes('*') && isIP(host) === 0;
    if (!isName) {
      refuse({
        what: `host of gateway "${name}"`,
        got: host,
        expected: 'the full name of a host: no wildcard, which would answer for names of others, and no address',
        todo: 'name each host that its certificate names',
      });
    }
    checkDnsSubdomain(`host of gateway "${name}"`, host);
  }
  const all = [...new Set(list)].sort();
  return all.length > 0 && all.length <= MOST_HOSTS ? all : refuse({
    what: `hosts of gateway "${name}"`, got: all.length, expected: `1 to ${MOST_HOSTS} hosts`, todo: 'name each host that clients ask for, or make several gateways',
  });
}

/** A port of the workload's Service on which a gateway can speak HTTP. */
function portBehind(name: string, endpoint: Endpoint, number: number | undefined): EndpointPort {
  const served = endpoint.ports.filter(port => port.servicePort !== undefined && port.protocol === PortProtocol.TCP && READ.has(port.appProtocol));
  const ports = served.filter(port => number === undefined || port.number === number);
  return ports.length === 1 ? ports[0] : refuse({
    what: `gateway "${name}" needs one port of "${endpoint.name}"`,
    got: number,
    expected: served.map(port => port.number).join(' or ') || `a port of its Service with appProtocol ${[...READ].join(' or ')}`,
    todo: 'name the port on which its main container listens, and say what is spoken on it',
  });
}

/** Pods that istiod makes for the Gateway, which the app therefore opens at both ends. */
function ownPods(name: string, namespace: string): FlowPeer {
  return FlowPeer._of(`gateway ${name} in ${namespace}`, {
    kind: 'pods', namespace, labels: { 'gateway.networking.k8s.io/gateway-name': name }, serviceAccount: `${name}${BEHIND}`, isOpened: true,
  }, true);
}

function theirPods(name: string, { gateway, clientCidrs, acceptInternet }: SecureGatewayProps): FlowPeer {
  if (clientCidrs !== undefined || acceptInternet !== undefined) {
    refuse({
      what: `gateway "${name}" says who its clients are, and somebody else runs its pods`,
      got: { clientCidrs, acceptInternet },
      expected: 'neither of them with GatewayApi.ISTIO',
      todo: 'leave them out, and have whoever runs the pods let clients in',
    });
  }
  const shape = gateway?.peer._shape;
  if (shape?.kind !== 'pods' || shape.serviceAccount === undefined) {
    return refuse({
      what: `pods of gateway "${name}"`,
      got: gateway?.peer.description,
      expected: 'pods with their service account, by which the mesh knows them',
      todo: 'pass IngressController.pods(namespace, labels, { serviceAccount }) as gateway',
    });
  }
  // Unlike other controllers, it is told by the mesh to whom it sends.
  const { namespace, labels, serviceAccount } = shape;
  return FlowPeer._of(`gateway pods in ${namespace}`, { kind: 'pods', namespace, labels, serviceAccount }, true);
}

function clientsOf(name: string, { gateway, clientCidrs, acceptInternet }: SecureGatewayProps): Pick<GatewaySettings, 'clients' | 'clientCidrs'> {
  if (gateway !== undefined) {
    refuse({ what: `gateway "${name}" names pods, and istiod makes its pods`, got: gateway.peer.description, expected: 'none with GatewayApi.KUBERNETES', todo: 'leave gateway out' });
  }
  const cidrs = [...new Set(checkList(`clientCidrs of gateway "${name}"`, clientCidrs))];
  const isOpen = checkFlag(`acceptInternet of gateway "${name}"`, acceptInternet);
  const everyone = cidrs.find(cidr => String(cidr).endsWith('/0'));
  if (everyone !== undefined || (cidrs.length === 0 && !isOpen)) {
    refuse({
      what: `clients of gateway "${name}"`,
      got: everyone ?? cidrs,
      expected: 'addresses from which they come',
      todo: 'name them with clientCidrs, or say acceptInternet: true for every public address',
    });
  }
  return {
    clients: [...(cidrs.length > 0 ? [addressPeer(`clients of gateway ${name}`, cidrs)] : []), ...(isOpen ? [External.internet()] : [])],
    clientCidrs: isOpen ? [] : cidrs.sort(),
  };
}
