import { evaluated } from './evaluated';

test.each([
  ['isIP("10.0.0.1")', true], ['isIP("10.0.0.01")', false], ['isIP("fe80::1%eth0")', false], ['isIP("::ffff:1.2.3.4")', false], ['ip("::1").family()', 6],
  ['ip("127.0.0.1").isLoopback()', true], ['ip("169.254.169.254").isLinkLocalUnicast()', true], ['ip("224.0.0.1").isLinkLocalMulticast()', true],
  ['ip("0.0.0.0").isUnspecified()', true], ['ip("10.0.0.1").isGlobalUnicast()', true], ['ip("255.255.255.255").isGlobalUnicast()', false],
  ['ip.isCanonical("fd00:0::1")', false], ['ip.isCanonical("fd00::1")', true], ['string(ip("1:0:0:2:0:0:0:3"))', '1:0:0:2::3'],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['ip("10.0.0.1") == ip("10.0.0.1")', true], ['ip("10.0.0.1") == ip("10.0.0.2")', false], ['ip("0.0.0.1") == ip("::1")', false],
  ['dyn(ip("10.0.0.1")) == dyn(quantity("1"))', '!no such overload'], ['ip("fd00::1") == ip("fd00:0::1")', true], ['ip("ff02::1").isLinkLocalMulticast()', true],
  ['ip("ff12::1").isLinkLocalMulticast()', true], ['ip("ff01::1").isLinkLocalMulticast()', false], ['ip("fe02::1").isLinkLocalMulticast()', false],
  ['ip("ff05::2").isLinkLocalMulticast()', false], ['ip("224.0.1.1").isLinkLocalMulticast()', false], ['ip("224.0.0.255").isLinkLocalMulticast()', true],
  ['ip("224.0.0.1").isGlobalUnicast()', false], ['ip("ff02::1").isGlobalUnicast()', false], ['ip("fe80::1").isGlobalUnicast()', false],
  ['ip("::1").isGlobalUnicast()', false], ['ip("::").isGlobalUnicast()', false], ['ip("fd00::1").isGlobalUnicast()', true],
  ['ip("127.0.0.1").isGlobalUnicast()', false], ['ip("0.0.0.0").isGlobalUnicast()', false], ['ip("10.0.0.1").isLoopback()', false],
  ['ip("128.0.0.1").isLoopback()', false], ['ip("::1").isLoopback()', true], ['ip("::2").isLoopback()', false], ['ip("fe80::1").isLinkLocalUnicast()', true],
  ['ip("febf::1").isLinkLocalUnicast()', true], ['ip("fec0::1").isLinkLocalUnicast()', false], ['ip("169.253.0.1").isLinkLocalUnicast()', false],
  ['ip("::").isUnspecified()', true], ['ip("::1").isUnspecified()', false], ['ip("10.0.0.1").family()', 4],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
