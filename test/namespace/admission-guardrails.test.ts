import { ApiObject, App, Chart } from 'cdk8s';
import * as yaml from 'yaml';
import {
  AdmissionGuardrails, AdmissionGuardrailsProps, ClusterAdmissionProps, GuardrailAction, KubernetesVersion, PodSecurityLevel, SecureApp,
  SecureNamespace, Severity, TeamWaivers,
} from '../../src';
import { Deployer } from '../../src/policy/deployer';
import { Session } from '../../src/policy/session';
import { HardenedSettings } from '../../src/policy/settings';
import { workload } from '../network/shop';

function guarded(props: AdmissionGuardrailsProps = {}, namespaces: readonly string[] = ['shop'], version = KubernetesVersion.V1_36, settings: HardenedSettings = {}) {
  const app = new App();
  SecureApp.configure(app, { kubernetesVersion: version, ...settings });
  const chart = new Chart(app, 'platform', { disableResourceNameHashes: true });
  const guardrails = new AdmissionGuardrails(chart, 'guardrails', props);
  const made = namespaces.map(name => new SecureNamespace(chart, name));
  return { chart, guardrails, made };
}
const ofKind = (chart: Chart, kind: string): any[] => chart.toJson().filter(json => json.kind === kind);

const PODS = ['templates', 'cronjobs', 'pods', 'debug'];
const OBJECTS = [
  'configmaps', 'secrets', 'services', 'controllerrevisions', 'destinationrules', 'ingresses', 'poddisruptionbudgets', 'roles', 'rolebindings',
  'authorizationpolicies', 'peerauthentications',
];
const ofPolicy = (chart: Chart, name: string) => ofKind(chart, 'ValidatingAdmissionPolicy').find(({ metadata }) => metadata.name === name);

test('one policy and one binding for each shape of request, under the name of the chart', () => {
  const { chart, guardrails } = guarded();
  const names = [...PODS, ...OBJECTS].map(shape => `platform-${shape}-warn`);
  expect(guardrails.policyNames).toEqual(names);
  for (const kind of ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding']) {
    expect(ofKind(chart, kind).map(json => json.metadata.name)).toEqual(names);
  }
});

const LABELS = { 'app.kubernetes.io/managed-by': 'cdk8s', 'app.kubernetes.io/part-of': 'team-guardrails' };

