import { AS_OF, openService, program, reportOf } from './app-reports';
import { TeamWaivers } from '../../src';
import { dayOf } from '../../src/policy/waiver-date';
import { appJson } from '../../src/report/app-json';

const text = (...report: Parameters<typeof appJson>) => [...appJson(...report)].join('');

test('the report for programs has everything, in lists with one entry a line', () => {
  const { app, shop } = program({}, [{ rule: 'read-only-root-filesystem', reason: 'it writes' }]);
  openService(shop);
  const { commit: _, ...report } = reportOf(app, [{ file: 'chart.k8s.yaml', sha256: 'ab' }]);
  const json = JSON.parse(text(report));
  expect(Object.keys(json)).toEqual([
    'version', 'tool', 'kubernetesVersion', 'endOfLife', 'asOf', 'summary', 'assumptions', 'guardrails', 'files', 'rules', 'controls', 'flows', 'waivers', 'findings',
  ]);
  expect([json.version, json.tool, json.kubernetesVersion, json.endOfLife, json.asOf]).toEqual([
    1, { name: 'cdk8s-hardened', version: report.library }, '1.36', '2027-06-28', AS_OF,
  ]);
  expect(json.summary).toEqual({ objects: report.objects, rules: report.rules.length, errors: 0, warnings: 2, known: 0, waived: 1, lifted: 0 });
  expect(json.files).toEqual([{ file: 'chart.k8s.yaml', sha256: 'ab' }]);
  expect(json.rules.map(({ id }: any) => id)).toEqual(report.rules.map(({ id }) => id));
  expect(json.rules.find(({ id }: any) => id === 'privileged-off')).toMatchObject({ severity: 'error', title: expect.any(String), controls: { pss: expect.any(Array) } });
  expect(json.rules.find(({ id }: any) => id === 'privileged-off')).toMatchObject({ status: 'met-by-manifest', evidence: ['Deployment shop/web'], total: 1 });
  expect(json.controls).toEqual(report.controls);
  expect(JSON.parse(text({ ...report, commit: 'ab' })).commit).toBe('ab');
  expect(json.waivers).toEqual(JSON.parse(JSON.stringify(report.waivers)));
  expect(json.findings).toEqual(report.findings.map(report.show));
  expect(json.assumptions).toEqual(report.assumptions);
});

test('the same program gives the same bytes', () => {
  const made = () => {
    const { app, shop } = program({}, [{ rule: 'read-only-root-filesystem', reason: 'it writes' }]);
    openService(shop);
    return text(reportOf(app));
  };
  expect(made()).toBe(made());
});

test('an emergency stands in it, without credentials', () => {
  const { app } = program();
  const secret = `ghp_${'aB3dE5'.repeat(6)}`;
  const json = JSON.parse(text({ ...reportOf(app), breakGlass: `INC-1 ${secret}` }));
  expect(json.breakGlass).toMatch(/^INC-1 <GitHub token/);
});

test('whoever guards the cluster can read it', () => {
  const { app } = program({}, [{ rule: 'read-only-root-filesystem', reason: 'it writes' }]);
  const waivers = TeamWaivers.fromJson(text(reportOf(app)), { namespaces: ['shop'] });
  expect(waivers._objectsFor('read-only-root-filesystem', { today: dayOf('today', AS_OF), demands: {} })).toEqual([
    { rule: 'read-only-root-filesystem', kind: 'apps/Deployment', namespace: 'shop', name: 'web', container: 'web' },
  ]);
});
