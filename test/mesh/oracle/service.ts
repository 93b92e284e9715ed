import { Pod } from '../../network/oracle/cluster';
import { carries, Labels } from '../../network/oracle/selector';

export type PortProtocol = 'HTTP' | 'TCP' | 'unknown';

export interface ServicePort {
  readonly number: number;
  /** A container port by number or name. */
  readonly target: number | string;
  readonly protocol: PortProtocol;
}

export interface MeshService {
  readonly namespace: string;
  readonly name: string;
  readonly labels: Labels;
  readonly selector: Labels;
  readonly ports: readonly ServicePort[];
}

const HTTP = ['http', 'http2', 'grpc', 'grpc-web', 'kubernetes.io/h2c', 'kubernetes.io/ws'];
const TCP = ['tcp', 'tls', 'https', 'mongo', 'mysql', 'redis'];

export function readService({ metadata, spec }: any): MeshService {
  return {
    namespace: metadata.namespace ?? 'default',
    name: metadata.name,
    labels: metadata.labels ?? {},
    selector: spec.selector ?? {},
    ports: (spec.ports ?? []).filter(({ protocol = 'TCP' }: any) => protocol === 'TCP').map(readPort),
  };
}

function readPort({ port, targetPort, appProtocol, name = '' }: any): ServicePort {
  return { number: port, target: targetPort ?? port, protocol: protocolOf(appProtocol ?? name) };
}

/** What Istio takes a port for: by its application protocol, or else by its name up to a dash. A web socket over TLS is bytes to it. */
function protocolOf(text: string): PortProtocol {
  const is = (protocol: string) => text === protocol || (text.startsWith(`${protocol}-`) && !text.startsWith('kubernetes.io'));
  if (HTTP.some(is)) { return 'HTTP'; }
  return TCP.some(is) || text === 'kubernetes.io/wss' ? 'TCP' : 'unknown';
}

/** The Service and its port through which a container port is called; undefined where there is none. */
export function serviceFor(services: readonly MeshService[], pod: Pod, port: number): { service: MeshService; port: ServicePort } | undefined {
  const found = services
    .filter(({ namespace, selector }) => namespace === pod.namespace && Object.keys(selector).length > 0 && carries(pod.labels, selector))
    .flatMap(service => service.ports.filter(({ target }) => portOf(pod, target) === port).map(each => ({ service, port: each })));
  if (found.length > 1) {
    const names = found.map(({ service, port: { number } }) => `${service.name}:${number}`).join(' and ');
    throw new Error(`Service for port ${port} of ${pod.namespace}/${pod.name}: got ${names}, expected one`);
  }
  return found[0];
}

function portOf(pod: Pod, target: number | string): number | undefined {
  return typeof target === 'number' ? target : pod.ports.find(({ name, protocol }) => name === target && protocol === 'TCP')?.number;
}
