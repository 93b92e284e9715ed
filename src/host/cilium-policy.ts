import type { Construct } from 'constructs';
import type { AddressRanges, CheckedPort } from './guarded-port';
import type { FirewallPlan } from './nftables-table';
import { refuse } from '../kube/problem';
import { makeObject, ObjectRank } from '../policy/object-order';

const FAMILIES = [{ key: 'v4', all: '0.0.0.0/0' }, { key: 'v6', all: '::/0' }] as const;

/** Callers without an address that a range could name, and that are no pods. Not the world: whoever calls from outside may be named. */
const NAMELESS = ['health', 'ingress', 'init', 'unmanaged'];

/**
 * Labels of nodes that Cilium drops from those of a host, unless its filter is changed: a policy that asks for one of them selects no node, and
 * says nothing of it.
 *
 * @see https://docs.cilium.io/en/stable/operations/performance/scalability/identity-relevant-labels/
 */
const DROPPED = /^(?:io\.kubernetes|kubernetes\.io|k8s\.io|topology\.kubernetes\.io|.*beta\.kubernetes\.io)/;

/**
 * The policy for the nodes. It only denies, and asks for no denial of the rest, so that it closes the guarded ports and nothing else, also
 * where others allow more.
 */
export function makeCiliumPolicy(owner: Construct, plan: FirewallPlan, nodeLabel: string): void {
  if (DROPPED.test(nodeLabel)) {
    refuse({
      what: 'label of the nodes is one that Cilium drops, so that its policy would select none',
      got: nodeLabel,
      expected: 'a label that it keeps',
      todo: 'label the nodes with one such as node-role.kubernetes.io/control-plane',
    });
  }
  if (plan.nodePortClients) {
    refuse({
      what: 'nodePortClients for Cilium, which translates NodePorts before its policies for hosts',
      got: plan.name,
      expected: 'none',
      todo: 'leave them out, and set loadBalancerSourceRanges at the Services with loadBalancerSourceRangesPolicy of Cilium',
    });
  }
  makeObject(ObjectRank.ALLOW, {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumClusterwideNetworkPolicy',
    name: `node-firewall-${plan.name}`,
    owner,
    render: () => ({
      spec: {
        nodeSelector: { matchExpressions: [{ key: nodeLabel, operator: 'Exists' }] },
        enableDefaultDeny: { ingress: false, egress: false },
        ingressDeny: plan.ports.flatMap(denials),
      },
    }),
  });
}

function denials({ port, protocol, from }: CheckedPort): object[] {
  const toPorts = () => [{ ports: [{ port: `${port}`, protocol }] }];
  return [
    { fromCIDRSet: FAMILIES.map(({ key, all }) => everybodyBut(all, from[key])), toPorts: toPorts() },
    // Here it stands for the pods of every namespace.
    { fromEndpoints: [{}], toPorts: toPorts() },
    { fromEntities: [...NAMELESS], toPorts: toPorts() },
  ];
}

function everybodyBut(cidr: string, except: AddressRanges['v4']): object {
  return except.length > 0 ? { cidr, except: [...except] } : { cidr };
}
