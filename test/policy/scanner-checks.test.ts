import { CHECKS_OF_RULES } from '../../src/policy/scanner-checks';
import { CONTAINER_RULES } from '../../src/policy/waivable-rules';

test('every rule about a container that can be waived tells the scanners', () => {
  expect(Object.keys(CHECKS_OF_RULES).sort()).toEqual(Object.values(CONTAINER_RULES).sort());
});

const FORMS: { readonly [scanner: string]: RegExp } = {
  checkov: /^CKV2?_K8S_\d+$/, kubeLinter: /^[a-z]+(-[a-z]+)*$/, kubeScore: /^[a-z]+(-[a-z]+)*$/, polaris: /^[a-z]+([A-Z][a-z]+)*$/,
};

test.each(Object.entries(CHECKS_OF_RULES))('the checks of %s are written as each scanner writes its own', (_, checks) => {
  const all = Object.entries(checks).flatMap(([scanner, ids]) => (ids as string[]).map(id => [scanner, id]));
  expect(all.filter(([scanner, id]) => !FORMS[scanner].test(id))).toEqual([]);
});
