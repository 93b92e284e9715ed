import { Construct } from 'constructs';
import { makeCalicoPolicy } from './calico-policy';
import { makeCiliumPolicy } from './cilium-policy';
import { firewallRunbook } from './firewall-runbook';
import { firewallPath, firewallUnit, firewallUnitName } from './firewall-unit';
import { checkGuardedPorts, checkRanges, GuardedPort } from './guarded-port';
import { HostPolicy } from './host-policy';
import { FirewallPlan, nftablesText } from './nftables-table';
import { NodeFileBundle } from './node-file-bundle';
import { NodeRole } from './node-role';
import { checkDnsLabel, checkLabelKey } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkMember } from '../kube/shape';
import { propsByField } from '../policy/prop-of-field';

/**
 * Properties for `NodeFirewall`.
 */
export interface NodeFirewallProps {
  /**
   * Which nodes are guarded.
   */
  readonly role: NodeRole;

  /**
   * Addresses of these nodes, as CIDRs. Pods of one node are kept from the ports of another one by them.
   */
  readonly nodes: string[];

  /**
   * The ports, and who reaches each. All other ports stay as they are.
   */
  readonly ports: GuardedPort[];

  /**
   * Who reaches NodePorts, from 30000 to 32767, as CIDRs. Pods that call one need to be among them.
   *
   * @default - NodePorts stay as they are
   */
  readonly nodePortClients?: string[];

  /**
   * By what, beside nftables, the CNI guards the ports.
   *
   * @default HostPolicy.NONE
   */
  readonly hostPolicy?: HostPolicy;

  /**
   * Key of the label that all these nodes have, and no others, for the policy of the CNI.
   *
   * @default - node-role.kubernetes.io/control-plane for NodeRole.CONTROL_PLANE; for other roles it has to be named
   */
  readonly nodeLabel?: string;

  /**
   * Name of the firewall: of its table, its unit, and the policy of the CNI.
   *
   * @default - the id
   */
  readonly name?: string;
}

/** Props by the fields that they change. */
const PROP_OF = propsByField({
  'metadata.name': 'name',
  'spec.failsafeInboundHostPorts': 'ports',
  'spec.ingress': 'ports',
  'spec.ingressDeny': 'ports',
  'spec.nodeSelector': 'nodeLabel',
  'spec.selector': 'nodeLabel',
});

/**
 * Guards ports of nodes: only those who are named connect to them, over IPv4 and IPv6, from outside as from pods.
 *
 * NetworkPolicies do not protect what listens on a node. So this makes a table of nftables for the nodes, and a policy of the CNI if asked
 * for. The table is nobody else's: those of kube-proxy, of the CNI and of the distribution stay untouched, and other firewalls of this kind
 * stand beside it. It drops new connections to the guarded ports, and nothing else: SSH, connections that stand and every port that is not
 * named stay open, so that it locks nobody out of the node.
 *
 * What it cannot prove: a CNI that works with eBPF may carry packets past nftables, and a source address can be forged where the network
 * lets it. Both tables and policies stand before mutual TLS, never in its place.
 *
 * @see https://kubernetes.io/docs/reference/networking/ports-and-protocols/
 */
export class NodeFirewall extends Construct {
  /** @internal */
  public readonly _propOf = PROP_OF;

  /**
   * The table and its unit, and what to do with them.
   */
  public readonly bundle: NodeFileBundle;

  constructor(scope: Construct, id: string, props: NodeFirewallProps) {
    super(scope, id);
    const hostPolicy = checkMember('hostPolicy', props.hostPolicy ?? HostPolicy.NONE, HostPolicy);
    const plan = planOf(id, props);
    this.bundle = new NodeFileBundle(this, 'files', { role: props.role });
    this.bundle.addFile({ path: firewallPath(plan.name), content: nftablesText(plan), mode: '0644' });
    this.bundle.addFile({ path: `/etc/systemd/system/${firewallUnitName(plan.name)}`, content: firewallUnit(plan.name), mode: '0644' });
    this.bundle.enableUnit(firewallUnitName(plan.name));
    this.bundle.addDocument(`node-firewall-${plan.name}`, firewallRunbook(plan, hostPolicy));
    if (hostPolicy === HostPolicy.CALICO) { makeCalicoPolicy(this, plan, labelOf(props)); }
    if (hostPolicy === HostPolicy.CILIUM) { makeCiliumPolicy(this, plan, labelOf(props)); }
  }
}

function planOf(id: string, { name, nodes, ports, nodePortClients }: NodeFirewallProps): FirewallPlan {
  const checked = checkGuardedPorts(ports);
  if (checked.length === 0 && nodePortClients === undefined) {
    refuse({ what: 'ports of the firewall', got: [], expected: 'at least one', todo: 'name the ports, or leave the firewall out' });
  }
  return {
    name: checkDnsLabel('name of the firewall', name ?? id),
    nodes: checkRanges('addresses of the nodes', nodes),
    ports: checked,
    nodePortClients: nodePortClients && checkRanges('nodePortClients', nodePortClients),
  };
}

const CONTROL_PLANE_LABEL = 'node-role.kubernetes.io/control-plane';

function labelOf({ role, nodeLabel }: NodeFirewallProps): string {
  const label = nodeLabel ?? (role === NodeRole.CONTROL_PLANE ? CONTROL_PLANE_LABEL : undefined);
  return label !== undefined ? checkLabelKey('nodeLabel', label) : refuse({
    what: `nodeLabel of the nodes of the role ${role.name}`, got: label, expected: 'the key of a label', todo: 'name one that all of them have: without it the policy would select none',
  });
}
