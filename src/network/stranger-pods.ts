import type { Endpoint } from './endpoint';
import type { FlowGraph } from './flow-graph';
import { carries } from './selector';
import { podOf } from '../kube/pod';
import { sentence } from '../kube/problem';
import type { AuditRun } from '../policy/audit';
import type { Finding } from '../policy/finding';
import type { Manifest } from '../policy/manifest';
import { ownerOf } from '../policy/owner';

/**
 * Pods of others that a workload's selector finds, such as those of a Helm release of the same name: they would receive the workload's
 * connections, and its Service would send to them.
 */
export function strangerAudit(graph: FlowGraph): AuditRun {
  const ends = new Map<string, Endpoint[]>();
  for (const end of graph.endpoints) {
    const key = keyOf(end.namespace, Object.entries(end.selector)[0]);
    const same = ends.get(key);
    if (same) { same.push(end); } else { ends.set(key, [end]); }
  }
  const findings: Finding[] = [];
  return {
    see: manifest => {
      const labels = podOf(manifest.json)?.labels ?? {};
      const found = Object.entries(labels).flatMap(label => ends.get(keyOf(manifest.json.metadata?.namespace, label)) ?? [])
        .filter(end => end.construct !== ownerOf(manifest.construct) && carries(labels, end.selector));
      findings.push(...found.map(end => stranger(manifest, end)));
    },
    conclude: () => findings,
  };
}

function keyOf(namespace: string, [key, value]: [string, string]): string {
  return `${namespace}/${key}=${value}`;
}

function stranger({ construct, json }: Manifest, end: Endpoint): Finding {
  return {
    rule: 'selector-finds-own-pods-only',
    construct,
    message: sentence({
      what: `pods of ${json.kind} "${json.metadata?.name}" carry the labels that select the pods of "${end.name}"`,
      got: end.selector,
      expected: 'labels that no other selector finds',
      todo: `give them another label, or give "${end.name}" another selector`,
    }),
  };
}
