import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { ApiObject, Chart, Testing } from 'cdk8s';
import { agent, secureApp } from './waived-app';
import { AdmissionGuardrails, HardenedDeployment, NamespaceQuota, SecureApp, SecureNamespace } from '../../src';
import { Session } from '../../src/policy/session';
import { Waivers } from '../../src/policy/waivers';
import { LEAST } from '../workload/workload';

const VARIABLE = 'CDK8S_HARDENED_BREAK_GLASS';
let stderr: jest.SpyInstance;
beforeEach(() => { stderr = jest.spyOn(process.stderr, 'write').mockImplementation(() => true); });
afterEach(() => {
  delete process.env[VARIABLE];
  delete process.env.SOURCE_DATE_EPOCH;
  stderr.mockRestore();
});
const printed = () => stderr.mock.calls.map(([text]) => text).join('');

test('a waiver of the app is for everything in it, and is listed with what it excuses', () => {
  const waiver = { rule: 'host-network-off', reason: 'agents watch the node', owner: 'team nodes' };
  const { app, chart } = secureApp({ waivers: [waiver] });
  agent(chart);
  expect(app.synthYaml()).toContain('hostNetwork: true');
  expect(app.audit().filter(({ rule }) => rule === 'host-network-off')).toEqual([{
    rule: 'host-network-off',
    severity: 'error',
    status: 'waived',
    message: expect.stringContaining('DaemonSet agents/agent: '),
    constructPath: 'chart/agent',
    object: 'DaemonSet agents/agent',
    field: 'spec.template.spec.hostNetwork',
    waiver,
  }]);
});

test('a waiver of a namespace is for all that names it, wherever it stands, and for nothing else', () => {
  const { app, chart } = secureApp();
  new SecureNamespace(chart, 'agents', { quota: NamespaceQuota.computed({ nodes: 3 }), waivers: [{ rule: 'image-digest-set', reason: 'the vendor signs tags' }] });
  agent(chart);
  agent(chart, 'other', 'elsewhere');
  const statuses = app.audit().filter(({ rule }) => rule === 'image-digest-set').map(({ constructPath, status }) => `${constructPath} ${status}`);
  expect(statuses.sort()).toEqual(['chart/agent waived', 'chart/other open']);
});

test('a synthesis prints nothing, whatever it warns of', () => {
  const { app, chart } = secureApp({ waivers: [{ rule: 'host-network-off', reason: 'agents' }, { rule: 'host-pid-off', reason: 'unused' }] });
  agent(chart);
  app.synthYaml();
  expect(app.audit().filter(({ severity }) => severity === 'warning').map(({ rule }) => rule)).toContain('waiver-used');
  expect(printed()).toBe('');
});

test.each(['2026-01-01', '2026-06-15', '2026-06-30', '2027-01-01'])('on %s as on every day the manifests are the same bytes', asOf => {
  const texts = [undefined, asOf].map(day => {
    const { app, chart } = secureApp({ asOf: day ?? '2025-01-01' });
    const namespace = new SecureNamespace(chart, 'shop');
    const waivers = [{ rule: 'cpu-limit-set', reason: 'latency', expires: '2026-06-15' }];
    new HardenedDeployment(namespace, 'web', { ...LEAST, waivers });
    if (asOf >= '2026-06-29' && day) { process.env[VARIABLE] = 'INC-1 only for its bytes'; }
    return app.synthYaml();
  });
  expect(texts[1]).toBe(texts[0]);
  expect(texts[0]).toContain('waiver-expires.cdk8s-hardened/cpu-limit-set.web: "2026-06-15"');
});

