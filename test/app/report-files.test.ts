import { createHash } from 'crypto';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { openService, program } from '../report/app-reports';

let folder: string;
beforeEach(() => { folder = fs.mkdtempSync(path.join(os.tmpdir(), 'report-files-')); });
afterEach(() => { fs.rmSync(folder, { recursive: true }); });

const report = (name: string) => fs.readFileSync(path.join(folder, 'hardened.out/report', name), 'utf8');

test('a synthesis writes its reports beside the manifests, whose digests they hold', () => {
  const { app, shop } = program({ outdir: path.join(folder, 'dist') });
  openService(shop);
  app.synth();
  expect(fs.readdirSync(folder).sort()).toEqual(['dist', 'hardened.out']);
  expect(fs.readdirSync(path.join(folder, 'hardened.out/report')).sort()).toEqual(['report.html', 'report.json', 'report.md', 'report.sarif']);
  const { files, summary, findings } = JSON.parse(report('report.json'));
  const manifests = fs.readFileSync(path.join(folder, 'dist/chart.k8s.yaml'));
  expect(files).toEqual([{ file: 'chart.k8s.yaml', sha256: createHash('sha256').update(manifests).digest('hex') }]);
  expect(summary.objects).toBe(manifests.toString().split('\n---\n').length);
  expect(findings.map(({ rule }: any) => rule)).toEqual(['node-port-unused', 'service-selects-pods']);
  expect(JSON.parse(report('report.sarif')).runs[0].results.length).toBe(2);
  expect(report('report.md')).toMatch(/^# Security of these manifests\n/);
  expect(report('report.html')).toMatch(/^<!DOCTYPE html>\n[^]*<\/html>\n$/);
});

test('a scanner that asks for registries is told those that the app trusts', () => {
  program({ outdir: path.join(folder, 'dist'), trustedRegistries: ['registry.example.com'] }).app.synth();
  expect(report('scanners/trivy/ksv0125.yaml')).toBe('ksv0125:\n  trusted_registries:\n    - "registry.example.com"\n');
});

test('nothing is left of an earlier report', () => {
  fs.mkdirSync(path.join(folder, 'hardened.out/report'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'hardened.out/report/old.json'), '');
  program({ outdir: path.join(folder, 'dist') }).app.synth();
  expect(fs.readdirSync(path.join(folder, 'hardened.out/report')).sort()).toEqual(['report.html', 'report.json', 'report.md', 'report.sarif']);
});

test('where an error ends the synthesis, no report is written', () => {
  const { app, shop } = program({ outdir: path.join(folder, 'dist') });
  openService(shop);
  openService(shop, 'open-2').addJsonPatch({ _toJson: () => ({ op: 'replace', path: '/metadata/name', value: 'open' }) } as any);
  expect(() => app.synth()).toThrow('unique-objects');
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('what goes into the temporary folder itself has no report', () => {
  const written = () => fs.statSync(path.join(os.tmpdir(), 'hardened.out', 'report'), { throwIfNoEntry: false })?.ctimeMs;
  const before = written();
  program({ outdir: folder }).app.synth();
  expect(fs.readdirSync(folder)).toEqual(['chart.k8s.yaml']);
  expect(written()).toBe(before);
});

test('a folder that cannot be written is told', () => {
  fs.symlinkSync('nowhere', path.join(folder, 'hardened.out'));
  expect(() => program({ outdir: path.join(folder, 'dist') }).app.synth()).toThrow(/^report cannot be written \((ENOENT|EEXIST)\): got ".*hardened\.out\/report", /);
});
