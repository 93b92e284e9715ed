import { GATEWAY_NAME } from './mesh';
import { MeshService } from './service';
import { Target } from './target';
import { Waypoint } from './waypoint';
import { Pod } from '../../network/oracle/cluster';
import { carries } from '../../network/oracle/selector';

type Attached = Target & { readonly namespace: string };

/** Policies for the proxy of a workload: of its namespace or of the root, by labels. A gateway may be named as well. */
export function policiesFor<P extends Attached>(policies: readonly P[], root: string, pod: Pod): P[] {
  return policies
    .filter(({ namespace }) => namespace === root || namespace === pod.namespace)
    .filter(({ namespace, targetRefs, matchLabels = {} }) => targetRefs.length === 0
      ? carries(pod.labels, matchLabels)
      : namespace === pod.namespace && targetRefs.some(({ kind, name }) => kind === 'Gateway' && name === pod.labels[GATEWAY_NAME]));
}

/** Policies for a waypoint, which are only those that name it, its class from the root namespace, or the Service that is called. */
export function policiesAt<P extends Attached>(policies: readonly P[], root: string, waypoint: Waypoint, service: MeshService | undefined): P[] {
  return policies.filter(({ namespace, targetRefs }) => targetRefs.some(({ kind, name }) => {
    switch (kind) {
      case 'GatewayClass': return name === 'istio-waypoint' && namespace === root;
      case 'Gateway': return name === waypoint.name && namespace === waypoint.namespace;
      case 'Service': return name === service?.name && namespace === service.namespace;
      case 'ServiceEntry': return false;
    }
  }));
}
