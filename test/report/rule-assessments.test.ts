import { openService, program, reportOf } from './app-reports';
import { AdmissionGuardrails, GuardrailAction, HardenedDeployment, Health, PodSecurityLevel, SecureNamespace } from '../../src';

const image = `registry.example.com/agent:1@sha256:${'a'.repeat(64)}`;

test('what keeps a rule shows it, and where nothing could break it nothing is shown', () => {
  const { assessments } = reportOf(program().app);
  expect(assessments.get('privileged-off')).toEqual({ status: 'met-by-manifest', evidence: ['Deployment shop/web'], total: 1 });
  expect(assessments.get('default-deny-present')).toMatchObject({ status: 'met-by-manifest', evidence: ['all objects together'] });
  expect(assessments.get('ingress-tls-set')).toEqual({ status: 'not-assessed', evidence: [], reason: 'nothing of the app is of the kinds that it is about' });
});

test('what departs from a rule counts, whatever keeps it', () => {
  const { app, shop } = program({}, [{ rule: 'read-only-root-filesystem', reason: 'it writes' }]);
  new HardenedDeployment(shop, 'other', { image, port: 8080, health: Health.tcp() });
  openService(shop);
  const { assessments } = reportOf(app);
  expect(assessments.get('read-only-root-filesystem')).toEqual({ status: 'waived', evidence: ['Deployment shop/web'], total: 1, reason: '1 waived' });
  expect(assessments.get('node-port-unused')).toEqual({ status: 'open', evidence: ['Service shop/open'], total: 1, reason: '1 open' });
});

test('what a namespace of a lower level allows is waived', () => {
  const { app, shop } = program();
  const agents = new SecureNamespace(shop.node.scope as any, 'agents', { level: PodSecurityLevel.PRIVILEGED, waivers: [{ rule: 'pod-security-restricted', reason: 'agents' }] });
  new HardenedDeployment(agents, 'agent', { image, port: 8080, health: Health.tcp() });
  expect(reportOf(app).assessments.get('privileged-off')).toEqual({
    status: 'waived', evidence: ['Deployment shop/web'], total: 1, reason: '1 in namespaces that enforce a lower level of Pod Security',
  });
});

test('only policies that refuse enforce a rule', () => {
  const { app, shop } = program();
  new AdmissionGuardrails(shop.node.scope as any, 'guardrails', { action: GuardrailAction.DENY, actions: { 'host-pid-off': GuardrailAction.WARN } });
  const { assessments } = reportOf(app);
  expect(assessments.get('privileged-off')).toMatchObject({ status: 'enforced-in-cluster' });
  expect(assessments.get('privileged-off')!.evidence[0]).toMatch(/^ValidatingAdmissionPolicy chart-\w+-deny$/);
  expect(assessments.get('host-pid-off')).toMatchObject({ status: 'met-by-manifest' });
  expect(assessments.get('controller-revision-unwritten')).toMatchObject({ status: 'enforced-in-cluster' });
});

test('policies on the disks of API servers show nothing: nobody here knows whether they are there', () => {
  const { app, shop } = program();
  new AdmissionGuardrails(shop.node.scope as any, 'guardrails', { action: GuardrailAction.DENY, onDisk: true });
  expect(reportOf(app).assessments.get('privileged-off')).toMatchObject({ status: 'met-by-manifest' });
});
