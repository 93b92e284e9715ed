import { evaluated } from './evaluated';
import { CelIp, parseCidr, parseIp } from '../../../src/cel/library/addresses';

test.each([['1.2.3.4', 32, 0x01020304n], ['::', 128, 0n], ['1::1', 128, 2n ** 112n + 1n], ['::1.2.3.4', 128, 0x01020304n]])('%s is read', (text, bits, value) => {
  expect(parseIp(text)).toEqual(new CelIp(bits as CelIp['bits'], value));
});

test.each(['', '1.2.3', '1.2.3.4.5', '1.2.3.256', '01.2.3.4', ':::', '1::2::3', '1:2:3:4:5:6:7', '12345::', '::ffff:1.2.3.4', 'fe80::1%a'])('%j is no address', text => {
  expect(parseIp(text)).toBeUndefined();
});

test.each(['1.2.3.4', '::', '::1', '1::', '1:2:3:4:5:6:7:8', '1:0:0:2::3', 'fd00::a:0:0:b'])('%s is shown as it was read, in its shortest form', text => {
  expect(parseIp(text)!.toString()).toBe(text === 'fd00::a:0:0:b' ? 'fd00::a:0:0:b' : text);
});

test.each(['1.2.3.4/33', '1.2.3.4/', '1.2.3.4/08', '::/129', '1.2.3/8'])('%j is no range', text => {
  expect(parseCidr(text)).toBeUndefined();
});

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['isIP("1.2.3")', false], ['isIP("1.2.3.4.5")', false], ['isIP("256.1.1.1")', false], ['isIP("1.2.3.")', false], ['isIP("a.b.c.d")', false],
  ['isIP("1.2.3.4 ")', false], ['isIP("0.0.0.0")', true], ['isIP("00.0.0.0")', false], ['isIP("::")', true], ['isIP("1::2::3")', false],
  ['isIP("1:2:3:4:5:6:7:8")', true], ['isIP("1:2:3:4:5:6:7")', false], ['isIP("1:2:3:4:5:6:7:8:9")', false], ['isIP("1:2:3:4:5:6:7::")', true],
  ['isIP("::2:3:4:5:6:7:8")', true], ['isIP("1::3:4:5:6:7:8")', true], ['isIP("1:2:3:4::5:6:7:8")', false], ['isIP("12345::")', false], ['isIP("g::")', false],
  ['isIP(":1")', false], ['isIP("1:")', false], ['isIP("::1.2.3.4")', true], ['isIP("64:ff9b::1.2.3.4")', true], ['isIP("1:2:3:4:5:6:1.2.3.4")', true],
  ['isIP("1:2:3:4:5:6:7:1.2.3.4")', false], ['isIP("::1.2.3")', false], ['isIP("::ffff:0:0")', false], ['isIP("::FFFF")', true], ['isIP("")', false],
  ['string(ip("::"))', '::'], ['string(ip("1::"))', '1::'], ['string(ip("::1"))', '::1'], ['string(ip("1:0:0:0:2:0:0:0"))', '1::2:0:0:0'],
  ['string(ip("1:0:2:0:0:3:0:4"))', '1:0:2::3:0:4'], ['string(ip("1:0:2:3:4:5:6:7"))', '1:0:2:3:4:5:6:7'], ['string(ip("0:0:1:0:0:1:0:0"))', '::1:0:0:1:0:0'],
  ['string(ip("64:ff9b::1.2.3.4"))', '64:ff9b::102:304'], ['string(ip("FD00::00A1"))', 'fd00::a1'], ['string(ip("1:2:3:4:5:6:7:8"))', '1:2:3:4:5:6:7:8'],
  ['string(ip("0:1:2:3:4:5:6:7"))', '0:1:2:3:4:5:6:7'], ['string(ip("1:2:3:4:5:6:7:0"))', '1:2:3:4:5:6:7:0'], ['isCIDR("10.0.0.0/8")', true],
  ['isCIDR("10.0.0.0/33")', false], ['isCIDR("10.0.0.0/08")', false], ['isCIDR("10.0.0.0/")', false], ['isCIDR("10.0.0.0")', false], ['isCIDR("fd00::/128")', true],
  ['isCIDR("fd00::/129")', false], ['isCIDR("a/8")', false], ['isCIDR("x10.0.0.0/8")', false], ['isCIDR("10.0.0.0/8x")', false], ['isCIDR("10.0.0.0/8/8")', false],
  ['isCIDR("10.0.0.0/-1")', false], ['isCIDR("::ffff:1.2.3.4/96")', false], ['isCIDR("10.0.0.0/0")', true], ['isCIDR("10.0.0.0/032")', false],
  ['cidr("10.0.0.0/8") == cidr("10.0.0.0/8")', true], ['cidr("10.0.0.0/8") == cidr("10.0.0.1/8")', false], ['cidr("10.0.0.0/8") == cidr("10.0.0.0/9")', false],
  ['cidr("0.0.0.0/0") == cidr("::/0")', false], ['dyn(cidr("10.0.0.0/8")) == dyn(ip("10.0.0.0"))', '!no such overload'],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
