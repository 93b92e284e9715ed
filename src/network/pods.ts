import { FlowPeer } from './peer';
import { checkDnsLabel, checkDnsSubdomain, checkLabels } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkStruct } from '../kube/shape';

/**
 * Properties of pods that the app does not run.
 */
export interface PodsProps {
  /**
   * Name of their service account, which is their identity in a mesh: with it they may call workloads of an `IstioMtlsMesh`. Whoever may
   * make pods with this account in their namespace is let through too.
   *
   * @default - none: they are outside the mesh
   */
  readonly serviceAccount?: string;
}

/** A peer of pods that the app does not run: their namespace and labels are all that is known, and no policy is written for them. */
export function podsPeer(what: string, namespace: string, labels: { [key: string]: string }, props: PodsProps = {}, dialsPods = false): FlowPeer {
  checkDnsLabel(`namespace of ${what}`, namespace);
  checkLabels(`labels of ${what}`, labels);
  if (Object.keys(labels).length === 0) {
    refuse({
      what: `${what} would be every pod of namespace "${namespace}"`,
      got: labels,
      expected: 'labels that select the pods meant',
      todo: 'name the labels of their pods',
    });
  }
  // Sorted, so that two spellings of one peer are one.
  const sorted = Object.fromEntries(Object.entries(labels).sort(([a], [b]) => a < b ? -1 : 1));
  const { serviceAccount } = checkStruct(`properties of ${what}`, props);
  if (serviceAccount !== undefined) { checkDnsSubdomain(`service account of ${what}`, serviceAccount); }
  return FlowPeer._of(`${what} in ${namespace}`, {
    kind: 'pods', namespace, labels: sorted, ...(serviceAccount === undefined ? {} : { serviceAccount }), ...(dialsPods ? { dialsPods } : {}),
  }, true);
}

/**
 * Pods that another app runs, in a namespace that this app does not manage.
 *
 * Only this app's side of the flow is written: no policy is ever made in a namespace that the app does not manage. Whoever runs the
 * other side must open theirs.
 */
export class Pods {
  /**
   * Pods by namespace and labels.
   *
   * @param namespace their namespace
   * @param labels labels that select them; at least one
   * @param props their identity in a mesh
   */
  public static inNamespace(namespace: string, labels: { [key: string]: string }, props: PodsProps = {}): FlowPeer {
    return podsPeer('pods', namespace, labels, props);
  }

  private constructor() {}
}

/**
 * Whoever scrapes metrics.
 */
export class Monitoring {
  /**
   * Pods of a monitoring system, such as Prometheus, which dials each pod by its address.
   *
   * @param namespace their namespace
   * @param labels labels that select them; at least one
   * @param props their identity in a mesh
   */
  public static pods(namespace: string, labels: { [key: string]: string }, props: PodsProps = {}): FlowPeer {
    return podsPeer('monitoring', namespace, labels, props, true);
  }

  private constructor() {}
}
