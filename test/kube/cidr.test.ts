import * as fc from 'fast-check';
import { Cidr, parseCidr, PRIVATE_RANGES_V4, PRIVATE_RANGES_V6 } from '../../src/kube/cidr';

const parse = (text: string) => parseCidr('CIDR of db', text);

test.each([
  ['10.0.0.0/8', '10.0.0.0/8', 4], ['0.0.0.0/0', '0.0.0.0/0', 4], ['255.255.255.255/32', '255.255.255.255/32', 4], ['203.0.113.0/24', '203.0.113.0/24', 4],
  ['::/0', '::/0', 6], ['2001:DB8::/32', '2001:db8::/32', 6], ['2001:0db8:0:0::/48', '2001:db8::/48', 6], ['::1/128', '::1/128', 6],
  ['2001:db8:0:1:1:1:1:1/128', '2001:db8:0:1:1:1:1:1/128', 6], ['2001:0:0:1:0:0:0:1/128', '2001:0:0:1::1/128', 6],
  ['2001:db8:0:0:1:0:0:1/128', '2001:db8::1:0:0:1/128', 6], ['fd00:ec2::254/128', 'fd00:ec2::254/128', 6],
])('%s is the block %s', (text, canonical, family) => {
  const cidr = parse(text);
  expect(cidr.text).toBe(canonical);
  expect(cidr.family).toBe(family);
});

test.each([
  '', '/', '/8', 'db', 'example.com/24', ' 10.0.0.0/8', '10.0.0.0 /8', '10.0.0/8', '010.0.0.0/8', '10.0.0.00/8', '0x0a.0.0.0/8', '256.0.0.0/8', '1.2.3.4.5/32',
  '10.0.0.0/8/8', 'fe80::%eth0/64', 'fe80::1%1/128', ':::/0', '2001:db8::1::/64', '12345::/16', '[::]/0', '2001:db8:/32', '167772160/8',
])('refuses %j as no CIDR', text => {
  expect(() => parse(text)).toThrow(new Error(
    `CIDR of db: got ${JSON.stringify(text)}, expected a CIDR; write it like 203.0.113.0/24 or 2001:db8::/32, without zone and without leading zeros`,
  ));
});

test.each([undefined, null, 10, {}, ['10.0.0.0/8']])('refuses %j, which is no text', value => {
  expect(() => parse(value as unknown as string)).toThrow('expected a CIDR; write it like');
});

test.each([
  ['10.0.0.1', '10.0.0.1/32'], ['2001:db8::1', '2001:db8::1/128'],
])('refuses the address %s without prefix, and says what to write', (text, fix) => {
  expect(() => parse(text)).toThrow(new Error(`CIDR of db: got "${text}", expected a CIDR with a prefix length; write ${fix} for the one address`));
});

test.each([
  ['10.0.0.0/33', 32], ['10.0.0.0/-1', 32], ['10.0.0.0/08', 32], ['10.0.0.0/+8', 32], ['10.0.0.0/', 32], ['10.0.0.0/ 8', 32], ['10.0.0.0/8 ', 32], ['10.0.0.0/8\n', 32], ['10.0.0.0/8.0', 32],
  ['10.0.0.0/255.0.0.0', 32], ['10.0.0.0/1e1', 32], ['::/129', 128], ['::/00', 128],
])('refuses the prefix length of %s', (text, bits) => {
  expect(() => parse(text)).toThrow(new Error(
    `CIDR of db: got ${JSON.stringify(text)}, expected a prefix length from 0 to ${bits}; correct the number after the slash`,
  ));
});

test.each([
  ['10.1.2.3/24', '10.1.2.0/24', '10.1.2.3/32'], ['128.0.0.0/0', '0.0.0.0/0', '128.0.0.0/32'], ['2001:db8::1/64', '2001:db8::/64', '2001:db8::1/128'],
  ['192.168.1.1/31', '192.168.1.0/31', '192.168.1.1/32'],
])('refuses %s with host bits, and says what to write', (text, network, host) => {
  expect(() => parse(text)).toThrow(new Error(
    `CIDR of db: got "${text}", expected a CIDR without bits behind its prefix; write ${network} for the whole range, or ${host} for the one address`,
  ));
});

