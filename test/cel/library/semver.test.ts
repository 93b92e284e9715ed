import { evaluated } from './evaluated';

test.each([
  ['semver("1.2.3").isLessThan(semver("1.10.0"))', true], ['semver("1.0.0-alpha").isLessThan(semver("1.0.0"))', true], ['semver("1.0.0-2").compareTo(semver("1.0.0-10"))', -1],
  ['semver("1.0.0-a").isGreaterThan(semver("1.0.0-1"))', true], ['isSemver("v1.0.0")', false], ['isSemver("1.0")', false], ['isSemver("v1.0", true)', true], ['isSemver("01.2.3")', false],
  ['semver("v01.02", true)', '1.2.0'], ['semver("1.2.3-a.b+c").major() + semver("1.2.3").minor() + semver("1.2.3").patch()', 6],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
