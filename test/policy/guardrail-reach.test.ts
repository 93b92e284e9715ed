import { PodSecurityLevel } from '../../src/kube/pod-security-level';
import { GuardrailReach } from '../../src/policy/guardrail-reach';

const { BASELINE, RESTRICTED } = PodSecurityLevel;
const some = GuardrailReach.over([{ name: 'shop', level: RESTRICTED }, { name: 'data', level: BASELINE }, { name: 'agents', level: BASELINE }]);
const rest = GuardrailReach.allBut(['kube-system', 'calico-system']);

test('bindings select by the label that the API server sets', () => {
  const key = 'kubernetes.io/metadata.name';
  expect(some.selector).toEqual({ matchExpressions: [{ key, operator: 'In', values: ['agents', 'data', 'shop'] }] });
  expect(rest.selector).toEqual({ matchExpressions: [{ key, operator: 'NotIn', values: ['calico-system', 'kube-system'] }] });
});

test('named namespaces are taken, or all others', () => {
  expect(['shop', 'kube-system', 'else'].map(name => [some.takes(name), rest.takes(name)])).toEqual([[true, true], [false, false], [false, true]]);
  expect([some.text, rest.text]).toEqual(['one of shop, data, agents', 'any but kube-system, calico-system']);
});

test('a level is known of named namespaces alone', () => {
  expect(some.namesAt(level => level === BASELINE)).toEqual(['agents', 'data']);
  expect([some.isNamed, rest.isNamed]).toEqual([true, false]);
  expect(rest.namesAt(() => true)).toEqual([]);
});
