import { isIP } from 'node:net';
import * as ipaddr from 'ipaddr.js';
import { refuse } from './problem';

/** IPv4 ranges that never are the internet, in order. */
export const PRIVATE_RANGES_V4: readonly string[] = ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'];

/** IPv6 ranges that never are the internet, in order. The first holds fd00:ec2::254, a metadata service. */
export const PRIVATE_RANGES_V6: readonly string[] = ['fc00::/7', 'fe80::/10'];

const BITS = { 4: 32, 6: 128 } as const;

/** A range of addresses: a whole block, without host bits. Made by `parseCidr`. */
export class Cidr {
  /** The canonical form, for IPv6 that of RFC 5952. */
  public readonly text: string;

  private readonly last: bigint;

  constructor(public readonly family: 4 | 6, private readonly first: bigint, prefix: number) {
    this.text = `${addressText(family, first)}/${prefix}`;
    this.last = first + sizeOf(family, prefix) - 1n;
  }

  /** Whether every address of the other is in this one. */
  public contains(other: Cidr): boolean {
    return this.family === other.family && this.first <= other.first && other.last <= this.last;
  }

  /** Whether this one contains the other, and more. */
  public strictlyContains(other: Cidr): boolean {
    return this.contains(other) && this.text !== other.text;
  }

  /** Whether some address is in both. */
  public overlaps(other: Cidr): boolean {
    return this.contains(other) || other.contains(this);
  }
}

/** Reads a CIDR as strictly as the newest API server: what one program reads in one way and another in another is refused. */
export function parseCidr(what: string, text: string): Cidr {
  const [address, prefixText, ...more] = typeof text === 'string' ? text.split('/') : [''];
  // `isIP` refuses leading zeros and blanks; a zone it lets pass.
  const family = more.length === 0 && !address.includes('%') ? isIP(address) : 0;
  if (family !== 4 && family !== 6) {
    return refuse({ what, got: text, expected: 'a CIDR', todo: 'write it like 203.0.113.0/24 or 2001:db8::/32, without zone and without leading zeros' });
  }
  const bits = BITS[family];
  if (prefixText === undefined) {
    return refuse({ what, got: text, expected: 'a CIDR with a prefix length', todo: `write ${address}/${bits} for the one address` });
  }
  const prefix = Number(prefixText);
  if (!/^(0|[1-9]\d{0,2})$/.test(prefixText) || prefix > bits) {
    return refuse({ what, got: text, expected: `a prefix length from 0 to ${bits}`, todo: 'correct the number after the slash' });
  }
  const bytes = ipaddr.parse(address).toByteArray();
  const value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const mapped = family === 6 && value / 2n ** 32n === 0xffffn;
  if (mapped || (family === 6 && address.includes('.'))) {
    return refuse({
      what, got: text, expected: 'an IPv6 CIDR in hexadecimal groups', todo: 'write an IPv4 range as IPv4: policies do not match addresses mapped into IPv6',
    });
  }
  const surplus = value % sizeOf(family, prefix);
  if (surplus !== 0n) {
    const network = `${addressText(family, value - surplus)}/${prefix}`;
    return refuse({
      what,
      got: text,
      expected: 'a CIDR without bits behind its prefix',
      todo: `write ${network} for the whole range, or ${addressText(family, value)}/${bits} for the one address`,
    });
  }
  return new Cidr(family, value, prefix);
}

function sizeOf(family: 4 | 6, prefix: number): bigint {
  return 2n ** BigInt(BITS[family] - prefix);
}

function addressText(family: 4 | 6, value: bigint): string {
  const bytes = value.toString(16).padStart(BITS[family] / 4, '0').match(/../g)!.map(pair => parseInt(pair, 16));
  return family === 4 ? bytes.join('.') : new ipaddr.IPv6(bytes).toRFC5952String();
}
