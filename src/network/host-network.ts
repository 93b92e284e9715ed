import type { FlowGraph } from './flow-graph';
import { podOf } from '../kube/pod';
import { sentence } from '../kube/problem';
import type { Finding } from '../policy/finding';
import type { Manifest, ManifestSet } from '../policy/manifest-set';

/** Labels carry every label that a selector asks for. */
export function carries(labels: Readonly<Record<string, string>>, selector: Readonly<Record<string, string>>): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

/** Pods on the host network are ends of no flow: policies do not apply to them, and selectors do not find them. */
export function hostNetworkFindings(graph: FlowGraph, manifests: ManifestSet): Finding[] {
  return manifests.all.flatMap(manifest => {
    const pod = podOf(manifest.json);
    if (pod?.spec?.hostNetwork !== true) { return []; }
    const namespace = manifest.json.metadata?.namespace;
    const isEnd = graph.endpoints.some(end => (end.namespace === namespace && carries(pod.labels, end.selector))
      || [...graph.into(end), ...graph.outOf(end)].some(flow => [flow.from, flow.to].some(({ _shape: shape }) =>
        shape.kind === 'pods' && shape.namespace === namespace && carries(pod.labels, shape.labels))));
    return isEnd ? [hostNetworkEnd(manifest)] : [];
  });
}

function hostNetworkEnd({ object, json }: Manifest): Finding {
  return {
    rule: 'flow-end-not-on-host-network',
    construct: object,
    message: sentence({
      what: `${json.kind} "${json.metadata?.name}" is an end of a flow and runs on the host network, where no selector finds it and no policy holds it`,
      got: { hostNetwork: true },
      expected: 'pods with addresses of their own',
      todo: 'take it off the host network, or name the nodes with Nodes.cidrs(…)',
    }),
  };
}
