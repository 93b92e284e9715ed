import { evaluated } from './evaluated';

test.each([
  ['string(cidr("10.1.2.3/8").masked())', '10.0.0.0/8'], ['cidr("10.0.0.0/8").containsIP("10.255.0.1")', true], ['cidr("10.0.0.0/8").containsIP(ip("11.0.0.1"))', false],
  ['cidr("10.0.0.0/8").containsCIDR("10.1.0.0/16")', true], ['cidr("10.0.0.0/16").containsCIDR(cidr("10.0.0.0/8"))', false], ['cidr("fd00::/8").prefixLength()', 8],
  ['string(cidr("10.1.2.3/8").ip())', '10.1.2.3'], ['isCIDR("10.0.0.0/33")', false], ['isCIDR("10.0.0.0")', false], ['cidr("0.0.0.0/0").containsIP("fd00::1")', false],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
