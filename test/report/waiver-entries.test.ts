import { program, reportOf } from './app-reports';
import { AdmissionGuardrails, TeamWaivers } from '../../src';
import { Session } from '../../src/policy/session';
import { CallSites } from '../../src/report/app-finding';
import { waiverEntries } from '../../src/report/waiver-entries';

const RECORD = { owner: 'shop', ticket: 'SHOP-1', approvedBy: 'security', expires: '2027-06-30' };
const WEB = { kind: 'apps/Deployment', namespace: 'shop', name: 'web' };

test('a waiver has its record, its place, whether it is needed, and what it lets depart', () => {
  const { app } = program({ waivers: [{ rule: 'run-as-non-root', reason: 'nobody does' }, { rule: 'webhook-failure-policy', reason: 'not here' }] }, [
    { rule: 'read-only-root-filesystem', reason: 'it writes', ...RECORD },
  ]);
  const at = expect.stringMatching(/^test\/report\/app-reports\.ts:\d+$/);
  // The findings of a synthesis say which are needed.
  reportOf(app);
  expect(waiverEntries(Session.of(app), new CallSites())).toEqual([
    {
      rule: 'run-as-non-root',
      reason: 'nobody does',
      construct: '',
      isUsed: expect.any(Boolean),
      objects: [WEB, { ...WEB, rule: 'run-as-user-not-zero' }],
    },
    { rule: 'webhook-failure-policy', reason: 'not here', construct: '', isUsed: false, objects: [] },
    {
      rule: 'read-only-root-filesystem',
      reason: 'it writes',
      container: 'web',
      ...RECORD,
      construct: 'chart/shop/web',
      at,
      isUsed: true,
      objects: [{ ...WEB, container: 'web' }],
    },
  ]);
});

test('what a team reports, the app that guards the cluster reads, and reports with where it is from', () => {
  const { app: team } = program({}, [{ rule: 'read-only-root-filesystem', reason: 'it writes', ...RECORD }]);
  const text = JSON.stringify({ version: 1, waivers: reportOf(team).waivers });
  const { app: platform, shop } = program();
  const guardrails = new AdmissionGuardrails(shop, 'guardrails');
  guardrails.addWaivers(TeamWaivers.fromJson(text, { namespaces: ['shop'] }));
  expect(reportOf(platform).waivers).toEqual([
    { rule: 'read-only-root-filesystem', reason: 'it writes', container: 'web', ...RECORD, from: 'JSON', objects: [{ ...WEB, container: 'web' }] },
  ]);
});

test('a credential in a reason is told by its kind', () => {
  const secret = `ghp_${'aB3dE5'.repeat(6)}`;
  const { app } = program({}, [{ rule: 'read-only-root-filesystem', reason: `it uses ${secret}`, owner: secret }]);
  expect(JSON.stringify(reportOf(app).waivers)).not.toContain(secret);
});