test.each(['::ffff:10.0.0.0/104', '::ffff:0a00:0/104', '::ffff:0:0/96', '::10.0.0.1/128', '64:ff9b::192.0.2.0/120'])('refuses %s, an IPv4 address inside IPv6', text => {
  expect(() => parse(text)).toThrow(new Error(
    `CIDR of db: got "${text}", expected an IPv6 CIDR in hexadecimal groups; write an IPv4 range as IPv4: policies do not match addresses mapped into IPv6`,
  ));
});

test('a block contains itself, but not strictly', () => {
  expect(parse('10.0.0.0/8').contains(parse('10.0.0.0/8'))).toBe(true);
  expect(parse('10.0.0.0/8').strictlyContains(parse('10.0.0.0/8'))).toBe(false);
  expect(parse('10.0.0.0/8').strictlyContains(parse('10.0.0.0/9'))).toBe(true);
});

test('blocks of different families have nothing in common', () => {
  expect(parse('0.0.0.0/0').contains(parse('::/128'))).toBe(false);
  expect(parse('::/0').overlaps(parse('10.0.0.0/8'))).toBe(false);
});

test.each([...PRIVATE_RANGES_V4, ...PRIVATE_RANGES_V6])('the private range %s is canonical', text => {
  expect(parse(text).text).toBe(text);
});

test('the private ranges hold the metadata services of clouds', () => {
  const holds = (ranges: readonly string[], address: string) => ranges.some(range => parse(range).contains(parse(address)));
  expect(holds(PRIVATE_RANGES_V4, '169.254.169.254/32')).toBe(true);
  expect(holds(PRIVATE_RANGES_V6, 'fd00:ec2::254/128')).toBe(true);
  expect(holds(PRIVATE_RANGES_V6, 'fe80::a9fe:a9fe/128')).toBe(true);
});

/** A block as text and as the bits that all its addresses begin with. */
interface Block { readonly text: string; readonly bits: string }

/** Few different bits, so that random blocks often meet. */
const blocks = (family: 4 | 6): fc.Arbitrary<Block> => {
  const size = family === 4 ? 32 : 128;
  return fc.tuple(fc.constantFrom('0', '1', '10', '0010', '11110000'), fc.array(fc.constantFrom('0', '1'), { maxLength: 4 }), fc.nat(size))
    .map(([pattern, tail, length]) => {
      const bits = (pattern.repeat(size).slice(0, Math.max(0, length - tail.length)) + tail.join('')).slice(0, length);
      const groups = bits.padEnd(size, '0').match(family === 4 ? /.{8}/g : /.{16}/g)!.map(group => parseInt(group, 2));
      return { text: `${family === 4 ? groups.join('.') : groups.map(group => group.toString(16)).join(':')}/${bits.length}`, bits };
    })
    .filter(({ bits }) => !/^0{80}1{16}/.test(bits));
};

test.each([4, 6] as const)('IPv%s: containment and overlap agree with comparing bits', family => {
  fc.assert(fc.property(blocks(family), blocks(family), (a, b) => {
    const [whole, part] = [parse(a.text), parse(b.text)];
    expect(whole.contains(part)).toBe(b.bits.startsWith(a.bits));
    expect(whole.strictlyContains(part)).toBe(b.bits.startsWith(a.bits) && a.bits !== b.bits);
    expect(whole.overlaps(part)).toBe(b.bits.startsWith(a.bits) || a.bits.startsWith(b.bits));
    expect(whole.text === part.text).toBe(a.bits === b.bits);
  }), { numRuns: 1000 });
});

test.each([4, 6] as const)('IPv%s: a block is read back as itself', family => {
  fc.assert(fc.property(blocks(family), ({ text }) => {
    const cidr: Cidr = parse(text);
    expect(parse(cidr.text).text).toBe(cidr.text);
  }));
});

test('IPv6 addresses are written as every URL parser writes them', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(0, 0, 0, 1, 0xab, 0xffff), { minLength: 8, maxLength: 8 }), groups => {
    const address = groups.map(group => group.toString(16)).join(':');
    fc.pre(!/^(0:){5}ffff/.test(address));
    expect(parse(`${address}/128`).text).toBe(`${new URL(`http://[${address}]`).hostname.slice(1, -1)}/128`);
  }), { numRuns: 1000 });
});
