import { program } from './app-reports';
import { AdmissionGuardrails, Deployer, GuardrailAction, PodSecurityLevel, SecureNamespace } from '../../src';
import { Session } from '../../src/policy/session';
import { guardrailEntries } from '../../src/report/guardrail-entries';

test('what policies leave out is told: namespaces of a lower level, operators, and who may change what guards', () => {
  const { app, shop } = program();
  const chart: any = shop.node.scope;
  new SecureNamespace(chart, 'agents', { level: PodSecurityLevel.PRIVILEGED, waivers: [{ rule: 'pod-security-restricted', reason: 'agents' }] });
  const operator = { rule: 'privileged-off', namespace: 'shop', serviceAccount: 'cnpg-system/cnpg-manager', reason: 'it starts so' };
  const guardrails = new AdmissionGuardrails(chart, 'guardrails', {
    rules: ['privileged-off', 'node-port-unused'], action: GuardrailAction.DENY, actions: { 'node-port-unused': GuardrailAction.WARN }, operators: [operator],
  });
  guardrails.protect({ deployers: [Deployer.serviceAccount('flux', 'kustomize'), Deployer.group('platform')] });
  const [entry, ...more] = guardrailEntries(Session.of(app));
  expect(more).toEqual([]);
  const { rules, ...rest } = entry;
  expect(rest).toEqual({
    name: 'chart',
    onDisk: false,
    namespaces: ['agents', 'shop'],
    isAllBut: false,
    operators: [operator],
    deployers: ['user system:serviceaccount:flux:kustomize', 'group platform'],
  });
  expect(new Set(rules.flatMap(({ policies }) => policies))).toEqual(new Set(guardrails.policyNames.filter(name => !name.includes('protected'))));
  expect(rules.map(({ policies: _, ...rule }) => rule)).toEqual(expect.arrayContaining([
    { rule: 'privileged-off', action: 'Deny', spared: ['agents'] }, { rule: 'node-port-unused', action: 'Warn' },
  ]));
  expect(rules).toHaveLength(2);
});

test('those for the whole cluster name what they leave alone', () => {
  const { app, shop } = program();
  AdmissionGuardrails.cluster(shop.node.scope as any, 'cluster', { name: 'all', except: ['kube-system', 'kube-node-lease', 'kube-public'] });
  expect(guardrailEntries(Session.of(app))[0]).toMatchObject({ name: 'all', isAllBut: true, namespaces: ['kube-node-lease', 'kube-public', 'kube-system'], deployers: [] });
});

test('an app without policies has none', () => {
  expect(guardrailEntries(Session.of(program().app))).toEqual([]);
});
