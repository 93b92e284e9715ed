import { evaluated } from './evaluated';

test.each([
  ['isIP("10.0.0.1")', true], ['isIP("10.0.0.01")', false], ['isIP("fe80::1%eth0")', false], ['isIP("::ffff:1.2.3.4")', false], ['ip("::1").family()', 6],
  ['ip("127.0.0.1").isLoopback()', true], ['ip("169.254.169.254").isLinkLocalUnicast()', true], ['ip("224.0.0.1").isLinkLocalMulticast()', true],
  ['ip("0.0.0.0").isUnspecified()', true], ['ip("10.0.0.1").isGlobalUnicast()', true], ['ip("255.255.255.255").isGlobalUnicast()', false],
  ['ip.isCanonical("fd00:0::1")', false], ['ip.isCanonical("fd00::1")', true], ['string(ip("1:0:0:2:0:0:0:3"))', '1:0:0:2::3'],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
