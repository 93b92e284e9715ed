import type { Construct, IConstruct } from 'constructs';
import { AddressRanges, CheckedPort, isSame } from './guarded-port';
import { FirewallPlan, NODE_PORTS } from './nftables-table';
import { PortProtocol } from '../kube/port';
import { makeObject, ObjectRank } from '../policy/object-order';
import { Session } from '../policy/session';

const API_VERSION = 'projectcalico.org/v3';
/** Calico reads its settings for the whole cluster from objects of this name. */
const SINGLETON = 'default';
/** Before policies that allow more. */
const ORDER = 0;

/**
 * What Calico lets in, whatever a policy says, unless it is told otherwise.
 *
 * @see https://docs.tigera.io/calico/latest/reference/host-endpoints/failsafe
 */
const FAILSAFE: readonly Pick<CheckedPort, 'port' | 'protocol'>[] = [
  { protocol: PortProtocol.TCP, port: 22 },
  { protocol: PortProtocol.UDP, port: 68 },
  ...[179, 2379, 2380, 5473, 6443, 6666, 6667].map(port => ({ protocol: PortProtocol.TCP, port })),
];

const FAMILIES = [{ key: 'v4', ipVersion: 4 }, { key: 'v6', ipVersion: 6 }] as const;

/**
 * The policy for the nodes, beside the settings without which it is void.
 *
 * It is judged before Services are translated: there it has no deny at its end, so that it closes the guarded ports and nothing else; and
 * there, unlike later, it reaches the pods of the node itself.
 */
export function makeCalicoPolicy(owner: Construct, plan: FirewallPlan, nodeLabel: string): void {
  CalicoSettings.of(owner).guard(owner, plan.ports);
  makeObject(ObjectRank.ALLOW, {
    apiVersion: API_VERSION,
    kind: 'GlobalNetworkPolicy',
    name: `node-firewall-${plan.name}`,
    owner,
    render: () => ({
      spec: { order: ORDER, selector: `has(${nodeLabel})`, types: ['Ingress'], preDNAT: true, applyOnForward: true, ingress: rulesOf(plan) },
    }),
  });
}

function rulesOf({ nodes, ports, nodePortClients }: FirewallPlan): object[] {
  return [
    ...ports.flatMap(({ port, protocol, from }) => rulesFor(nodes, [protocol], [port], from)),
    ...nodePortClients ? rulesFor(nodes, Object.values(PortProtocol), [`${NODE_PORTS.first}:${NODE_PORTS.last}`], nodePortClients) : [],
  ];
}

/** A rule without a version is left out for a family of which one of its lists has nothing: so each family has its own. */
function rulesFor(nodes: AddressRanges, protocols: readonly PortProtocol[], ports: readonly (number | string)[], from: AddressRanges): object[] {
  return FAMILIES.filter(({ key }) => nodes[key].length > 0).flatMap(({ key, ipVersion }) => protocols.flatMap(protocol => {
    const common = () => ({ ipVersion, protocol, destination: { nets: [...nodes[key]], ports: [...ports] } });
    return [
      ...from[key].length > 0 ? [{ action: 'Allow', ...common(), source: { nets: [...from[key]] } }] : [],
      { action: 'Deny', ...common() },
    ];
  }));
}

/** What the firewalls of one app change in the settings of Calico, each of which there is only once. */
class CalicoSettings {
  public static of(construct: IConstruct): CalicoSettings {
    return Session.of(construct).part('calico-settings', () => new CalicoSettings());
  }

  private readonly guarded: Pick<CheckedPort, 'port' | 'protocol'>[] = [];
  private isMade = false;

  private constructor() {}

  public guard(owner: Construct, ports: readonly CheckedPort[]): void {
    this.guarded.push(...ports);
    if (this.isMade) { return; }
    this.isMade = true;
    const make = (kind: string, render: () => Record<string, unknown>) => (
      makeObject(ObjectRank.ALLOW, { apiVersion: API_VERSION, kind, name: SINGLETON, owner, render })
    );
    // The policy names nothing as long as there are no host endpoints, and those that Calico makes have a profile that allows all else.
    make('KubeControllersConfiguration', () => ({ spec: { controllers: { node: { hostEndpoint: { autoCreate: 'Enabled' } } } } }));
    make('FelixConfiguration', () => ({ spec: { failsafeInboundHostPorts: this.failsafe() } }));
  }

  private failsafe(): object[] {
    const left = FAILSAFE.filter(each => !this.guarded.some(other => isSame(each, other)));
    return left.map(({ port, protocol }) => ({ port, protocol: protocol.toLowerCase() }));
  }
}
