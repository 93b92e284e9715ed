import { CATALOG } from '../../src/policy/catalog';
import { rulesOfPods, shapesOf } from '../../src/policy/guardrails';
import { Severity } from '../../src/policy/rule';

test('where nothing is asked for, every rule about pods is enforced that ends a synthesis', () => {
  const rules = rulesOfPods(undefined);
  expect(rules).toEqual(CATALOG.filter(({ on, severity }) => on !== 'object' && severity === Severity.ERROR));
  expect(rules.length).toBeGreaterThan(20);
});

test('rules are asked for by id, each once and in their order', () => {
  expect(rulesOfPods(['privileged-off', 'host-pid-off', 'privileged-off']).map(({ id }) => id)).toEqual(['host-pid-off', 'privileged-off']);
});

test('only shapes that a rule is about have a policy', () => {
  expect(shapesOf(rulesOfPods(['host-pid-off'])).map(({ name }) => name)).toEqual(['templates', 'cronjobs', 'pods']);
});