test('a binding selects the namespaces of the app by the label that the API server sets, also those that are made later', () => {
  const { chart } = guarded({ name: 'team', action: GuardrailAction.DENY }, ['shop', 'data']);
  const [{ metadata, spec }] = ofKind(chart, 'ValidatingAdmissionPolicyBinding');
  expect(metadata).toEqual({ name: 'team-templates-deny', labels: LABELS });
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

test('a rule that is new can warn while the others refuse, and one can be left out', () => {
  const { guardrails, chart } = guarded({
    action: GuardrailAction.DENY,
    rules: ['host-pid-off', 'privileged-off', 'host-ipc-off'],
    exceptRules: ['host-ipc-off'],
    actions: { 'host-pid-off': GuardrailAction.WARN, 'ingress-tls-set': GuardrailAction.AUDIT },
  });
  expect(guardrails.policyNames).toEqual([
    'platform-ingresses-audit', ...['templates', 'cronjobs', 'pods'].map(shape => `platform-${shape}-warn`), ...PODS.map(shape => `platform-${shape}-deny`),
  ]);
  const rules = (name: string) => ofPolicy(chart, name).spec.validations.map(({ message }: any) => message.split(':')[0]);
  expect([rules('platform-pods-warn'), rules('platform-pods-deny')]).toEqual([['host-pid-off'], ['privileged-off']]);
});

test('an operator is let through one rule, and its reason stands in the policies of that rule', () => {
  const operators = [{ rule: 'privileged-off', namespace: 'shop', serviceAccount: 'db-system/operator', reason: 'it tunes the node' }];
  const { chart } = guarded({ rules: ['privileged-off', 'node-port-unused'], operators });
  const [pods, services] = ['pods', 'services'].map(name => ofPolicy(chart, `platform-${name}-warn`));
  expect(pods.metadata.annotations).toEqual({ 'waiver.cdk8s-hardened/operators': 'privileged-off, in shop, by db-system/operator: it tunes the node' });
  expect(pods.spec.validations[0].expression).toContain('request.userInfo.username == \'system:serviceaccount:db-system:operator\'');
  expect(services.metadata.annotations).toBeUndefined();
});

const DEPLOYERS = { deployers: [Deployer.serviceAccount('gitops', 'applier')] };

test('what guards the namespaces is kept from all but the deployers, with what is declared later', () => {
  const { chart, guardrails } = guarded({ rules: ['node-port-unused'], action: GuardrailAction.DENY });
  guardrails.protect(DEPLOYERS);
  new SecureNamespace(chart, 'later');
  expect(guardrails.policyNames).toEqual(['services', 'protected', 'protected-namespaces'].map(name => `platform-${name}-deny`));
  const conditions = (name: string) => ofPolicy(chart, name).spec.matchConditions.map(({ expression }: any) => expression);
  expect(conditions('platform-protected-deny')[2]).toContain('[\'limitranges/later/limits\', \'limitranges/shop/limits\', ');
  expect(conditions('platform-protected-namespaces-deny')[1]).toBe('oldObject.metadata.name in [\'later\', \'shop\']');
});

test('the protection begins with a warning, where it is asked to', () => {
  const { guardrails } = guarded({ rules: ['node-port-unused'], action: GuardrailAction.DENY });
  guardrails.protect({ ...DEPLOYERS, action: GuardrailAction.WARN });
  expect(guardrails.policyNames.slice(1)).toEqual(['platform-protected-warn', 'platform-protected-namespaces-warn']);
});

test('what stands on disk is no manifest', () => {
  const { chart, guardrails } = guarded({ rules: ['node-port-unused'], onDisk: true });
  guardrails.protect(DEPLOYERS);
  const names = ['services', 'protected', 'protected-namespaces'].map(name => `platform-${name}-warn.static.k8s.io`);
  expect(guardrails.policyNames).toEqual(names);
  expect(ofKind(chart, 'ValidatingAdmissionPolicy')).toEqual([]);
  const documents = yaml.parseAllDocuments(guardrails.staticManifests()).map(document => document.toJS());
  expect(documents.map(({ metadata }) => metadata.name)).toEqual(names.flatMap(name => [name, name]));
  expect(documents[2].spec.matchConditions[2].expression).toContain('resourcequotas/shop/quota');
  expect(JSON.stringify(documents)).not.toMatch(/paramKind|paramRef|authorizer/);
});

const EXCEPT = ['kube-system', 'kube-node-lease', 'kube-public', 'rook-ceph'];

function ofCluster(props: Partial<ClusterAdmissionProps> = {}) {
  const app = new App();
  SecureApp.configure(app, { kubernetesVersion: KubernetesVersion.V1_36 });
  const chart = new Chart(app, 'platform', { disableResourceNameHashes: true });
  return { chart, guardrails: AdmissionGuardrails.cluster(chart, 'guardrails', { except: EXCEPT, rules: ['privileged-off', 'run-as-non-root'], ...props }) };
}

test('policies of the cluster leave alone what is named, judge the rest, and begin in the audit log', () => {
  const { chart, guardrails } = ofCluster();
  expect(guardrails.policyNames).toEqual(PODS.map(shape => `platform-${shape}-audit`));
  const matchExpressions = [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['kube-node-lease', 'kube-public', 'kube-system', 'rook-ceph'] }];
  expect(ofKind(chart, 'ValidatingAdmissionPolicyBinding').map(({ spec }) => spec)).toEqual(guardrails.policyNames.map(policyName => ({
    policyName, validationActions: ['Audit'], matchResources: { namespaceSelector: { matchExpressions } },
  })));
});

test('in the rest of the cluster, the labels of a namespace say what is demanded there', () => {
  const [privileged, root] = ofPolicy(ofCluster({ action: GuardrailAction.DENY }).chart, 'platform-templates-deny').spec.validations
    .map(({ expression }: any) => expression.split(' || ')[0]);
  const enforced = 'namespaceObject.metadata.?labels[?\'pod-security.kubernetes.io/enforce\'].orValue(\'\')';
  expect([privileged, root]).toEqual([`${enforced} == 'privileged'`, `${enforced} != 'restricted'`]);
});

test('policies of the cluster judge as those of an app do, with its waivers, and protect its own namespaces alone', () => {
  const { chart, guardrails } = ofCluster({ rules: ['read-only-root-filesystem'] });
  guardrails.protect(DEPLOYERS);
  const shop = new SecureNamespace(chart, 'shop');
  workload(shop, 'web', { waivers: [{ rule: 'read-only-root-filesystem', reason: 'it writes beside its program' }] });
  const { matchConditions, validations } = ofPolicy(chart, 'platform-templates-audit').spec;
  expect(validations[0].expression).toContain('in [\'Deployment/shop/web/web\'] || ');
  expect(matchConditions).toEqual(ofPolicy(guarded({ rules: ['read-only-root-filesystem'] }).chart, 'platform-templates-warn').spec.matchConditions);
  const [protection] = ofKind(chart, 'ValidatingAdmissionPolicyBinding').filter(({ metadata }) => metadata.name === 'platform-protected-audit');
  expect(protection.spec.matchResources.namespaceSelector.matchExpressions[0]).toEqual({ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['shop'] });
});

test('a namespace that an operator works in need not be one of the app', () => {
  const operators = [{ rule: 'privileged-off', namespace: 'databases', serviceAccount: 'db-system/operator', reason: 'it tunes the node' }];
  const spec = (props: Partial<ClusterAdmissionProps>) => ofPolicy(ofCluster(props).chart, 'platform-templates-audit').spec;
  expect(spec({ operators }).validations[0].expression).toContain('request.namespace == \'databases\' && request.userInfo.username == ');
  expect(() => spec({ operators: [{ ...operators[0], namespace: 'rook-ceph' }] })).toThrow(
    'names a namespace without guardrails: got "rook-ceph", expected any but kube-node-lease, kube-public, kube-system, rook-ceph; correct or remove it',
  );
});

const teamWaivers = (namespace: string, more: object = {}) => TeamWaivers.fromJson(JSON.stringify({
  version: 1,
  waivers: [{ rule: 'read-only-root-filesystem', reason: 'x', objects: [{ kind: 'apps/Deployment', namespace, name: 'cart', container: 'main' }], ...more }],
}), { namespaces: [namespace] });
const rootOf = (chart: Chart) => ofKind(chart, 'ValidatingAdmissionPolicy')[0].spec.validations[0].expression;

test('waivers that another team has in its own program are honoured, beside those of the app, each once', () => {
  const { chart, guardrails, made: [shop] } = guarded({ rules: ['read-only-root-filesystem'] });
  workload(shop, 'web', { waivers: [{ rule: 'read-only-root-filesystem', reason: 'x' }] });
  guardrails.addWaivers(teamWaivers('shop'));
  guardrails.addWaivers(teamWaivers('shop'));
  expect(rootOf(chart)).toContain('variables.id + \'/\' + container.name in [\'Deployment/shop/web/web\', \'Deployment/shop/cart/main\'] || ');
  const everywhere = ofCluster({ rules: ['read-only-root-filesystem'] });
  everywhere.guardrails.addWaivers(teamWaivers('payments'));
  expect(rootOf(everywhere.chart)).toContain(' in [\'Deployment/payments/cart/main\'] || ');
});

test('a waiver of a team that has run out is a warning of the app, and counts no more', () => {
  const { chart, guardrails } = guarded({ rules: ['read-only-root-filesystem'] });
  guardrails.addWaivers(teamWaivers('shop', { expires: '2020-01-01' }));
  expect(rootOf(chart)).not.toContain('Deployment/shop/cart');
  const found = Session.of(chart).audit().conclude().filter(({ rule }) => rule === 'waiver-current');
  expect(found.map(({ construct, severity }) => [construct, severity])).toEqual([[guardrails, Severity.WARNING]]);
});

test('a waiver of a team that the app would not take from its own program counts for nothing, and is a warning', () => {
  const { chart, guardrails } = guarded({ rules: ['read-only-root-filesystem'] }, ['shop'], KubernetesVersion.V1_36, { waiverDemands: { ticket: true } });
  guardrails.addWaivers(teamWaivers('shop'));
  expect(rootOf(chart)).not.toContain('Deployment/shop/cart');
  const found = Session.of(chart).audit().conclude().filter(({ rule }) => rule === 'waiver-complete');
  expect(found.map(({ construct, severity }) => [construct, severity])).toEqual([[guardrails, Severity.WARNING]]);
});

test.each<[string, () => unknown, string]>([
  ['waivers for a namespace without guardrails', () => {
    const { chart, guardrails } = guarded({ rules: ['privileged-off'] });
    guardrails.addWaivers(teamWaivers('elsewhere'));
    return chart.toJson();
  }, 'waivers in "JSON" are for a namespace without guardrails: got "elsewhere", expected one of shop; correct or remove it'],
  ['a path for waivers', () => guarded().guardrails.addWaivers('report.json' as any),
    'waivers of another team: got "report.json", expected TeamWaivers; read them with TeamWaivers.fromReport'],
  ['a cluster whose nodes could not come up', () => ofCluster({ except: ['kube-system'] }), 'expected kube-node-lease, kube-public among them; add them to except'],
  ['a mesh that could not come up', () => {
    const { chart } = ofCluster();
    new ApiObject(chart, 'mtls', { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name: 'default', namespace: 'shop' } });
    return chart.toJson();
  }, 'expected istio-system among them; add it to except, or name another root namespace with meshRootNamespace'],
  ['a version that has no such policies', () => guarded({}, ['shop'], KubernetesVersion.V1_29),
    'admission policies are no part of this version of Kubernetes: got "1.29", expected 1.30 or newer; leave AdmissionGuardrails out'],
  ['a rule that nobody knows', () => guarded({ rules: ['privileged-of'] }),
    'rule of the guardrails is unknown: got "privileged-of", expected privileged-off or another; correct the id'],
  ['a rule about objects in no namespace', () => guarded({ rules: ['webhook-failure-policy'] }), 'rule cannot be enforced by guardrails: its objects stand in no namespace'],
  ['a rule of an operator that nobody knows', () => guarded({ operators: [{ rule: 'x', namespace: 'shop', serviceAccount: 'a/b', reason: 'x' }] }),
    'rule of the guardrails is unknown: got "x"'],
  ['an action that there is not', () => guarded({ actions: { 'host-pid-off': 'Refuse' as GuardrailAction } }),
    'action of the guardrails for host-pid-off: got "Refuse", expected one of Audit, Warn, Deny; correct it'],
  ['a name that leaves no room', () => guarded({ name: 'n'.repeat(53) }), 'expected at most 52 letters; choose a shorter one'],
  ['a protection from everybody', () => guarded().guardrails.protect({ deployers: [] }), 'deployers: got [], expected at least one Deployer; name who applies the manifests'],
  ['a name for a deployer', () => guarded().guardrails.protect({ deployers: ['jane' as any] }), 'deployers: got ["jane"], expected at least one Deployer'],
  ['a second protection', () => [0, 1].forEach(function (this: AdmissionGuardrails) { this.protect(DEPLOYERS); }, guarded().guardrails),
    'namespaces are protected already: got "platform/guardrails", expected one call of protect; name all deployers in it'],
  ['a file for a version that reads none', () => guarded({ onDisk: true }, ['shop'], KubernetesVersion.V1_35),
    'API servers of this version of Kubernetes read no policies from disk: got "1.35", expected 1.36 or newer; leave onDisk out'],
  ['a file of what stands among the manifests', () => guarded().guardrails.staticManifests(),
    'guardrails stand among the manifests: got "platform/guardrails", expected onDisk: true; set it, so that they stand in one place'],
  ['an app without a namespace', () => guarded({}, []).chart.toJson(), 'guardrails stand around no namespace: expected a SecureNamespace in the app'],
])('%s is refused', (_, make, message) => {
  expect(make).toThrow(message);
});
