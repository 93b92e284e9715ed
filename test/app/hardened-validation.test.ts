import { execFileSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { HardenedValidation } from '../../src/app/hardened-validation';

const ROOT = path.join(__dirname, '..', '..');
const CLI = path.join(ROOT, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-cli-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

describe('properties', () => {
  test.each<[string, unknown, string]>([
    ['that are no struct', ['1.36'], 'properties of HardenedValidation: got ["1.36"], expected named values; write { name: value }'],
    ['that nobody knows', { version: '1.36' }, 'property of HardenedValidation is unknown: got "version", expected one of '
      + 'kubernetesVersion, severity, baseline, acceptWaivers; correct cdk8s.yaml'],
    ['with a number for a version', { kubernetesVersion: 1.3 }, 'kubernetesVersion: got 1.3, expected a text like "1.36"; write it in quotes: YAML takes 1.30 for 1.3'],
    ['with a severity that is none', { severity: 'fatal' }, 'severity: got "fatal", expected error or warning; correct it'],
    ['with a word for a flag', { acceptWaivers: 'yes' }, 'acceptWaivers: got "yes", expected true or false; write it without quotes'],
    ['with a baseline that is no path', { baseline: 5 }, 'baseline: got 5, expected the path of a file; correct it, or leave it out'],
  ])('%s are refused', (_, props, message) => {
    expect(() => new HardenedValidation(props as object)).toThrow(new Error(message));
  });

  test('can be left out', async () => {
    const submitted: unknown[] = [];
    await new HardenedValidation().validate({ manifests: [], report: { submit: (...all: unknown[]) => submitted.push(all) } });
    expect(submitted).toEqual([['success', expect.objectContaining({ Objects: '0', Errors: '0' })]]);
  });
});

/** An app that uses nothing of this library, and a package that holds the validation as the published one would. */
function project(hostNetwork: boolean, properties: object): { code: number; output: string; reports: any } {
  const cwd = fs.mkdtempSync(path.join(folder, 'project-'));
  const write = (name: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    fs.writeFileSync(path.join(cwd, name), text);
  };
  write('plugin/index.js', `require(${JSON.stringify(path.join(ROOT, 'node_modules', 'ts-node', 'register', 'transpile-only'))});
exports.HardenedValidation = require(${JSON.stringify(path.join(ROOT, 'src', 'app', 'hardened-validation'))}).HardenedValidation;
`);
  write('main.js', `const { ApiObject, App, Chart } = require(${JSON.stringify(path.join(ROOT, 'node_modules', 'cdk8s'))});
const app = new App();
const spec = { ${hostNetwork ? 'hostNetwork: true, ' : ''}automountServiceAccountToken: false, containers: [{ name: 'main', image: 'web:1' }] };
new ApiObject(new Chart(app, 'chart'), 'pod', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' }, spec });
app.synth();
`);
  const validations = [{ package: './plugin', version: '1.0.0', class: 'HardenedValidation', properties }];
  write('cdk8s.yaml', JSON.stringify({ language: 'typescript', app: 'node main.js', validations }));
  const env = { ...process.env, CDK8S_CHECK_UPGRADE: 'false', TS_NODE_PROJECT: path.join(ROOT, 'tsconfig.dev.json'), TS_NODE_COMPILER_OPTIONS: JSON.stringify({ rootDir: ROOT }) };
  const run = () => {
    try {
      return { code: 0, output: execFileSync(process.execPath, [CLI, 'synth', '--validation-reports-output-file', 'reports.json'], { cwd, env, encoding: 'utf8' }) };
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
      return { code: status, output: stdout + stderr };
    }
  };
  const { code, output } = run();
  const file = path.join(cwd, 'reports.json');
  return { code, output, reports: fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).reports : undefined };
}

describe('the real cdk8s-cli', () => {
  test('ends with 2 where a manifest departs from a rule, and prints the rule, the object and what to do', () => {
    const { code, output, reports: [report] } = project(true, { kubernetesVersion: '1.36' });
    expect(code).toBe(2);
    expect(output).toContain('host-network-off (1 occurrences)');
    expect(output).toContain('> Pod shop/web: spec.hostNetwork (line 1)');
    expect(output).toContain('How to fix: ');
    expect(report.summary).toMatchObject({ status: 'failure', plugin: expect.stringMatching(/plugin$/), version: '1.0.0' });
    expect(report.violations.find(({ ruleName }: { ruleName: string }) => ruleName === 'host-network-off').violatingConstructs).toEqual([
      { resourceName: 'web', constructPath: 'chart/pod', manifestPath: 'dist/chart.k8s.yaml', locations: ['Pod shop/web: spec.hostNetwork (line 1)'] },
    ]);
  }, 120_000);

  test('passes what departs from no rule with an error', () => {
    const { code, reports: [report] } = project(false, {});
    expect(report.violations).toEqual([]);
    expect([code, report.summary.status, report.summary.metadata.Objects]).toEqual([0, 'success', '1']);
  }, 120_000);

  test('tells which property is wrong', () => {
    const { code, output } = project(false, { kubernetesVersion: 1.36 });
    expect(code).toBe(1);
    expect(output).toContain('kubernetesVersion: got 1.36, expected a text like "1.36"');
  }, 120_000);
});
