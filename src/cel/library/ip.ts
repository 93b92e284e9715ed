import { CelIp, IP, ipOf, parseIp } from './addresses';
import { fn, Library, method } from '../overload';
import { BOOL, INT, STRING } from '../type';

type Start = readonly [value: bigint, length: number];

/** Whether an address begins with these bits, which are others for each family. */
function begins({ bits, value }: CelIp, v4: Start, v6: Start): boolean {
  const [start, length] = bits === 32 ? v4 : v6;
  return value / 2n ** BigInt(bits - length) === start;
}

const isUnspecified = ({ value }: CelIp): boolean => value === 0n;
const isLoopback = (ip: CelIp): boolean => begins(ip, [127n, 8], [1n, 128]);
const isLinkLocalUnicast = (ip: CelIp): boolean => begins(ip, [0xa9fen, 16], [0x3fan, 10]);
const isMulticast = (ip: CelIp): boolean => begins(ip, [0xen, 4], [0xffn, 8]);
const isBroadcast = ({ bits, value }: CelIp): boolean => bits === 32 && value === 0xffff_ffffn;

/** Of the newer family the flags between the first byte and the scope do not count. */
function isLinkLocalMulticast(ip: CelIp): boolean {
  return begins(ip, [0xe00000n, 24], [0xffn, 8]) && (ip.bits === 32 || ip.value / 2n ** 112n % 16n === 2n);
}

function isGlobalUnicast(ip: CelIp): boolean {
  return ![isUnspecified, isLoopback, isMulticast, isLinkLocalUnicast, isBroadcast].some(is => is(ip));
}

/** Addresses. */
export const IPS: Library = {
  name: 'ip',
  since: 30,
  overloads: [
    fn('ip', [STRING], IP, ipOf),
    fn('isIP', [STRING], BOOL, (text: string) => parseIp(text) !== undefined),
    fn('ip.isCanonical', [STRING], BOOL, (text: string) => ipOf(text).toString() === text),
    fn('string', [IP], STRING, String),
    method('family', [IP], INT, ({ bits }: CelIp) => bits === 32 ? 4 : 6),
    method('isUnspecified', [IP], BOOL, isUnspecified),
    method('isLoopback', [IP], BOOL, isLoopback),
    method('isLinkLocalMulticast', [IP], BOOL, isLinkLocalMulticast),
    method('isLinkLocalUnicast', [IP], BOOL, isLinkLocalUnicast),
    method('isGlobalUnicast', [IP], BOOL, isGlobalUnicast),
  ],
};
