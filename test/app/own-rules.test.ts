import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { ApiObject, Chart, Testing } from 'cdk8s';
import { SecureApp } from '../../src/app/secure-app';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';
import { AdmissionGuardrails } from '../../src/namespace/admission-guardrails';
import { SecureNamespace } from '../../src/namespace/secure-namespace';
import type { AuditSettings } from '../../src/policy/audit-settings';
import { CustomRule, RuleElement } from '../../src/policy/custom-rule';
import { binding, policy, validations } from '../policy/policies';

const RULE: CustomRule = {
  id: 'data-is-small',
  on: RuleElement.OBJECT,
  kinds: ['ConfigMap'],
  expression: 'size(object.data) < 2',
  message: 'map holds too much; split it',
};

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'own-rules-'));
const file = path.join(folder, 'policies.json');
fs.writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [policy('small', { validations: validations('size(object.data) < 2') }), binding('small')] }));
afterAll(() => fs.rmSync(folder, { recursive: true }));

function found(settings: AuditSettings): string[] {
  const app = new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36, ...settings });
  const chart = new Chart(app, 'chart');
  new ApiObject(chart, 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'map', namespace: 'shop' }, data: { a: '1', b: '2' } } as any);
  return app.audit().map(({ rule, status, message }) => `${status} ${rule}: ${message}`).filter(line => /data-is-small|small|waiver/.test(line));
}

test('a rule of the app judges, and can be waived', () => {
  expect(found({ rules: [RULE] })).toEqual(['open data-is-small: ConfigMap shop/map: map holds too much; split it (data)']);
  expect(found({ rules: [RULE], waivers: [{ rule: 'data-is-small', reason: 'it is old' }] })).toEqual([
    'waived data-is-small: ConfigMap shop/map: map holds too much; split it (data)',
  ]);
});

test('a rule of the app is enforced where the guardrails name it, and by itself where it ends a synthesis', () => {
  const image: CustomRule = {
    id: 'image-from-our-registry',
    on: RuleElement.CONTAINER,
    expression: 'container.image.startsWith("registry.example.com/")',
    message: 'image comes from elsewhere; copy it to registry.example.com',
  };
  const messages = (rules?: string[]) => {
    const app = new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36, rules: [image] });
    const chart = new Chart(app, 'chart');
    new SecureNamespace(chart, 'shop');
    new AdmissionGuardrails(chart, 'guardrails', { rules });
    return Testing.synth(chart).filter(({ kind }) => kind === 'ValidatingAdmissionPolicy').flatMap(({ spec }) => spec.validations.map((each: any) => each.message));
  };
  const expected = 'image-from-our-registry: image comes from elsewhere; copy it to registry.example.com';
  expect([...new Set(messages(['image-from-our-registry']))]).toEqual([expected]);
  expect(messages()).toContain(expected);
  expect(messages(['privileged-off'])).not.toContain(expected);
});

test('images of others come from the trusted registries too', () => {
  const rulesFor = (trustedRegistries: string[]) => {
    const app = new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36, trustedRegistries });
    new ApiObject(new Chart(app, 'chart'), 'pod', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', namespace: 'shop' }, spec: { containers: [{ name: 'main', image: 'ghcr.io/acme/web:1' }] } } as any);
    return app.audit().map(({ rule }) => rule).filter(rule => rule === 'image-registry-trusted');
  };
  expect(rulesFor(['registry.example.com'])).toEqual(['image-registry-trusted']);
  expect(rulesFor(['ghcr.io/acme'])).toEqual([]);
  expect(rulesFor([])).toEqual([]);
});

test('a policy in a file judges, and can be waived', () => {
  expect(found({ admissionPolicies: [file] })).toEqual(['open small: ConfigMap shop/map: so it must be (data)']);
  expect(found({ admissionPolicies: [file], waivers: [{ rule: 'small', reason: 'it is old' }] })).toEqual(['waived small: ConfigMap shop/map: so it must be (data)']);
});

test('what is wrong is told when the app is made', () => {
  const made = (settings: AuditSettings) => () => new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36, ...settings });
  expect(made({ rules: [{ ...RULE, expression: 'object.' }] })).toThrow(/^expression of rule "data-is-small" cannot be taken: /);
  expect(made({ admissionPolicies: ['missing.yaml'] })).toThrow(
    'file of admission policies does not exist: got "missing.yaml", expected a YAML file; correct admissionPolicies',
  );
});
