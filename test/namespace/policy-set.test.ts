import { App, Chart, Testing } from 'cdk8s';
import * as yaml from 'yaml';
import { PodSecurityLevel } from '../../src/kube/pod-security-level';
import { PolicySet } from '../../src/namespace/policy-set';
import { GuardrailReach } from '../../src/policy/guardrail-reach';

function set(onDisk: boolean) {
  const chart = new Chart(new App(), 'platform', { disableResourceNameHashes: true });
  const policies = new PolicySet({ owner: chart, name: 'team', onDisk, reach: () => GuardrailReach.over(['shop', 'data'].map(each => ({ name: each, level: PodSecurityLevel.RESTRICTED }))) });
  policies.add({ what: 'pods', action: 'Warn', spec: () => ({ failurePolicy: 'Fail' }), annotations: { why: 'so' } });
  policies.add({ what: 'roles', action: 'Deny', spec: () => ({ failurePolicy: 'Fail' }) });
  return { chart, policies };
}
const binding = (policyName: string, ...validationActions: string[]) => ({
  policyName,
  validationActions,
  matchResources: { namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['data', 'shop'] }] } },
});
const PART_OF = { 'app.kubernetes.io/part-of': 'team-guardrails' };

test('each policy and its binding stand under one name, and have a label in common with all others', () => {
  const { chart, policies } = set(false);
  expect(policies.names).toEqual(['team-pods-warn', 'team-roles-deny']);
  const labels = { 'app.kubernetes.io/managed-by': 'cdk8s', ...PART_OF };
  expect(Testing.synth(chart).map(({ kind, metadata, spec }) => [kind, metadata, spec])).toEqual([
    ['ValidatingAdmissionPolicy', { annotations: { why: 'so' }, labels, name: 'team-pods-warn' }, { failurePolicy: 'Fail' }],
    ['ValidatingAdmissionPolicyBinding', { annotations: { why: 'so' }, labels, name: 'team-pods-warn' }, binding('team-pods-warn', 'Warn', 'Audit')],
    ['ValidatingAdmissionPolicy', { labels, name: 'team-roles-deny' }, { failurePolicy: 'Fail' }],
    ['ValidatingAdmissionPolicyBinding', { labels, name: 'team-roles-deny' }, binding('team-roles-deny', 'Deny')],
  ]);
});

test('one policy of a set may be for other namespaces', () => {
  const { chart, policies } = set(false);
  policies.add({ what: 'kept', action: 'Audit', spec: () => ({}), reach: () => GuardrailReach.allBut(['kube-system']) });
  expect(Testing.synth(chart)[5].spec).toEqual({
    policyName: 'team-kept-audit',
    validationActions: ['Audit'],
    matchResources: { namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['kube-system'] }] } },
  });
});

test('what stands on disk is no manifest, and ends in what only files may end in', () => {
  const { chart, policies } = set(true);
  expect(Testing.synth(chart)).toEqual([]);
  const documents = yaml.parseAllDocuments(policies.toYaml()).map(document => document.toJS());
  expect(documents.map(({ kind, metadata }) => [kind, metadata.name, metadata.labels])).toEqual(['team-pods-warn', 'team-roles-deny'].flatMap(name => [
    ['ValidatingAdmissionPolicy', `${name}.static.k8s.io`, PART_OF], ['ValidatingAdmissionPolicyBinding', `${name}.static.k8s.io`, PART_OF],
  ]));
  expect(documents[1].spec).toEqual(binding('team-pods-warn.static.k8s.io', 'Warn', 'Audit'));
});
