import type { PeerAuthentication } from './graph-namespace';
import type { Workload } from './graph-workload';
import type { ObjectGraph } from './object-graph';

/** How the pods of a workload are part of the mesh. */
export type Membership = 'sidecar' | 'ambient' | 'none';

/** Where the mesh itself runs, and the objects stand that count for all of it. */
export const MESH_NAMESPACE = 'istio-system';
const INJECT = 'sidecar.istio.io/inject';
const INJECTION = 'istio-injection';
const MODE = 'istio.io/dataplane-mode';

/**
 * How pods become part of the mesh, by the labels of their namespace and their own. What is on the host's network stays out.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#controlling-the-injection-policy
 */
export function membershipOf(graph: ObjectGraph, { namespace, labels, meshAnnotations, hostNetwork }: Workload): Membership {
  if (hostNetwork) { return 'none'; }
  const around = labelsOf(graph, namespace);
  const own = labels[INJECT] ?? meshAnnotations[INJECT];
  const isAsked = own === 'true' && around[INJECTION] !== 'disabled';
  if (isAsked || (isInjected(around) && own !== 'false')) { return 'sidecar'; }
  return (labels[MODE] ?? around[MODE]) === 'ambient' ? 'ambient' : 'none';
}

/** Whether a namespace says that its pods are part of the mesh, unless they say otherwise. */
export function isMeshed(graph: ObjectGraph, namespace: string): boolean {
  const labels = labelsOf(graph, namespace);
  return isInjected(labels) || labels[MODE] === 'ambient';
}

function labelsOf(graph: ObjectGraph, namespace: string): Readonly<Record<string, string>> {
  return graph.namespaces.get(namespace, namespace)?.labels ?? {};
}

function isInjected(labels: Readonly<Record<string, string>>): boolean {
  return labels[INJECTION] === 'enabled' || (labels[INJECTION] !== 'disabled' && Object.hasOwn(labels, 'istio.io/rev'));
}

const known = new WeakMap<ObjectGraph, StrictPods>();

/** Which pods take nothing but mutual TLS. */
export class StrictPods {
  /** Those of a set of objects that is complete. */
  public static of(graph: ObjectGraph): StrictPods {
    let strict = known.get(graph);
    if (!strict) {
      strict = new StrictPods(graph);
      known.set(graph, strict);
    }
    return strict;
  }

  private readonly own = new Map<Workload, string>();

  private constructor(private readonly graph: ObjectGraph) {
    for (const { namespace, selector, mode } of graph.peerAuthentications.all) {
      if (!selector || mode === 'UNSET') { continue; }
      // Of two about one pod the older counts: which that is only the cluster knows.
      for (const workload of graph.podsIn(namespace).select(selector)) { this.own.set(workload, mode); }
    }
  }

  /** The nearest says it: for the pods themselves, then for their namespace, then for the mesh. */
  public has(workload: Workload): boolean {
    return (this.nearOf(workload) ?? this.modeOf(MESH_NAMESPACE)) === 'STRICT';
  }

  /** Whether their own namespace says it, and not only the whole mesh. */
  public hasNear(workload: Workload): boolean {
    return this.nearOf(workload) === 'STRICT';
  }

  private nearOf(workload: Workload): string | undefined {
    return this.own.get(workload) ?? this.modeOf(workload.namespace);
  }

  private modeOf(namespace: string): string | undefined {
    const isWide = ({ selector, mode }: PeerAuthentication) => !selector && mode !== 'UNSET';
    return this.graph.peerAuthentications.in(namespace).find(isWide)?.mode;
  }
}
