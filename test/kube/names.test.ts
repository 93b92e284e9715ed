import {
  checkAnnotationKey, checkDnsLabel, checkDnsSubdomain, checkEnvName, checkLabelKey, checkLabels, checkLabelValue,
  checkMountPath, checkPortName, isDnsLabel,
} from '../../src/kube/names';

interface Case {
  readonly check: (what: string, value: string) => string;
  readonly says: string;
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

const KEY = 'an optional DNS subdomain and a slash, then letters, digits and inner hyphens, dots and underscores, at most 63; choose another key';

const CASES: readonly Case[] = [
  {
    check: checkDnsLabel,
    says: 'a DNS label: lower-case letters, digits and inner hyphens, at most 63; choose another name',
    good: ['a', '0', 'web', 'web-1', '1-web', 'a--b', 'a'.repeat(63)],
    bad: ['', '-', '-web', 'web-', 'Web', 'web.1', 'web_1', 'web ', 'web\n', 'wéb', 'a'.repeat(64)],
  },
  {
    check: checkDnsSubdomain,
    says: 'a DNS subdomain: lower-case letters, digits, inner hyphens and dots, at most 253; choose another name',
    good: ['web', 'web.example.com', '0.0', 'a'.repeat(253)],
    bad: ['', '.', 'web.', '.web', 'a..b', 'a.-b', 'A.b', 'a/b', 'web\n', 'a'.repeat(254)],
  },
  {
    check: checkLabelKey,
    says: KEY,
    good: ['app', 'App_1.x', 'app.kubernetes.io/name', `${'a'.repeat(253)}/${'b'.repeat(63)}`],
    bad: ['', '/', '/name', 'example.com/', 'Example.com/name', 'a/b/c', '-app', 'app_', 'a b', 'app\n', 'b'.repeat(64), `${'a'.repeat(254)}/b`],
  },
  {
    check: checkAnnotationKey,
    says: KEY,
    good: ['app', 'Example.com/Name', 'ad.datadoghq.com/web.logs'],
    bad: ['', 'example_com/name', 'a/b/c', '-a', 'b'.repeat(64)],
  },
  {
    check: checkLabelValue,
    says: 'a label value: letters, digits and inner hyphens, dots and underscores, at most 63; choose another value',
    good: ['', 'web', 'v1.2_3-B', 'x'.repeat(63)],
    bad: ['-', 'a-', '.a', 'a b', 'a/b', 'web\n', 'x'.repeat(64)],
  },
  {
    check: checkEnvName,
    says: 'letters, digits, hyphens, dots and underscores, not beginning with a digit or two dots; choose another name',
    good: ['PORT', '_', 'my.name-x', '.a', 'A1', 'X'.repeat(1000)],
    bad: ['', '1A', '.', '..', '..a', 'A=B', 'A B', 'A\n', 'Ä'],
  },
  {
    check: checkMountPath,
    says: 'an absolute path below /, without colon, empty, . or .. parts, and without a slash at its end; write the whole path, like /var/cache/app',
    good: ['/tmp', '/var/cache/app', '/a b', '/.hidden', '/...', '/etc/a.conf'],
    bad: ['', '/', 'tmp', './tmp', '/tmp/', '//tmp', '/a//b', '/a/../b', '/..', '/a/.', '/a:b', '/a\n', '/a\u0000', 'C:\\tmp'],
  },
  {
    check: checkPortName,
    says: 'lower-case letters, digits and single inner hyphens, at least one letter, at most 15; choose another name',
    good: ['http', 'a', 'grpc-7070', '9p', 'a'.repeat(15)],
    bad: ['', '80', '8-0', 'HTTP', 'a--b', '-a', 'a-', 'a_b', 'http\n', 'a'.repeat(16)],
  },
];

describe.each(CASES.map(each => [each.check.name, each] as const))('%s', (_, { check, says, good, bad }) => {
  test.each(good)('takes %j and gives it back', value => {
    expect(check('name of web', value)).toBe(value);
  });

  test.each(bad)('refuses %j', value => {
    expect(() => check('name of web', value)).toThrow(/^name of web: got ".*, expected /s);
    expect(() => check('name of web', value)).toThrow(`, expected ${says}`);
  });

  test.each([undefined, null, 1, true, ['a'], {}])('refuses %j, which is no text', value => {
    expect(() => check('name of web', value as unknown as string)).toThrow(`, expected ${says}`);
  });
});

test('an error names the value as it was given', () => {
  expect(() => checkDnsLabel('name of web', 'Web')).toThrow(new Error(
    'name of web: got "Web", expected a DNS label: lower-case letters, digits and inner hyphens, at most 63; choose another name',
  ));
});

test('a DNS label can be asked for without an error', () => {
  expect(isDnsLabel('web')).toBe(true);
  expect(isDnsLabel('Web')).toBe(false);
  expect(isDnsLabel(undefined)).toBe(false);
});

test('labels are given back as they are', () => {
  const labels = { 'app.kubernetes.io/name': 'web', 'empty': '' };
  expect(checkLabels('labels of web', labels)).toBe(labels);
});

test('a wrong key and a wrong value among labels are named', () => {
  expect(() => checkLabels('labels of web', { 'a b': 'x' })).toThrow(/^key in labels of web: got "a b", expected /);
  expect(() => checkLabels('labels of web', { app: 'x y' })).toThrow(/^value of app in labels of web: got "x y", expected /);
  expect(() => checkLabels('labels of web', { constructor: 'x' as never })).toThrow(
    'key in labels of web: got "constructor", expected another word; choose one: cdk8s takes a map with this key for an instance of a class');
});

test.each([undefined, null, 'app=web', ['app'], 1])('refuses %j as labels', labels => {
  expect(() => checkLabels('labels of web', labels as unknown as Record<string, string>)).toThrow(
    'expected a map from label keys to label values; write { key: value }',
  );
});
