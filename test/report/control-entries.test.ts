import { openService, program, reportOf } from './app-reports';
import { readControls } from '../../docs/rules/controls';
import { AdmissionGuardrails, EtcdTopology, GuardrailAction, HardenedEtcd } from '../../src';
import type { AppReport } from '../../src/report/app-report';
import type { ControlEntry } from '../../src/report/control-entries';

const find = ({ controls }: AppReport, framework: string, id: string) => controls.find(each => each.framework === framework && each.id === id);

test('every id of the field is there, once, in order', () => {
  const { controls } = reportOf(program().app);
  const known = readControls().flatMap(({ ids }) => Object.entries(ids).flatMap(([framework, list]) => (list ?? []).map((id: string) => `${framework} ${id}`)));
  const all = controls.map(({ framework, id }) => `${framework} ${id}`);
  expect(known.length).toBeGreaterThan(800);
  expect([...new Set(known)].filter(each => !all.includes(each))).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
  expect(controls.filter(({ framework }) => framework === 'nsa').map(({ id }) => id).slice(0, 4)).toEqual(['1.0', '1.1', '1.2', '1.3']);
});

test('each has evidence where it is kept, and a reason where it is not assessed', () => {
  const { app, shop } = program();
  new HardenedEtcd(shop.node.scope!, 'etcd', { topology: EtcdTopology.stacked(['10.0.0.8/29']) });
  const { controls } = reportOf(app);
  const isTold = ({ status, evidence, reason = '' }: ControlEntry) => status === 'not-assessed' ? evidence.length === 0 && reason.length > 5 : evidence.length > 0;
  expect(controls.filter(entry => !isTold(entry))).toEqual([]);
});

test('the weakest rule decides', () => {
  const { app, shop } = program({}, [{ rule: 'read-only-root-filesystem', reason: 'it writes' }]);
  openService(shop);
  const report = reportOf(app);
  expect(find(report, 'cis', '5.2.7')).toMatchObject({ status: 'met-by-manifest', evidence: ['Deployment shop/web', 'Namespace shop'] });
  expect(find(report, 'trivy', 'KSV-0014')).toMatchObject({ status: 'waived', evidence: ['Deployment shop/web'], rules: ['read-only-root-filesystem'] });
  expect(report.controls.filter(({ rules, status }) => rules.includes('node-port-unused') && status !== 'open').map(({ id }) => id)).toEqual(['C-0266']);
  // Kubescape finds fault with whatever is exposed, and not with what the rule finds.
  expect(find(report, 'kubescape', 'C-0266')).toMatchObject({ status: 'not-assessed', evidence: [] });
  expect(find(report, 'cis', '5.4.2')).toMatchObject({ status: 'not-assessed', rules: ['secrets-from-store'] });
});

test('the cluster enforces a control where its policies refuse by all rules that answer it', () => {
  const { app, shop } = program();
  new AdmissionGuardrails(shop.node.scope as any, 'guardrails', { action: GuardrailAction.DENY });
  const report = reportOf(app);
  expect(find(report, 'pss', 'baseline: Privileged Containers')).toMatchObject({ status: 'enforced-in-cluster' });
  // Of its two rules, that about the namespace judges what stands in no namespace.
  expect(find(report, 'cis', '5.2.2')).toMatchObject({ status: 'met-by-manifest', evidence: ['Namespace shop'] });
});

test('what constructs make on nodes is met there, and what nothing shows says why', () => {
  const { app, shop } = program();
  new HardenedEtcd(shop.node.scope!, 'etcd', { topology: EtcdTopology.stacked(['10.0.0.8/29']) });
  const report = reportOf(app);
  expect(find(report, 'cis', '2.4')).toMatchObject({ status: 'met-by-node-file' });
  expect(find(report, 'cis', '2.4')!.evidence[0]).toMatch(/^nodes\/control-plane\/root\//);
  expect(find(report, 'cis', '1.1.7')).toMatchObject({ status: 'met-by-node-file', evidence: ['nodes/control-plane/'], rules: [] });
  expect(find(reportOf(program().app), 'cis', '1.1.7')).toMatchObject({ status: 'not-assessed', evidence: [] });
});
