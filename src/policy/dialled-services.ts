import type { Dial } from './dialled-hosts';
import { targetOf } from './graph-network';
import type { Service } from './graph-network';
import type { Workload } from './graph-workload';
import type { ObjectGraph } from './object-graph';

/** A port of pods that a workload seems to dial. */
export interface DialledPort {
  readonly service: Service;
  readonly pod: Workload;
  readonly number: number;
  readonly protocol: string;
}

/** The Service that a host is for pods of a namespace; nothing where the set has none of that name. */
export function serviceFor(graph: ObjectGraph, namespace: string, { host }: Dial): Service | undefined {
  const [name, where, svc, ...rest] = host.replace(/\.$/, '').split('.');
  const isOfCluster = svc === undefined || (svc === 'svc' && (rest.length === 0 || rest.join('.') === 'cluster.local'));
  return isOfCluster ? graph.services.get(where ?? namespace, name) : undefined;
}

/** The ports behind a Service that a host and its port lead to. Where the port is not told it is the only one that the Service has. */
export function dialledPorts(graph: ObjectGraph, service: Service, { port }: Dial): DialledPort[] {
  const ports = port === undefined && service.ports.length === 1 ? service.ports : service.ports.filter(({ number }) => number === port);
  return ports.flatMap(each => graph.podsIn(service.namespace).select(service.selector).flatMap((pod): DialledPort[] => {
    const target = targetOf(each);
    const number = typeof target === 'string' ? pod.ports.find(({ name, protocol }) => name === target && protocol === each.protocol)?.number : target;
    return number === undefined ? [] : [{ service, pod, number, protocol: each.protocol }];
  }));
}
