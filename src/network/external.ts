import { isIP } from 'node:net';
import { AddressBlock, CiliumEntity, FlowPeer } from './peer';
import { Cidr, parseCidr, PRIVATE_RANGES_V4, PRIVATE_RANGES_V6 } from '../kube/cidr';
import { checkDnsSubdomain } from '../kube/names';
import { refuse } from '../kube/problem';

/**
 * Properties for `External.cidr`.
 */
export interface ExternalCidrProps {
  /**
   * Ranges inside the block that stay closed.
   *
   * @default - none
   */
  readonly except?: string[];
}

/** Where clouds hand out credentials to whoever asks: link-local, the same on every node. */
export const METADATA_ADDRESSES: readonly string[] = ['169.254.169.254/32', 'fd00:ec2::254/128'];

/** A block, checked as the API server checks it. */
export function addressBlock(what: string, cidr: string, except: readonly string[] = []): AddressBlock {
  const whole = parseCidr(what, cidr);
  const parts = except.map(text => parseCidr(`except of ${what}`, text));
  for (const part of parts) {
    if (!whole.strictlyContains(part)) {
      refuse({ what: `except of ${what} lies outside of it`, got: part.text, expected: `a range inside ${whole.text}`, todo: 'leave it out' });
    }
  }
  return { cidr: whole.text, except: parts.map(part => part.text) };
}

/** Whether a block opens the address of a cloud's metadata service. */
export function opensMetadata(block: AddressBlock): boolean {
  const whole = parseCidr('block', block.cidr);
  return METADATA_ADDRESSES.map(text => parseCidr('metadata address', text))
    .some(address => whole.contains(address) && !block.except.some(text => parseCidr('except', text).contains(address)));
}

/** A peer of addresses. */
export function addressPeer(what: string, cidrs: readonly string[], entity?: CiliumEntity): FlowPeer {
  if (cidrs.length === 0) {
    refuse({ what: `${what} has no address`, got: cidrs, expected: 'one CIDR or more', todo: 'name its addresses; there is no fallback to every address' });
  }
  const blocks = cidrs.map(cidr => addressBlock(`CIDR of ${what}`, cidr));
  return FlowPeer._of(`${what} (${blocks.map(b => b.cidr).join(', ')})`, { kind: 'blocks', blocks, ...(entity ? { entity } : {}) }, false);
}

/** The whole internet, without private ranges and without the ranges of the cluster. */
export function internetBlocks(clusterCidrs: readonly string[], ipv6: boolean): AddressBlock[] {
  const own = clusterCidrs.map(text => parseCidr('clusterCidrs', text));
  const everything = own.find(cidr => cidr.text.endsWith('/0'));
  if (everything) {
    refuse({ what: 'clusterCidrs leave no internet', got: everything.text, expected: 'the ranges of pods, Services and nodes', todo: 'name those alone' });
  }
  const without = (family: number, ranges: readonly string[]) => outermost([
    ...ranges.map(text => parseCidr('private range', text)), ...own.filter(cidr => cidr.family === family),
  ]);
  const blocks = [{ cidr: '0.0.0.0/0', except: without(4, PRIVATE_RANGES_V4) }];
  return ipv6 ? [...blocks, { cidr: '::/0', except: without(6, PRIVATE_RANGES_V6) }] : blocks;
}

function outermost(cidrs: readonly Cidr[]): string[] {
  const outer = cidrs.filter((cidr, i) => !cidrs.some((other, j) => other.strictlyContains(cidr) || (other.text === cidr.text && j < i)));
  return outer.map(cidr => cidr.text);
}

/**
 * Addresses outside the cluster.
 */
export class External {
  /**
   * One range of addresses. A flow to it names its port: nothing is opened that was not asked for.
   *
   * The range must not hold the metadata service of clouds (169.254.169.254, fd00:ec2::254), where whoever asks receives the node's
   * credentials; leave it out with `except`, or waive `metadata-address-closed` on the workload.
   *
   * @param cidr the range, without host bits, such as `203.0.113.0/24`
   * @param props what stays closed
   */
  public static cidr(cidr: string, props: ExternalCidrProps = {}): FlowPeer {
    const block = addressBlock('external CIDR', cidr, props.except);
    return FlowPeer._of(`external ${block.cidr}`, { kind: 'blocks', blocks: [block] }, false);
  }

  /**
   * A host by its name, such as `api.stripe.com`, on any public address: policies of the network know no names, so that a flow to it opens
   * the port to the whole internet. With `Cni.CILIUM` it opens that name alone; an `IstioMtlsMesh` with sidecars holds programs to the name too.
   *
   * @param host a full name, without scheme, port or wildcard
   */
  public static host(host: string): FlowPeer {
    if (typeof host !== 'string' || isIP(host) !== 0 || !host.includes('.')) {
      refuse({ what: 'external host', got: host, expected: 'a full name, such as api.example.com', todo: 'use External.cidr for addresses' });
    }
    return FlowPeer._of(`host ${checkDnsSubdomain('external host', host)}`, { kind: 'host', host }, true);
  }

  /**
   * Every public address. Private ranges, link-local ones (so the metadata service too) and the app's `clusterCidrs` stay closed.
   */
  public static internet(): FlowPeer {
    return FlowPeer._of('the internet', { kind: 'internet' }, true);
  }

  private constructor() {}
}

/**
 * The Kubernetes API server. No selector matches it, so its addresses must be given.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-and-the-kubernetes-api-server
 */
export class KubeApi {
  /**
   * The API server by the addresses of its endpoints, with the ClusterIP of the Service `kubernetes` beside them, because it is not
   * defined whether a policy sees the address before or after translation. A flow to it names its port, usually 6443 and 443.
   *
   * @param cidrs for instance from `kubectl get endpointslices kubernetes`
   */
  public static cidrs(cidrs: string[]): FlowPeer {
    return addressPeer('the API server', cidrs, 'kube-apiserver');
  }

  /**
   * The API server as the caller of a webhook. Its address is unknown on most clusters, and may be a node's tunnel address inside the
   * range of pods, so the port of the webhook is opened to every address: TLS is what protects it. Only for incoming flows.
   */
  public static webhookCaller(): FlowPeer {
    return FlowPeer._of('the API server, from whatever address it calls', { kind: 'unknown-address' }, false);
  }

  private constructor() {}
}

/**
 * The nodes of the cluster.
 */
export class Nodes {
  /**
   * Nodes by their addresses, for callers on the host network, which no selector matches.
   *
   * @param cidrs addresses of the nodes, and of their tunnels where the CNI has some
   */
  public static cidrs(cidrs: string[]): FlowPeer {
    return addressPeer('nodes', cidrs, 'nodes');
  }

  private constructor() {}
}
