import { isIP } from 'node:net';
import { Construct } from 'constructs';
import type { Endpoint, EndpointPort } from './endpoint';
import { FlowGraph } from './flow-graph';
import { IFlowPeer } from './peer';
import { checkDnsLabel, checkDnsSubdomain } from '../kube/names';
import { PortProtocol } from '../kube/port';
import { refuse } from '../kube/problem';
import { makeObject, ObjectRank } from '../policy/object-order';
import { propsByField } from '../policy/prop-of-field';

/**
 * Properties for `SecureIngress`.
 */
export interface SecureIngressProps {
  /**
   * Host that clients ask for. No wildcard: it would answer for names of other tenants.
   */
  readonly host: string;

  /**
   * Name of the Secret of type `kubernetes.io/tls` in the workload's namespace that holds the certificate of the host.
   */
  readonly tlsSecretName: string;

  /**
   * The workload that answers.
   */
  readonly workload: IFlowPeer;

  /**
   * Port on which the workload's pods listen.
   *
   * @default - its only port
   */
  readonly port?: number;

  /**
   * What carries the traffic to the pods: `IngressController.pods(…)`, `.hostNetwork(…)` or `.cloudLoadBalancer(…)`.
   */
  readonly controller: IFlowPeer;

  /**
   * Class of the controller.
   */
  readonly ingressClassName: string;

  /**
   * Path prefix that is sent to the workload.
   *
   * @default /
   */
  readonly path?: string;
}

/** Props by the fields that they change. */
const PROP_OF = propsByField({
  'spec.ingressClassName': 'ingressClassName',
  'spec.rules[].host': 'host',
  'spec.rules[].http.paths[].backend.service.name': 'workload',
  'spec.rules[].http.paths[].backend.service.port': 'port',
  'spec.rules[].http.paths[].path': 'path',
  'spec.tls[].hosts': 'host',
  'spec.tls[].secretName': 'tlsSecretName',
});

/**
 * Opens a workload to clients outside the cluster, over TLS alone, and lets the controller, and nobody else, connect to its pods.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/#tls
 */
export class SecureIngress extends Construct {
  /** @internal */
  public readonly _propOf = PROP_OF;

  constructor(scope: Construct, id: string, props: SecureIngressProps) {
    super(scope, id);
    const shape = props.workload.peer._shape;
    if (shape.kind !== 'workload') {
      refuse({
        what: `ingress "${id}" leads to ${props.workload.peer.description}`, expected: 'a workload of this app', todo: 'pass the workload as workload',
      });
    }
    const endpoint = shape.endpoint;
    if (props.controller.peer._shape.kind === 'unknown-address') {
      refuse({
        what: `ingress "${id}" is carried by ${props.controller.peer.description}`,
        expected: 'whoever carries the traffic',
        todo: 'pass IngressController.pods(…), .hostNetwork(…) or .cloudLoadBalancer(…) as controller',
      });
    }
    const host = checkHost(props.host);
    const path = checkPath(props.path ?? '/');
    const ingressClassName = checkDnsSubdomain('ingressClassName', props.ingressClassName);
    const secretName = checkDnsSubdomain('tlsSecretName', props.tlsSecretName);
    const port = portOf(endpoint, props.port);
    FlowGraph.of(this).add({ from: props.controller.peer, to: props.workload.peer, port });
    this.node.defaultChild = makeObject(ObjectRank.WORKLOADS, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      name: checkDnsLabel('name of the ingress', id),
      namespace: endpoint.namespace,
      owner: this,
      render: () => ({
        spec: {
          ingressClassName,
          rules: [{
            host,
            http: { paths: [{ path, pathType: 'Prefix', backend: { service: { name: endpoint.name, port: { name: port.name } } } }] },
          }],
          tls: [{ hosts: [host], secretName }],
        },
      }),
    });
  }
}

function checkHost(host: string): string {
  if (typeof host === 'string' && host.startsWith('*')) {
    refuse({ what: 'host of an ingress is a wildcard', got: host, expected: 'one host', todo: 'make an ingress for each host' });
  }
  if (isIP(host) !== 0) {
    refuse({ what: 'host of an ingress is an address', got: host, expected: 'the name of a host', todo: 'name the host that its certificate names' });
  }
  return checkDnsSubdomain('host of an ingress', host);
}

function checkPath(path: string): string {
  if (typeof path !== 'string' || !path.startsWith('/') || path.split('/').some(part => part === '.' || part === '..') || /\/\/|%2f/i.test(path)) {
    refuse({ what: 'path of an ingress', got: path, expected: 'a path from / on, without //, /., /.. or %2f', todo: 'write it like /api' });
  }
  return path;
}

/** A port of the workload's Service: none leads to a sidecar. */
function portOf(endpoint: Endpoint, number: number | undefined): EndpointPort {
  const served = endpoint.ports.filter(port => port.servicePort !== undefined && port.protocol === PortProtocol.TCP);
  const ports = served.filter(port => number === undefined || port.number === number);
  if (ports.length !== 1) {
    refuse({
      what: `ingress to "${endpoint.name}" needs one port`,
      got: number,
      expected: served.map(port => port.number).join(' or ') || 'a workload whose Service has a TCP port',
      todo: 'name the port on which its main container listens',
    });
  }
  return ports[0];
}
