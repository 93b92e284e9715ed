import { Labels } from '../../network/oracle/selector';

/** A proxy through which all of ambient goes that asks for what it stands before. Its service account has its name. */
export interface Waypoint {
  readonly namespace: string;
  readonly name: string;
  readonly traffic: 'service' | 'workload' | 'all' | 'none';
  /** Whether others than its own namespace may stand behind it. */
  readonly shared: boolean;
}

export function readWaypoint({ metadata, spec }: any): Waypoint {
  const traffic = metadata.labels?.['istio.io/waypoint-for'] ?? 'service';
  if (!['service', 'workload', 'all', 'none'].includes(traffic)) {
    throw new Error(`waypoint ${metadata.name}: got traffic for ${traffic}, expected service, workload, all or none`);
  }
  const shared = (spec.listeners ?? []).some((listener: any) => listener.allowedRoutes?.namespaces?.from === 'All');
  return { namespace: metadata.namespace ?? 'default', name: metadata.name, traffic, shared };
}

/**
 * The waypoint that labels ask for, the nearest first. Istio goes past a waypoint that does not exist without a word, so one that nobody
 * declares is refused.
 */
export function waypointOf(waypoints: readonly Waypoint[], traffic: 'service' | 'workload', namespace: string, labels: readonly Labels[]): Waypoint | undefined {
  const asked = labels.find(each => each['istio.io/use-waypoint'] !== undefined);
  const name = asked?.['istio.io/use-waypoint'];
  if (name === undefined || name === 'none') { return undefined; }
  const home = asked?.['istio.io/use-waypoint-namespace'] ?? namespace;
  const waypoint = waypoints.find(each => each.namespace === home && each.name === name);
  if (waypoint === undefined) { throw new Error(`waypoint for ${namespace}: got ${home}/${name}, expected a Gateway of the class istio-waypoint`); }
  if (home !== namespace && !waypoint.shared) { throw new Error(`waypoint for ${namespace}: got ${home}/${name}, expected one that all namespaces may use`); }
  return [traffic, 'all'].includes(waypoint.traffic) ? waypoint : undefined;
}
