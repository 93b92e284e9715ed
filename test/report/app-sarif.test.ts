import { openService, program, reportOf } from './app-reports';
import { schemaFaults } from './sarif-schema';
import { SecureAppProps, Waiver } from '../../src';
import type { AppReport } from '../../src/report/app-report';
import { appSarif } from '../../src/report/app-sarif';

function runOf(report: AppReport): any {
  const log = JSON.parse([...appSarif(report)].join(''));
  expect([log.version, log.runs.length]).toEqual(['2.1.0', 1]);
  expect(schemaFaults(log)).toEqual([]);
  return log.runs[0];
}

function run(props: Partial<SecureAppProps> = {}, waivers: Waiver[] = [], isOpen = false): any {
  const { app, shop } = program(props, waivers);
  if (isOpen) { openService(shop); }
  return runOf(reportOf(app));
}

test('a result names its rule, the line that made the construct, the object and the field', () => {
  const { tool, results: [{ ruleIndex, ...result }] } = run({}, [{ rule: 'read-only-root-filesystem', reason: 'it writes' }]);
  expect(tool.driver.rules[ruleIndex].id).toBe('read-only-root-filesystem');
  const field = 'spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem';
  expect(result).toEqual({
    ruleId: 'read-only-root-filesystem',
    level: 'warning',
    message: { text: expect.stringMatching(/^Deployment shop\/web, container "web": container can write to its image; set /) },
    locations: [{
      physicalLocation: { artifactLocation: { uri: 'test/report/app-reports.ts' }, region: { startLine: expect.any(Number) } },
      logicalLocations: [{ name: 'chart/shop/web', kind: 'construct' }, { name: 'Deployment shop/web', kind: 'resource' }, { name: field, kind: 'property' }],
    }],
    partialFingerprints: { 'cdk8sHardened/v1': expect.stringMatching(/^[0-9a-f]{64}$/) },
    suppressions: [{ kind: 'inSource', status: 'accepted', justification: 'it writes' }],
  });
});

test('where no line is known, the construct is the place', () => {
  const { results } = run({}, [], true);
  expect(results.map(({ level, suppressions }: any) => [level, suppressions])).toEqual([['warning', undefined], ['warning', undefined]]);
  expect(results[0].locations).toEqual([{
    logicalLocations: [{ name: 'chart/shop/open', kind: 'construct' }, { name: 'Service shop/open', kind: 'resource' }, { name: 'spec.type', kind: 'property' }],
  }]);
});

test('every rule is described, and what a policy of the user\'s own asks for by its id', () => {
  const { app, shop } = program({ waivers: [{ rule: 'host-pid-off', reason: 'nobody needs it' }] });
  openService(shop);
  const report = reportOf(app);
  const findings = report.findings.map(finding => finding.rule === 'node-port-unused' ? { ...finding, rule: 'team-policy' } : finding);
  const { tool: { driver: { rules } }, results } = runOf({ ...report, findings });
  expect(results.map(({ ruleId }: any) => ruleId)).toEqual(['team-policy', 'service-selects-pods', 'waiver-used']);
  expect(results.map(({ ruleIndex }: any) => rules[ruleIndex].id)).toEqual(['team-policy', 'service-selects-pods', 'waiver-used']);
  expect(rules[results[0].ruleIndex]).toEqual({ id: 'team-policy' });
  expect(rules[results[2].ruleIndex].help.text).not.toContain('To waive it');
  expect(new Set(rules.map(({ id }: any) => id)).size).toBe(rules.length);
  expect(rules.find(({ id }: any) => id === 'host-pid-off').help.text).toContain("To waive it: give the construct waivers: [{ rule: 'host-pid-off', reason: '…' }].");
});

test('what an emergency lifts is still to be decided, and what a baseline lists is accepted', () => {
  const { app, shop } = program();
  openService(shop);
  const report = reportOf(app);
  const [first, second] = report.findings;
  const findings = [{ ...first, status: 'lifted' }, { ...second, status: 'known' }] as any;
  expect(runOf({ ...report, findings, breakGlass: 'INC-1 it is down' }).results.map(({ suppressions }: any) => suppressions)).toEqual([
    [{ kind: 'external', status: 'underReview', justification: 'lifted in an emergency: INC-1 it is down' }],
    [{ kind: 'external', status: 'accepted', justification: 'listed in the baseline' }],
  ]);
});
