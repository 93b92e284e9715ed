import { Cidr, parseCidr } from '../kube/cidr';
import { checkPort, PortProtocol } from '../kube/port';
import { refuse } from '../kube/problem';
import { checkList, checkMember, checkStruct } from '../kube/shape';

/**
 * A port of a node, and who reaches it over the network.
 */
export interface GuardedPort {
  /**
   * The number of the port, as the program on the node listens on it.
   */
  readonly port: number;

  /**
   * Who may connect, as CIDRs: addresses of hosts, before any translation on the node. Programs on the node itself always may.
   *
   * IPv6 stays closed where no IPv6 range is named.
   */
  readonly from: string[];

  /**
   * What is spoken below.
   *
   * @default PortProtocol.TCP
   */
  readonly protocol?: PortProtocol;
}

/** A port whose ranges are read: each family by itself, without what another range holds. */
export interface CheckedPort {
  readonly port: number;
  readonly protocol: PortProtocol;
  readonly from: AddressRanges;
}

/** Ranges of both families, in their canonical form. */
export interface AddressRanges {
  readonly v4: readonly string[];
  readonly v6: readonly string[];
}

const FAMILIES = { 4: 'v4', 6: 'v6' } as const;

/** Reads the ports that a firewall guards: each once. */
export function checkGuardedPorts(ports: readonly GuardedPort[]): CheckedPort[] {
  const checked = checkList('ports of the firewall', ports).map(checkGuardedPort);
  const twice = checked.find((each, i) => checked.slice(0, i).some(other => isSame(each, other)));
  if (twice) {
    refuse({ what: 'port is guarded twice', got: portText(twice), expected: 'once, with all who may connect', todo: 'name them in one list' });
  }
  return checked;
}

function checkGuardedPort(guarded: GuardedPort): CheckedPort {
  const { port, protocol = PortProtocol.TCP, from } = checkStruct('port of the firewall', guarded);
  checkPort('port of the firewall', port);
  checkMember(`protocol of port ${port}`, protocol, PortProtocol);
  return { port, protocol, from: checkRanges(`who reaches port ${port}`, from) };
}

/**
 * Reads the ranges of those who may connect.
 *
 * @throws if there is none, or one that is everybody
 */
export function checkRanges(what: string, list: readonly string[]): AddressRanges {
  const ranges = checkList(what, list).map(text => parseCidr(what, text));
  if (ranges.length === 0) {
    refuse({ what, got: [], expected: 'at least one CIDR', todo: 'name the addresses: there is no fallback to everybody, and one to nobody would cut the node off' });
  }
  const all = ranges.find(({ text }) => text.endsWith('/0'));
  if (all) { refuse({ what, got: all.text, expected: 'less than every address', todo: 'name the addresses, or leave the port out: it stays open then' }); }
  const wide = ranges.filter(range => !ranges.some(other => other.strictlyContains(range)));
  const texts = (family: Cidr['family']) => [...new Set(wide.filter(range => range.family === family).map(({ text }) => text))].sort();
  return { [FAMILIES[4]]: texts(4), [FAMILIES[6]]: texts(6) };
}

/** Whether two ports are one. */
export function isSame(a: Pick<CheckedPort, 'port' | 'protocol'>, b: Pick<CheckedPort, 'port' | 'protocol'>): boolean {
  return a.port === b.port && a.protocol === b.protocol;
}

/** A port as people write it. */
export function portText({ port, protocol }: Pick<CheckedPort, 'port' | 'protocol'>): string {
  return `${port}/${protocol.toLowerCase()}`;
}
