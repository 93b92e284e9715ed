import { binding, configMap, documents, policy, validations } from './policies';
import { AdmissionPolicies, ruleIdOf } from '../../src/policy/loaded-policies';

const SMALL = policy('small', { validations: validations('size(object.data) < 2') });
const load = (...objects: unknown[]) => AdmissionPolicies.load(documents(...objects), 36);

test('policies stand in the order of their names, each with its bindings', () => {
  const loaded = load(binding('small', { name: 'b' }), policy('a', { validations: validations('true') }), SMALL, binding('small', { name: 'c' }));
  expect(loaded.policies.map(({ program, bindings }) => [program.spec.name, ...bindings.map(({ spec }) => spec.name)])).toEqual([['a'], ['small', 'b', 'c']]);
});

test('a waiver can name a policy, or each of its validations where it has several', () => {
  const two = policy('two', { validations: [...validations('true'), ...validations('true')] });
  const loaded = load(two, SMALL);
  expect(loaded.ruleIds).toEqual(['small', 'two', 'two-0', 'two-1']);
  expect(loaded.policies.map(each => [ruleIdOf(each), ruleIdOf(each, 0)])).toEqual([['small', 'small'], ['two', 'two-0']]);
});

test('a name that is no id of a rule, or that of another, becomes one of its own', () => {
  const named = (name: string) => policy(name, { validations: validations('true') });
  expect(load(named('a.example.com'), named('7-pods'), named('privileged-off'), named('own')).ruleIds).toEqual([
    'policy-7-pods', 'a-example-com', 'own', 'policy-privileged-off',
  ]);
  expect(AdmissionPolicies.load(documents(named('own')), 36, ['own']).ruleIds).toEqual(['policy-own']);
  expect(load(named('a.b'), named('a-b')).ruleIds).toEqual(['a-b', 'policy-a-b']);
});

test('a binding of a policy that is not there is known as such', () => {
  expect(load(SMALL, binding('small'), binding('other')).unbound.map(({ name }) => name)).toEqual(['other']);
});

test('lists are unfolded, and what is neither policy nor binding is kept for its own sake', () => {
  const loaded = load({ apiVersion: 'v1', kind: 'List', items: [SMALL, configMap('limits')] }, null, 'text', { some: 'values' });
  expect(loaded.policies.length).toBe(1);
  expect(loaded.others).toEqual([configMap('limits')]);
});

test('both versions are read that clusters serve, and no other', () => {
  const of = (apiVersion: string) => () => load({ ...SMALL, apiVersion });
  expect(of('admissionregistration.k8s.io/v1beta1')().policies.length).toBe(1);
  expect(of('admissionregistration.k8s.io/v1alpha1')).toThrow(
    'version of a ValidatingAdmissionPolicy in policies.yaml: got "admissionregistration.k8s.io/v1alpha1", expected admissionregistration.k8s.io/v1 or '
      + 'admissionregistration.k8s.io/v1beta1; write it for one of these',
  );
});

test('a name stands for one policy', () => {
  expect(() => load(SMALL, SMALL)).toThrow(
    'ValidatingAdmissionPolicy "small" in policies.yaml stands there twice: got "small", expected a name of its own; rename one, or name each file once',
  );
});

test('an expression that the API server would refuse shows where', () => {
  const wrong = policy('wrong', { validations: [...validations('true'), ...validations('object.spec.hostNetwork')] });
  expect(() => AdmissionPolicies.load([{ json: wrong, file: 'a.yaml', line: 7 }], 36)).toThrow([
    'ValidatingAdmissionPolicy "wrong" in a.yaml, line 7: spec.validations[1].expression cannot be taken: expression has another type: got dyn, expected bool'
      + ' at line 1, column 12:',
    '  object.spec.hostNetwork',
    '             ^',
  ].join('\n'));
});

test('everything that is wrong with the shape is told at once', () => {
  expect(() => load(policy('a', {}), binding('a', { validationActions: [] }))).toThrow(/"a" in policies.yaml: spec.validations: [^]*"a" in policies.yaml: spec.validationActions: /);
});
