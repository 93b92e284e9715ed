import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { ApiObject, Chart, Testing } from 'cdk8s';
import { agent, secureApp } from './waived-app';
import type { SecureApp } from '../../src/app/secure-app';
import { Severity } from '../../src/policy/rule';
import { FindingStatus } from '../../src/policy/verdict';

const VARIABLE = 'CDK8S_HARDENED_WRITE_BASELINE';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'app-baseline-'));
const baseline = path.join(folder, 'baseline.json');
afterEach(() => {
  delete process.env[VARIABLE];
  fs.rmSync(baseline, { force: true });
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** An app with agents of others on the network of the node. */
function appWith(names: readonly string[], file: string | null = baseline): { app: SecureApp; chart: Chart } {
  const made = secureApp({ baseline: file ?? undefined, outdir: path.join(folder, 'out') });
  for (const name of names) { agent(made.chart, name); }
  return made;
}

function written(names: readonly string[]): void {
  process.env[VARIABLE] = '1';
  appWith(names).app.synthYaml();
  delete process.env[VARIABLE];
}

const network = (app: SecureApp) => app.audit().filter(({ rule }) => rule === 'host-network-off').map(({ constructPath, status }) => `${constructPath} ${status}`);

test('the environment asks for a baseline; what it lists is known from then on, and does not fail', () => {
  expect(() => appWith(['agent'], null).app.synthYaml()).toThrow('host-network-off');
  written(['agent']);
  const { app } = appWith(['agent']);
  expect(app.synthYaml()).toContain('hostNetwork: true');
  expect(network(app)).toEqual(['chart/agent known']);
});

test('what is new fails, and only that is told', () => {
  written(['agent']);
  const { app, chart } = appWith(['agent', 'spy']);
  expect(network(app)).toEqual(['chart/agent known', 'chart/spy open']);
  expect(() => app.synth()).toThrow('[chart/spy] host-network-off');
  expect(() => app.synth()).not.toThrow('[chart/agent] host-network-off');
  expect(() => Testing.synth(chart)).toThrow('[chart/spy] host-network-off');
});

test('an object has the same name in the baseline wherever its construct stands, and in that of the audit command', () => {
  written(['agent']);
  const { findings } = JSON.parse(fs.readFileSync(baseline, 'utf8'));
  expect(findings).toContainEqual({
    rule: 'host-network-off', group: 'apps', kind: 'DaemonSet', namespace: 'agents', name: 'agent', field: 'spec.template.spec.hostNetwork',
  });
});

test('what is mended is a warning', () => {
  written(['agent', 'spy']);
  const about = appWith(['agent']).app.audit().filter(({ rule }) => rule === 'baseline-current');
  const lost = JSON.parse(fs.readFileSync(baseline, 'utf8')).findings.filter(({ name }: { name: string }) => name === 'spy').length;
  expect(about.map(({ severity, status, message }) => [severity, status, message])).toEqual([[
    Severity.WARNING, FindingStatus.OPEN,
    `baseline "${baseline}" lists what is not found any more: got ${lost}, expected none; write it anew with CDK8S_HARDENED_WRITE_BASELINE=1`,
  ]]);
});

test('two objects of one name are no debt', () => {
  process.env[VARIABLE] = '1';
  const { app, chart } = appWith(['agent']);
  new ApiObject(chart, 'again', { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent', namespace: 'agents' } });
  expect(() => app.synthYaml()).toThrow('[chart/again] unique-objects');
  expect(fs.readFileSync(baseline, 'utf8')).not.toContain('unique-objects');
});

test('fails on a baseline that is not there', () => {
  expect(() => appWith(['agent']).app.audit()).toThrow(new Error(
    `baseline does not exist: got ${JSON.stringify(baseline)}, expected a file that was written as one; `
    + 'correct baseline, or write it with CDK8S_HARDENED_WRITE_BASELINE=1',
  ));
});

test('fails on another file, and does not write over it', () => {
  fs.writeFileSync(baseline, 'apiVersion: v1\n');
  expect(() => appWith(['agent']).app.audit()).toThrow('file is no baseline');
  process.env[VARIABLE] = 'true';
  expect(() => appWith(['agent']).app.audit()).toThrow('baseline would be written over another file');
  expect(fs.readFileSync(baseline, 'utf8')).toBe('apiVersion: v1\n');
});

test.each(['yes', '2'])('fails on the wish %j', value => {
  process.env[VARIABLE] = value;
  expect(() => appWith(['agent']).app.audit()).toThrow(new Error(`CDK8S_HARDENED_WRITE_BASELINE: got "${value}", expected 1 or 0; correct or unset it`));
});

test.each(['', '0', 'false'])('the wish %j is none', value => {
  process.env[VARIABLE] = value;
  expect(() => appWith(['agent']).app.audit()).toThrow('baseline does not exist');
});
