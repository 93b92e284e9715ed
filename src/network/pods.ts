import { FlowPeer } from './peer';
import { checkDnsLabel, checkLabels } from '../kube/names';
import { refuse } from '../kube/problem';

/** A peer of pods that the app does not run: their namespace and labels are all that is known, and no policy is written for them. */
export function podsPeer(what: string, namespace: string, labels: { [key: string]: string }): FlowPeer {
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
  return FlowPeer._of(`${what} in ${namespace}`, { kind: 'pods', namespace, labels: sorted }, true);
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
   */
  public static inNamespace(namespace: string, labels: { [key: string]: string }): FlowPeer {
    return podsPeer('pods', namespace, labels);
  }

  private constructor() {}
}

/**
 * Whoever scrapes metrics.
 */
export class Monitoring {
  /**
   * Pods of a monitoring system, such as Prometheus.
   *
   * @param namespace their namespace
   * @param labels labels that select them; at least one
   */
  public static pods(namespace: string, labels: { [key: string]: string }): FlowPeer {
    return podsPeer('monitoring', namespace, labels);
  }

  private constructor() {}
}
