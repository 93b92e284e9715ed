import { shown } from '../../kube/problem';
import { DIRECTIONS } from '../graph-policies';
import type { Direction, NetworkPolicy, PolicyPeer } from '../graph-policies';
import { NONE } from '../json-reading';
import type { LabelSelector } from '../label-selector';
import type { ObjectGraph } from '../object-graph';
import { Severity } from '../rule';
import type { SetFault, SetRule } from '../set-rule';

const NAME = 'kubernetes.io/metadata.name';

/**
 * Fields: podSelector and namespaceSelector of the peers of a NetworkPolicy, and the labels of all pods of those namespaces.
 * Allowed: peers that select pods. Only namespaces are looked at that are the policy's own or are asked for by name, and of which the set
 * knows something: the others may be anywhere.
 */
export const networkPolicyPeersExist: SetRule = {
  id: 'network-policy-peers-exist',
  title: 'A network policy lets through pods that there are',
  why: 'Either a connection that was meant to be open is closed, or whoever makes a pod with these labels is let through',
  severity: Severity.WARNING,
  message: 'network policy lets through pods that are not there; correct podSelector, or remove the peer',
  controls: {
    mitre: ['T1046'],
    kubeLinter: ['dangling-networkpolicypeer-podselector'],
  },
  judge: graph => {
    const faults: SetFault[] = [];
    // Peers are shared by the policies that have the same ones, and those of other namespaces are missing for all of them.
    const elsewhere = new Map<PolicyPeer, boolean>();
    const isMissing = (policy: NetworkPolicy, peer: PolicyPeer) => {
      if (!peer.namespaces) { return isMissingIn(graph, peer, [policy.namespace]); }
      let isGone = elsewhere.get(peer);
      if (isGone === undefined) {
        isGone = isMissingIn(graph, peer, namesOf(peer.namespaces));
        elsewhere.set(peer, isGone);
      }
      return isGone;
    };
    for (const policy of graph.policies.all) {
      for (const direction of DIRECTIONS) {
        const rules = policy.rules[direction];
        for (let i = 0; i < rules.length; i++) {
          const { peers = NONE } = rules[i];
          for (let j = 0; j < peers.length; j++) {
            if (isMissing(policy, peers[j])) { faults.push({ index: policy.index, field: FIELDS[direction](i, j), problem: problemOf(peers[j]) }); }
          }
        }
      }
    }
    return faults;
  },
};

const FIELDS: Readonly<Record<Direction, (rule: number, peer: number) => string>> = {
  Ingress: (rule, peer) => `spec.ingress[${rule}].from[${peer}].podSelector`,
  Egress: (rule, peer) => `spec.egress[${rule}].to[${peer}].podSelector`,
};

function problemOf({ pods }: PolicyPeer): string {
  return `network policy lets through pods that are not there: got selector ${shown(String(pods))}, expected labels that pods of the namespace carry`;
}

function isMissingIn(graph: ObjectGraph, { isBlock, pods }: PolicyPeer, names: readonly string[]): boolean {
  if (isBlock || !pods || pods.isEmpty || names.length === 0) { return false; }
  return names.every(name => graph.knows(name) && !graph.hasPods(name, pods));
}

/** The namespaces that a selector asks for by their names; none where it asks for others too. */
function namesOf(namespaces: LabelSelector): readonly string[] {
  return namespaces.asks.find(({ key, values = [] }) => key === NAME && values.length > 0)?.values ?? [];
}
