import * as fs from 'fs';
import * as path from 'path';
import { Severity } from '../../src/policy/rule';
import { AUDIT_USAGE, auditOptions, expectedOf, ReportFormat } from '../../src/report/audit-options';

function refused(...args: string[]): string {
  try {
    auditOptions(args);
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
}

test('a path is enough', () => {
  const { version, ...options } = auditOptions(['k8s']);
  expect(options).toEqual({
    inputs: ['k8s'],
    format: ReportFormat.TABLE,
    baseline: undefined,
    writeBaseline: undefined,
    severity: Severity.ERROR,
    acceptWaivers: false,
    help: false,
    rules: [],
    policies: [],
  });
  expect(version.text).toBe('1.37');
});

test('options stand before and behind paths, with a space or an equals sign', () => {
  const { version, ...options } = auditOptions([
    'a', '--kubernetes-version', '1.34', '--format=sarif', '-', '--severity', 'warning', '--baseline=b=1.json', '--write-baseline', 'c', '--accept-waivers',
    '--', '--d',
  ]);
  expect(options).toEqual({
    inputs: ['a', '-', '--d'],
    format: ReportFormat.SARIF,
    baseline: 'b=1.json',
    writeBaseline: 'c',
    severity: Severity.WARNING,
    acceptWaivers: true,
    help: false,
    rules: [],
    policies: [],
  });
  expect(version.text).toBe('1.34');
});

test('help needs no path', () => {
  expect([auditOptions(['--help']).help, auditOptions(['-h']).help]).toEqual([true, true]);
});

test('help names every option and exit code', () => {
  for (const word of ['--kubernetes-version', '--format', '--severity', '--baseline', '--write-baseline', '--accept-waivers', '--help', 'exit codes: 0 ', ' 1 ', ' 2 ']) {
    expect(AUDIT_USAGE).toContain(word);
  }
});

test('what is unknown is told with what may be meant', () => {
  expect(refused('--formt', 'json', 'a')).toBe('option is unknown: got "--formt", expected --format; see --help');
  expect(refused('-x', 'a')).toBe(
    'option is unknown: got "-x", expected one of --kubernetes-version, --format, --severity, --baseline, --write-baseline, --rules, --policies, --accept-waivers, --help; see --help',
  );
  expect(refused('--format', 'srif', 'a')).toBe('--format has no such value: got "srif", expected sarif; correct it');
  expect(refused('--severity', 'off', 'a')).toBe('--severity has no such value: got "off", expected one of error, warning; correct it');
  expect(refused('--kubernetes-version', '2.0', 'a')).toContain('got "2.0"');
});

test('a value belongs to its option, once', () => {
  expect(refused('a', '--format')).toBe('--format needs a value: expected one behind it; write it like --format sarif');
  expect(refused('--format', '--baseline', 'b', 'a')).toBe('--format needs a value: got "--baseline", expected one behind it; write it like --format sarif');
  expect(refused('--baseline=', 'a')).toBe('--baseline needs a value: got "", expected one behind it; write it like --baseline baseline.json');
  expect(refused('--severity')).toBe('--severity needs a value: expected one behind it; write it like --severity warning');
  expect(refused('--kubernetes-version')).toBe('--kubernetes-version needs a value: expected one behind it; write it like --kubernetes-version 1.37');
  expect(refused('--format', 'json', '--format', 'json', 'a')).toBe('--format is given twice: expected it once; remove one');
  expect(refused('--accept-waivers=no', 'a')).toBe('--accept-waivers takes no value: got "no", expected none; write --accept-waivers alone');
});

test('there is something to judge, and what is piped in only once', () => {
  expect(refused()).toBe('nothing to judge is named: expected a file, a folder, or - for what is piped in; see --help');
  expect(refused('')).toBe('a path is empty: got "", expected a file, a folder, or -; see --help');
  expect(refused('-', '-')).toBe('- is named twice: expected it once; remove one');
});

test('names are guessed where they are near', () => {
  expect(expectedOf('audti', ['audit'])).toBe('audit');
  expect(expectedOf('something', ['audit', 'other'])).toBe('one of audit, other');
});

test('the page about the command names only options that there are', () => {
  const page = fs.readFileSync(path.join(__dirname, '..', '..', 'docs', 'audit.md'), 'utf8');
  const named = new Set([...page.matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map(([option]) => option));
  expect([...named].filter(option => !AUDIT_USAGE.includes(`  ${option}`))).toEqual([]);
  expect(page.split('\n').length).toBeLessThanOrEqual(101);
});

test('files of rules and of policies can be several', () => {
  const { rules, policies } = auditOptions(['--rules', 'a.yaml', '--policies=b.yaml', '--rules', 'c.yaml', 'k8s']);
  expect([rules, policies]).toEqual([['a.yaml', 'c.yaml'], ['b.yaml']]);
  expect(refused('--rules', '--policies', 'a')).toBe('--rules needs a value: got "--policies", expected one behind it; write it like --rules rules.yaml');
});
