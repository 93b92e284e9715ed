import { AddressRanges, checkRanges } from '../host/guarded-port';
import { parseCidr } from '../kube/cidr';
import { checkDnsLabel } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkList, checkStruct } from '../kube/shape';

/**
 * One host that runs etcd and no API server.
 */
export interface EtcdMember {
  /**
   * The name of the host, without its domain. It is also the name of the member, and by it the host finds its configuration.
   */
  readonly hostName: string;

  /**
   * The address by which API servers and other members reach it: an IPv4 or IPv6 address.
   */
  readonly address: string;
}

/**
 * Properties for `EtcdTopology.external`.
 */
export interface ExternalEtcdProps {
  /**
   * All members, an odd number.
   */
  readonly members: EtcdMember[];

  /**
   * Addresses of the API servers, as CIDRs.
   */
  readonly apiServers: string[];
}

/**
 * Where etcd runs.
 *
 * @see https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/ha-topology/
 */
export class EtcdTopology {
  /**
   * On the control-plane nodes, as a static pod that kubeadm makes, beside the API server.
   *
   * @param cidrs addresses of the control-plane nodes; a range for nodes that come and go
   */
  public static stacked(cidrs: string[]): EtcdTopology {
    return new EtcdTopology([], checkRanges('addresses of the control-plane nodes', cidrs), { v4: [], v6: [] });
  }

  /**
   * On hosts of its own, as a service of systemd, so that who takes over a control-plane node is not yet in etcd.
   *
   * @param props the hosts, and who calls them
   */
  public static external(props: ExternalEtcdProps): EtcdTopology {
    const { members, apiServers } = checkStruct('EtcdTopology.external', props);
    const checked = checkList('members of etcd', members).map(checkMember);
    if (checked.length % 2 === 0) {
      refuse({
        what: 'members of etcd',
        got: checked.length,
        expected: 'an odd number, such as 3 or 5',
        todo: 'add one: two members stand still when one is gone, and an even number outlives no more losses than one less',
      });
    }
    for (const part of ['hostName', 'address'] as const) {
      const twice = checked.find((member, i) => checked.findIndex(other => other[part] === member[part]) < i);
      if (twice) { refuse({ what: `${part} of two members of etcd`, got: twice[part], expected: 'one for each', todo: 'correct it' }); }
    }
    const ranges = checkRanges('addresses of the members', checked.map(({ address }) => hostRange(address)));
    return new EtcdTopology(checked, ranges, checkRanges('addresses of the API servers', apiServers));
  }

  /**
   * Whether etcd runs on hosts of its own.
   */
  public readonly isExternal: boolean;

  /** @internal */
  public readonly _members: readonly EtcdMember[];

  /** @internal */
  public readonly _memberRanges: AddressRanges;

  /** @internal */
  public readonly _apiServers: AddressRanges;

  private constructor(members: readonly EtcdMember[], memberRanges: AddressRanges, apiServers: AddressRanges) {
    this.isExternal = members.length > 0;
    this._members = members;
    this._memberRanges = memberRanges;
    this._apiServers = apiServers;
  }
}

function checkMember(member: EtcdMember): EtcdMember {
  const { hostName, address } = checkStruct('member of etcd', member);
  checkDnsLabel('hostName of a member of etcd', hostName);
  const text = typeof address === 'string' && !address.includes('/') ? parseCidr(`address of ${hostName}`, hostRange(address)).text : refuse({
    what: `address of ${hostName}`, got: address, expected: 'an IPv4 or IPv6 address', todo: 'write the one address on which it listens',
  });
  const canonical = text.slice(0, text.indexOf('/'));
  const isReachable = !/^(?:127\.|0\.0\.0\.0$|::1?$)/.test(canonical);
  return isReachable ? { hostName, address: canonical } : refuse({
    what: `address of ${hostName}`, got: address, expected: 'one by which others reach this host alone', todo: 'write the address of its network card: 0.0.0.0 would be every one that it has',
  });
}

function hostRange(address: string): string {
  return `${address}/${address.includes(':') ? 128 : 32}`;
}

/** An address as it stands in a URL. */
export function urlHost(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}