test('a waiver that ran out two weeks ago ends the synthesis; the day can be that of a reproducible build', () => {
  const { app, chart } = secureApp();
  agent(chart);
  Waivers.of(chart).add({ rule: 'host-network-off', reason: 'agents', expires: '2026-06-15' });
  process.env.SOURCE_DATE_EPOCH = String(Date.parse('2026-06-28T12:00:00Z') / 1000);
  expect(app.synthYaml()).toContain('hostNetwork: true');
  process.env.SOURCE_DATE_EPOCH = String(Date.parse('2026-06-29T00:00:00Z') / 1000);
  expect(() => app.synthYaml()).toThrow('[chart] waiver-current: waiver of "host-network-off" has run out: got "2026-06-15"');
});

describe('whoever breaks the glass', () => {
  test('lets this synthesis pass, and is printed with everything that passes', () => {
    process.env[VARIABLE] = 'INC-4711 the shop is down';
    const { app, chart } = secureApp();
    agent(chart);
    expect(app.synthYaml()).toContain('hostNetwork: true');
    expect(printed()).toMatch(/^CDK8S_HARDENED_BREAK_GLASS lifts 1 error for this synthesis, since "INC-4711 the shop is down"\n {2}\[chart\/agent\] host-network-off: .*\n$/);
    expect(app.audit().filter(({ status }) => status === 'lifted').map(({ rule }) => rule)).toEqual(['host-network-off']);
  });

  test('is printed once for a stock app, too', () => {
    process.env[VARIABLE] = 'INC-4711 the shop is down';
    const app = Testing.app();
    SecureApp.configure(app, {});
    agent(new Chart(app, 'chart'));
    new Chart(app, 'empty');
    app.synth();
    expect(stderr.mock.calls).toHaveLength(1);
  });

  test('does not let broken output pass', () => {
    process.env[VARIABLE] = 'INC-4711 the shop is down';
    const { app, chart } = secureApp();
    agent(chart);
    new ApiObject(chart, 'again', { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent', namespace: 'agents' } });
    expect(() => app.synthYaml()).toThrow('[chart/again] unique-objects');
  });

  test('gives a reason', () => {
    process.env[VARIABLE] = ' ';
    expect(() => secureApp().app.synthYaml()).toThrow('CDK8S_HARDENED_BREAK_GLASS gives no reason: got " "');
  });

  test('loosens no policy in the cluster', () => {
    const texts = [undefined, 'INC-4711 the shop is down'].map(reason => {
      if (reason !== undefined) { process.env[VARIABLE] = reason; }
      const { app, chart } = secureApp();
      new AdmissionGuardrails(chart, 'guardrails');
      const shop = new SecureNamespace(chart, 'shop');
      new HardenedDeployment(shop, 'web', LEAST);
      return app.synthYaml();
    });
    expect(texts[1]).toBe(texts[0]);
    expect(texts[0]).toContain('kind: ValidatingAdmissionPolicy');
  });
});

test('a waiver of the namespace reaches the policies of the cluster by the name of each object', () => {
  const { app, chart } = secureApp();
  new AdmissionGuardrails(chart, 'guardrails', { rules: ['read-only-root-filesystem'] });
  const shop = new SecureNamespace(chart, 'shop', { waivers: [{ rule: 'read-only-root-filesystem', reason: 'all of them write' }] });
  new HardenedDeployment(shop, 'web', LEAST);
  new HardenedDeployment(shop, 'cart', LEAST);
  expect(app.synthYaml()).toMatch(/variables\.id in \['Deployment\/shop\/(web|cart)', 'Deployment\/shop\/(web|cart)'\]/);
});

test('the audit writes nothing', () => {
  const outdir = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'audit-')), 'out');
  const { app, chart } = secureApp({ outdir });
  agent(chart);
  expect(app.audit().some(({ status }) => status === 'open')).toBe(true);
  expect(fs.existsSync(outdir)).toBe(false);
});

test('what was found is known to the session of the app, by the same words', () => {
  const { app, chart } = secureApp();
  agent(chart);
  const session = Session.of(app);
  const run = session.audit();
  for (const object of session.objects()) { run.see({ construct: object, json: object.toJson() }); }
  expect(session.settle(run.conclude()).findings.map(({ rule }) => rule)).toEqual(app.audit().map(({ rule }) => rule));
});
