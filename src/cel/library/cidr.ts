import { CelCidr, CelIp, CIDR, cidrOf, IP, ipOf, parseCidr } from './addresses';
import { fn, Library, method } from '../overload';
import { BOOL, INT, STRING } from '../type';

function containsCidr(range: CelCidr, other: CelCidr): boolean {
  return other.length >= range.length && range.contains(other.ip);
}

/** Ranges of addresses. */
export const CIDRS: Library = {
  name: 'cidr',
  since: 30,
  overloads: [
    fn('cidr', [STRING], CIDR, cidrOf),
    fn('isCIDR', [STRING], BOOL, (text: string) => parseCidr(text) !== undefined),
    fn('string', [CIDR], STRING, String),
    method('containsIP', [CIDR, STRING], BOOL, (range: CelCidr, ip: string) => range.contains(ipOf(ip))),
    method('containsIP', [CIDR, IP], BOOL, (range: CelCidr, ip: CelIp) => range.contains(ip)),
    method('containsCIDR', [CIDR, STRING], BOOL, (range: CelCidr, other: string) => containsCidr(range, cidrOf(other))),
    method('containsCIDR', [CIDR, CIDR], BOOL, containsCidr),
    method('ip', [CIDR], IP, ({ ip }: CelCidr) => ip),
    method('prefixLength', [CIDR], INT, ({ length }: CelCidr) => length),
    method('masked', [CIDR], CIDR, ({ masked }: CelCidr) => masked),
  ],
};
