import { isIP } from 'node:net';
import * as ipaddr from 'ipaddr.js';

type Family = 4 | 6;

const BITS = { 4: 32, 6: 128 } as const;

/** An address, as its family and number. */
export interface Address {
  readonly family: Family;
  readonly number: bigint;
}

const known = new Map<string, Address>();

/** Remembers what it has read: the same few addresses are asked for again and again. */
export function readAddress(text: string): Address {
  const address = known.get(text) ?? parseAddress(text);
  known.set(text, address);
  return address;
}

function parseAddress(text: string): Address {
  const family = isIP(text);
  if (family !== 4 && family !== 6) { throw new Error(`address: got ${JSON.stringify(text)}, expected IPv4 or IPv6`); }
  return { family, number: ipaddr.parse(text).toByteArray().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) };
}

export function showAddress({ family, number }: Address): string {
  const bytes = Array.from({ length: BITS[family] / 8 }, (_, i) => Number(number / 256n ** BigInt(BITS[family] / 8 - 1 - i) % 256n));
  return ipaddr.fromByteArray(bytes).toString();
}

/** Every address with the same first bits. */
export class Block {
  public static read(cidr: string): Block {
    const [address, prefix, ...more] = cidr.split('/');
    const { family, number } = readAddress(address);
    if (!/^\d+$/.test(prefix) || Number(prefix) > BITS[family] || more.length > 0) {
      throw new Error(`CIDR: got ${JSON.stringify(cidr)}, expected an address, a slash and its number of bits`);
    }
    const block = Block.around(family, number, Number(prefix));
    if (block.first !== number) { throw new Error(`CIDR: got ${JSON.stringify(cidr)}, expected no bits behind the prefix`); }
    return block;
  }

  /** The block of this many bits that holds the address. */
  public static around(family: Family, number: bigint, prefix: number): Block {
    const size = 2n ** BigInt(BITS[family] - prefix);
    return new Block(family, prefix, number - number % size, size);
  }

  public readonly last: bigint;

  private constructor(public readonly family: Family, public readonly prefix: number, public readonly first: bigint, public readonly size: bigint) {
    this.last = first + size - 1n;
  }

  public get cidr(): string {
    return `${showAddress({ family: this.family, number: this.first })}/${this.prefix}`;
  }

  /** Where something may change: the addresses just outside and just inside, as far as they exist. */
  public get edges(): Address[] {
    return [this.first - 1n, this.first, this.last, this.last + 1n]
      .filter(number => number >= 0n && number < 2n ** BigInt(BITS[this.family]))
      .map(number => ({ family: this.family, number }));
  }

  /** The block of one bit less around this one. */
  public get wider(): Block {
    return Block.around(this.family, this.first, this.prefix - 1);
  }

  /** The other half of the wider block. */
  public get sibling(): Block {
    const { wider } = this;
    return Block.around(this.family, wider.first === this.first ? wider.last : wider.first, this.prefix);
  }

  public has({ family, number }: Address): boolean {
    return family === this.family && number >= this.first && number <= this.last;
  }

  public contains(other: Block): boolean {
    return other.family === this.family && other.first >= this.first && other.last <= this.last;
  }

  public overlaps(other: Block): boolean {
    return this.contains(other) || other.contains(this);
  }
}

/** A block less parts of it. */
export interface Blocks {
  readonly block: Block;
  readonly except: readonly Block[];
}

export function readBlocks(cidr: string, except: readonly string[] = []): Blocks {
  return { block: Block.read(cidr), except: except.map(part => Block.read(part)) };
}

export function hasAddress({ block, except }: Blocks, address: Address): boolean {
  return block.has(address) && !except.some(part => part.has(address));
}
