import type { Endpoint } from './endpoint';
import type { FlowGraph } from './flow-graph';
import { carries } from './selector';
import { labelsOf, podPlaceOf } from '../kube/pod';
import { sentence } from '../kube/problem';
import type { AuditRun } from '../policy/audit';
import type { Finding } from '../policy/finding';
import type { Manifest } from '../policy/manifest';
import { ownerOf } from '../policy/owner';

type Ends = Map<string, Map<string, Map<string, Endpoint[]>>>;

const NONE: readonly never[] = [];

/**
 * Pods of others that a workload's selector finds, such as those of a Helm release of the same name: they would receive the workload's
 * connections, and its Service would send to them.
 */
export function strangerAudit(graph: FlowGraph): AuditRun {
  const ends = endsOf(graph);
  const findings: Finding[] = [];
  return {
    see: manifest => {
      const around = ends.get(String(manifest.json?.metadata?.namespace));
      const place = around && podPlaceOf(manifest.json);
      if (!place) { return; }
      const labels = labelsOf(place);
      const owner = ownerOf(manifest.construct);
      for (const key in labels) {
        for (const end of around.get(key)?.get(labels[key]) ?? NONE) {
          if (end.construct !== owner && carries(labels, end.selector)) { findings.push(stranger(manifest, end)); }
        }
      }
    },
    conclude: () => findings,
  };
}

/** All workloads, by namespace, and by the first label that their selectors ask for and its value. */
function endsOf(graph: FlowGraph): Ends {
  const ends: Ends = new Map();
  for (const end of graph.endpoints) {
    const [key, value] = Object.entries(end.selector)[0];
    const around = at(ends, end.namespace, () => new Map<string, Map<string, Endpoint[]>>());
    at(at(around, key, () => new Map<string, Endpoint[]>()), value, () => []).push(end);
  }
  return ends;
}

function at<T>(map: Map<string, T>, key: string, make: () => T): T {
  let found = map.get(key);
  if (found === undefined) {
    found = make();
    map.set(key, found);
  }
  return found;
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
