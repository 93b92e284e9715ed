import { evaluated } from './evaluated';

test.each([
  ['semver("1.2.3").isLessThan(semver("1.10.0"))', true], ['semver("1.0.0-alpha").isLessThan(semver("1.0.0"))', true], ['semver("1.0.0-2").compareTo(semver("1.0.0-10"))', -1],
  ['semver("1.0.0-a").isGreaterThan(semver("1.0.0-1"))', true], ['isSemver("v1.0.0")', false], ['isSemver("1.0")', false], ['isSemver("v1.0", true)', true], ['isSemver("01.2.3")', false],
  ['semver("v01.02", true)', '1.2.0'], ['semver("1.2.3-a.b+c").major() + semver("1.2.3").minor() + semver("1.2.3").patch()', 6],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['isSemver("1.2.3")', true], ['isSemver("1.2.3-alpha.1")', true], ['isSemver("1.2.3+build.5")', true], ['isSemver("1.2.3-a-b.0+x.y")', true],
  ['isSemver("1.2")', false], ['isSemver("v1.2.3")', false], ['isSemver("")', false], ['isSemver("1.2.3.4")', false], ['isSemver("1.2.x")', false],
  ['isSemver("01.2.3")', false], ['isSemver("1.2.3-01")', false], ['isSemver("1.2.3-")', false], ['isSemver("1.2.3-a..b")', false], ['isSemver("1.2.3+")', false],
  ['isSemver("1.2.3-ä")', false], ['isSemver("1.2.3-0a")', true], ['isSemver("99999999999999999999.0.0")', false], ['isSemver("18446744073709551615.0.0")', true],
  ['isSemver(" 1.2.3")', false], ['isSemver("1.2.3-a_b")', false], ['isSemver("1.2.3+a_b")', false], ['isSemver("1.2.3+01")', true],
  ['isSemver("1.2.3", true)', true], ['isSemver("1.2.3-alpha.1", true)', true], ['isSemver("1.2.3+build.5", true)', true],
  ['isSemver("1.2.3-a-b.0+x.y", true)', true], ['isSemver("1.2", true)', true], ['isSemver("v1.2.3", true)', true], ['isSemver("", true)', false],
  ['isSemver("1.2.3.4", true)', false], ['isSemver("1.2.x", true)', false], ['isSemver("01.2.3", true)', true], ['isSemver("1.2.3-01", true)', false],
  ['isSemver("1.2.3-", true)', false], ['isSemver("1.2.3-a..b", true)', false], ['isSemver("1.2.3+", true)', false], ['isSemver("1.2.3-ä", true)', false],
  ['isSemver("1.2.3-0a", true)', true], ['isSemver("99999999999999999999.0.0", true)', false], ['isSemver("18446744073709551615.0.0", true)', true],
  ['isSemver(" 1.2.3", true)', false], ['isSemver("1.2.3-a_b", true)', false], ['isSemver("1.2.3+a_b", true)', false], ['isSemver("1.2.3+01", true)', true],
  ['isSemver("v1", true)', true], ['isSemver("vv1", true)', false], ['isSemver("1", true)', true], ['isSemver("01", true)', true],
  ['isSemver("v01.002.3-a", true)', true], ['isSemver("1-a", true)', false], ['isSemver("1.2-a", true)', false], ['isSemver("1.2.3.4-a", true)', false],
  ['isSemver("a", true)', false], ['isSemver("v", true)', false], ['isSemver("00.0.0", true)', true], ['isSemver("v1.2.3", false)', false],
  ['semver("v1", true)', '1.0.0'], ['semver("01.002.3-a", true)', '1.2.3-a'], ['semver("1.2+b", true)', '!No valid semantic version: "1.2+b"'],
  ['semver("v0.0", true)', '0.0.0'], ['semver("1", true)', '1.0.0'], ['semver("1.02.3", true)', '1.2.3'], ['semver("1.2.3-a.1+b.2")', '1.2.3-a.1+b.2'],
  ['semver("1.2.3")', '1.2.3'], ['semver("1.2.3+b")', '1.2.3+b'], ['semver("1.2.3-rc.1")', '1.2.3-rc.1'], ['semver("1.2.3") == semver("1.2.3")', true],
  ['semver("1.2.3") == semver("1.2.4")', false], ['semver("1.2.3+a") == semver("1.2.3+b")', true],
  ['dyn(semver("1.2.3")) == dyn(quantity("1"))', '!no such overload'], ['semver("x")', '!No valid semantic version: "x"'],
  ['semver("18446744073709551615.0.0").major()', -1], ['semver("3.4.5").minor()', 4], ['semver("3.4.5").patch()', 5], ['semver("3.4.5").major()', 3],
  ['semver("1.2.3").compareTo(semver("1.2.3"))', 0], ['semver("2.0.0").compareTo(semver("1.9.9"))', 1], ['semver("1.2.3").compareTo(semver("1.3.0"))', -1],
  ['semver("1.2.4").compareTo(semver("1.2.3"))', 1], ['semver("1.0.0").compareTo(semver("1.0.0-a"))', 1], ['semver("1.0.0-a").compareTo(semver("1.0.0"))', -1],
  ['semver("1.0.0-a").compareTo(semver("1.0.0-b"))', -1], ['semver("1.0.0-b").compareTo(semver("1.0.0-a"))', 1],
  ['semver("1.0.0-a").compareTo(semver("1.0.0-a.1"))', -1], ['semver("1.0.0-a.1").compareTo(semver("1.0.0-a"))', 1],
  ['semver("1.0.0-1").compareTo(semver("1.0.0-a"))', -1], ['semver("1.0.0-a").compareTo(semver("1.0.0-1"))', 1],
  ['semver("1.0.0-10").compareTo(semver("1.0.0-9"))', 1], ['semver("1.0.0-9").compareTo(semver("1.0.0-10"))', -1],
  ['semver("1.0.0-1").compareTo(semver("1.0.0-1"))', 0], ['semver("1.0.0-a.b").compareTo(semver("1.0.0-a.b"))', 0],
  ['semver("1.0.0+a").compareTo(semver("1.0.0+b"))', 0], ['semver("1.0.0-1a").compareTo(semver("1.0.0-1"))', 1],
  ['semver("1.2.3").isLessThan(semver("1.2.3"))', false], ['semver("1.2.3").isGreaterThan(semver("1.2.3"))', false],
  ['semver("1.2.4").isLessThan(semver("1.2.3"))', false], ['semver("1.2.4").isGreaterThan(semver("1.2.3"))', true],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
