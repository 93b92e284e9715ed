import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { ContainerSettings } from './container-settings';
import type { WorkloadSettings } from './workload-settings';
import { objectAt } from '../kube/pod';
import type { Endpoint } from '../network/endpoint';
import { Session } from '../policy/session';

/** What a workload is called, and who it is. */
export interface WorkloadIdentity {
  readonly kind: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly service: () => ApiObject | undefined;
}

/** A workload as flows see it. */
export function endpointOf(construct: IConstruct, { name, selector, podLabels, pod }: WorkloadSettings, own: WorkloadIdentity): Endpoint {
  const containers = [pod.main, ...pod.sidecars];
  return {
    key: `${own.kind}/${own.namespace}/${name}`,
    name,
    namespace: own.namespace,
    selector,
    labels: podLabels,
    ports: containers.flatMap(container => container.ports),
    probePorts: [...new Set(containers.flatMap(probePortsOf))].sort((a, b) => a - b),
    serviceAccount: own.serviceAccount,
    service: own.service,
    construct,
    waives: rule => Session.of(construct).waivers.find(construct, rule) !== undefined,
  };
}

function probePortsOf({ probes }: ContainerSettings): number[] {
  return Object.values(probes).flatMap(probe => ['httpGet', 'tcpSocket', 'grpc'].flatMap(way => {
    const { port } = objectAt(probe, [way]);
    return typeof port === 'number' ? [port] : [];
  }));
}
