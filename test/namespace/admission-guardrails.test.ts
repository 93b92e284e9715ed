import { App, Chart } from 'cdk8s';
import { AdmissionGuardrails, AdmissionGuardrailsProps, GuardrailAction, KubernetesVersion, PodSecurityLevel, SecureApp, SecureNamespace } from '../../src';
import { workload } from '../network/shop';

function guarded(props: AdmissionGuardrailsProps = {}, namespaces: readonly string[] = ['shop'], version = KubernetesVersion.V1_36) {
  const app = new App();
  SecureApp.configure(app, { kubernetesVersion: version });
  const chart = new Chart(app, 'platform', { disableResourceNameHashes: true });
  const guardrails = new AdmissionGuardrails(chart, 'guardrails', props);
  const made = namespaces.map(name => new SecureNamespace(chart, name));
  return { chart, guardrails, made };
}
const ofKind = (chart: Chart, kind: string): any[] => chart.toJson().filter(json => json.kind === kind);

test('one policy and one binding for each shape of request, under the name of the chart', () => {
  const { chart, guardrails } = guarded();
  const names = ['templates', 'cronjobs', 'pods', 'debug'].map(shape => `platform-${shape}-warn`);
  expect(guardrails.policyNames).toEqual(names);
  for (const kind of ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding']) {
    expect(ofKind(chart, kind).map(json => json.metadata.name)).toEqual(names);
  }
});

test('a binding selects the namespaces of the app by the label that the API server sets, also those that are made later', () => {
  const { chart } = guarded({ name: 'team', action: GuardrailAction.DENY }, ['shop', 'data']);
  const [{ metadata, spec }] = ofKind(chart, 'ValidatingAdmissionPolicyBinding');
  expect(metadata).toEqual({ name: 'team-templates-deny', labels: { 'app.kubernetes.io/managed-by': 'cdk8s' } });
  expect(spec).toEqual({
    policyName: 'team-templates-deny',
    validationActions: ['Deny'],
    matchResources: { namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['data', 'shop'] }] } },
  });
});

test('who is to be warned is found in the audit log too', () => {
  const actions = Object.values(GuardrailAction).map(action => ofKind(guarded({ action }).chart, 'ValidatingAdmissionPolicyBinding')[0].spec.validationActions);
  expect(actions).toEqual([['Audit'], ['Warn', 'Audit'], ['Deny']]);
});

test('a waiver stands inside the one rule that it is for, with kind, namespace, name and container', () => {
  const { chart, made: [shop] } = guarded({ rules: ['image-tag-fixed', 'read-only-root-filesystem'] });
  workload(shop, 'web', { waivers: [{ rule: 'read-only-root-filesystem', reason: 'it writes beside its program' }] });
  const [{ spec: { validations } }] = ofKind(chart, 'ValidatingAdmissionPolicy');
  const [tag, root] = validations.map((each: any) => each.expression);
  expect(root).toMatch(/^variables\.\w+\.all\(container, variables\.id \+ '\/' \+ container\.name in \['Deployment\/shop\/web\/web'\] \|\| /);
  expect(tag).not.toContain('Deployment/shop/web');
});

test('a namespace in which a level is not demanded is spared by the rules of that level', () => {
  const { chart } = guarded({ rules: ['privileged-off', 'run-as-non-root'] });
  new SecureNamespace(chart, 'agents', { level: PodSecurityLevel.BASELINE, waivers: [{ rule: 'pod-security-restricted', reason: 'agents' }] });
  const [{ spec: { validations } }] = ofKind(chart, 'ValidatingAdmissionPolicy');
  expect(validations.map((each: any) => each.expression.startsWith('request.namespace in [\'agents\'] || '))).toEqual([false, true]);
});

test.each<[string, () => unknown, string]>([
  ['a version that has no such policies', () => guarded({}, ['shop'], KubernetesVersion.V1_29),
    'admission policies are no part of this version of Kubernetes: got "1.29", expected 1.30 or newer; leave AdmissionGuardrails out'],
  ['a rule that nobody knows', () => guarded({ rules: ['nothing'] }),
    'rule that guardrails cannot enforce: got "nothing", expected a rule about pods, their containers or volumes'],
  ['a rule about other objects', () => guarded({ rules: ['cluster-admin-unbound'] }), 'rule that guardrails cannot enforce: got "cluster-admin-unbound"'],
  ['an app without a namespace', () => guarded({}, []).chart.toJson(), 'guardrails stand around no namespace: expected a SecureNamespace in the app'],
])('%s is refused', (_, make, message) => {
  expect(make).toThrow(message);
});
