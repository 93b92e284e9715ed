import { opaque } from '../type';
import { fault, OpaqueValue } from '../value';

export const IP = opaque('net.IP');
export const CIDR = opaque('net.CIDR');

/** An address of the newer family is written in groups of 16 bits. */
const GROUP = 2n ** 16n;

/** An address of either family, as a number of 32 or 128 bits. */
export class CelIp extends OpaqueValue {
  public readonly type = IP;

  constructor(public readonly bits: 32 | 128, public readonly value: bigint) {
    super();
  }

  public equals(other: OpaqueValue): boolean {
    return other instanceof CelIp && other.bits === this.bits && other.value === this.value;
  }

  public toString(): string {
    return this.bits === 32 ? showV4(this.value) : showV6(this.value);
  }
}

/** A range of addresses, with the address by which it was written. */
export class CelCidr extends OpaqueValue {
  public readonly type = CIDR;

  constructor(public readonly ip: CelIp, public readonly length: number) {
    super();
  }

  public equals(other: OpaqueValue): boolean {
    return other instanceof CelCidr && other.ip.equals(this.ip) && other.length === this.length;
  }

  public get masked(): CelCidr {
    return new CelCidr(new CelIp(this.ip.bits, this.ip.value - this.ip.value % this.size), this.length);
  }

  public contains(ip: CelIp): boolean {
    return ip.bits === this.ip.bits && ip.value / this.size === this.ip.value / this.size;
  }

  public toString(): string {
    return `${this.ip.toString()}/${this.length}`;
  }

  /** How many addresses it has. */
  private get size(): bigint {
    return 2n ** BigInt(this.ip.bits - this.length);
  }
}

/** An address as Kubernetes takes it: no leading zeros, no zone, no address of one family written as one of the other. */
export function parseIp(text: string): CelIp | undefined {
  if (!text.includes(':')) { return parseV4(text); }
  const value = parseV6(text);
  const isMapped = value !== undefined && value / 2n ** 32n === 0xffffn;
  return value === undefined || isMapped ? undefined : new CelIp(128, value);
}

export function ipOf(text: string): CelIp {
  return parseIp(text) ?? fault(`IP Address ${JSON.stringify(text)} parse error during conversion from string`);
}

export function parseCidr(text: string): CelCidr | undefined {
  const match = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text);
  const ip = match && parseIp(match[1]);
  const length = Number(match?.[2]);
  return ip && length <= ip.bits ? new CelCidr(ip, length) : undefined;
}

export function cidrOf(text: string): CelCidr {
  return parseCidr(text) ?? fault(`network address parse error during conversion from string: ${JSON.stringify(text)}`);
}

function parseV4(text: string): CelIp | undefined {
  const parts = text.split('.');
  const isGood = parts.length === 4 && parts.every(part => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
  return isGood ? new CelIp(32, parts.reduce((value, part) => value * 256n + BigInt(part), 0n)) : undefined;
}

/** An address of the newer family, also where it stands for one of the older. */
export function parseV6(text: string): bigint | undefined {
  const [head, tail, more] = text.split('::');
  const first = groupsOf(head, tail === undefined);
  const last = tail === undefined ? [] : groupsOf(tail, true);
  if (more !== undefined || !first || !last) { return undefined; }
  const missing = 8 - first.length - last.length;
  if (tail === undefined ? missing !== 0 : missing < 1) { return undefined; }
  return [...first, ...Array<bigint>(missing).fill(0n), ...last].reduce((whole, group) => whole * GROUP + group, 0n);
}

/** Groups of 16 bits; the last two may be written as an address of the older family. */
function groupsOf(text: string, isEnd: boolean): bigint[] | undefined {
  if (text === '') { return []; }
  const parts = text.split(':');
  const last = parts[parts.length - 1];
  const groups: bigint[] = [];
  for (const part of parts.slice(0, -1).concat(last.includes('.') ? [] : last)) {
    if (!/^[0-9a-fA-F]{1,4}$/.test(part)) { return undefined; }
    groups.push(BigInt(`0x${part}`));
  }
  if (!last.includes('.')) { return groups; }
  const v4 = isEnd ? parseV4(last) : undefined;
  return v4 && [...groups, v4.value / GROUP, v4.value % GROUP];
}

function showV4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map(shift => value / 2n ** shift % 256n).join('.');
}

/** The longest run of two or more zeros is left out, the first of several. */
function showV6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, i) => (value / GROUP ** BigInt(7 - i) % GROUP).toString(16));
  let [start, length] = [-1, 1];
  for (let i = 0; i < 8; i++) {
    let end = i;
    while (end < 8 && groups[end] === '0') { end++; }
    if (end - i > length) { [start, length] = [i, end - i]; }
  }
  return start < 0 ? groups.join(':') : `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}
