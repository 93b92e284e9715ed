import { ApiObject, App, Chart } from 'cdk8s';
import { AS_OF, openService, program, reportOf } from './app-reports';
import { Severity } from '../../src/policy/rule';
import { FindingStatus } from '../../src/policy/verdict';
import { appFinding, CallSites, reportedOf } from '../../src/report/app-finding';

test('a finding names the construct, the object, the field and the line, and what it is known by', () => {
  const { app, web } = program({}, [{ rule: 'read-only-root-filesystem', reason: 'it writes beside its program' }]);
  const { findings, show } = reportOf(app);
  const [finding] = findings.map(show);
  const field = 'spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem';
  expect(finding).toEqual({
    rule: 'read-only-root-filesystem',
    severity: 'warning',
    status: 'waived',
    message: 'Deployment shop/web, container "web": container can write to its image; set securityContext.readOnlyRootFilesystem: true, and mount an emptyDir '
      + `where it must write (${field}); in the program: waivers of HardenedDeployment`,
    construct: web.node.path,
    at: expect.stringMatching(/^test\/report\/app-reports\.ts:\d+$/),
    object: 'Deployment shop/web',
    field,
    prop: 'waivers',
    container: 'web',
    reason: 'it writes beside its program',
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('of what another library made, no line is known', () => {
  const { app, shop } = program();
  openService(shop);
  const { findings, show } = reportOf(app);
  expect(findings.map(show).map(({ at, reason, object }) => [at, reason, object])).toEqual([[undefined, undefined, 'Service shop/open'], [undefined, undefined, 'Service shop/open']]);
});

test('no credential is shown, wherever it stands', () => {
  const secret = `ghp_${'aB3dE5'.repeat(6)}`;
  const chart = new Chart(new App(), `of-${secret}`);
  const waiver = { rule: 'a', reason: `see ${secret}` };
  const shown = appFinding({ rule: 'a', construct: chart, severity: Severity.ERROR, status: FindingStatus.WAIVED, message: `got ${secret}`, object: `Pod ${secret}`, waiver }, new CallSites());
  expect(JSON.stringify(shown)).not.toContain(secret);
  expect(shown.message).toContain('GitHub token');
});

test('a line is looked up once', () => {
  const { web } = program({ asOf: AS_OF });
  const sites = new CallSites();
  expect(sites.of(web)).toBe(sites.of(web));
  expect(sites.of(web)).toMatch(/^test\/report\/app-reports\.ts:\d+$/);
});

test('a finding about no object is known by its construct, and one about an object by that', () => {
  const chart = new Chart(new App(), 'chart');
  const object = new ApiObject(chart, 'web', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'shop' } });
  const finding = { rule: 'a', message: 'x', field: 'spec', container: 'main' };
  expect(reportedOf({ ...finding, construct: chart })).toEqual({ rule: { id: 'a' }, object: { apiVersion: '', kind: 'Construct', name: 'chart' }, field: 'spec', container: 'main' });
  expect(reportedOf({ ...finding, construct: object, object: 'Deployment shop/web' }).object)
    .toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', namespace: 'shop' });
});
