import type { FlowGraph } from './flow-graph';
import { carries } from './selector';
import { labelsOf, podPlaceOf } from '../kube/pod';
import { sentence } from '../kube/problem';
import type { AuditRun } from '../policy/audit';
import type { Finding } from '../policy/finding';
import type { Manifest } from '../policy/manifest';

/** Pods on the host network are ends of no flow: policies do not apply to them, and selectors do not find them. */
export function hostNetworkAudit(graph: FlowGraph): AuditRun {
  const onHost: { manifest: Manifest; labels: Readonly<Record<string, string>> }[] = [];
  return {
    see: manifest => {
      const pod = podPlaceOf(manifest.json);
      if (pod?.spec.hostNetwork === true) { onHost.push({ manifest, labels: labelsOf(pod) }); }
    },
    conclude: () => onHost.filter(({ manifest, labels }) => isEnd(graph, manifest.json.metadata?.namespace, labels))
      .map(({ manifest }) => hostNetworkEnd(manifest)),
  };
}

function isEnd(graph: FlowGraph, namespace: string, labels: Readonly<Record<string, string>>): boolean {
  return graph.endpoints.some(end => (end.namespace === namespace && carries(labels, end.selector))
    || [...graph.into(end), ...graph.outOf(end)].some(flow => [flow.from, flow.to].some(({ _shape: shape }) =>
      shape.kind === 'pods' && shape.namespace === namespace && carries(labels, shape.labels))));
}

function hostNetworkEnd({ construct, json }: Manifest): Finding {
  return {
    rule: 'flow-end-not-on-host-network',
    construct,
    message: sentence({
      what: `${json.kind} "${json.metadata?.name}" is an end of a flow and runs on the host network, where no selector finds it and no policy holds it`,
      got: { hostNetwork: true },
      expected: 'pods with addresses of their own',
      todo: 'take it off the host network, or name the nodes with Nodes.cidrs(…)',
    }),
  };
}
