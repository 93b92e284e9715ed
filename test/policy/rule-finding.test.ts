import { Chart, Testing } from 'cdk8s';
import { Rule, Severity } from '../../src/policy/rule';
import { ruleFinding } from '../../src/policy/rule-finding';

const RULE = { id: 'privileged-off', message: 'container is privileged; set securityContext.privileged: false', severity: Severity.ERROR } as Rule;
const chart = new Chart(Testing.app(), 'chart');
const JSON_ = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'shop' } };

test('says what, where, why it is so and what to do', () => {
  expect(ruleFinding(chart, JSON_, { rule: RULE, field: 'spec.x', container: 'web' })).toEqual({
    rule: 'privileged-off',
    construct: chart,
    message: 'Deployment shop/web, container "web": container is privileged; set securityContext.privileged: false (spec.x)',
    object: 'Deployment shop/web',
    severity: Severity.ERROR,
    field: 'spec.x',
    container: 'web',
  });
});

test('an object of the cluster has no namespace', () => {
  expect(ruleFinding(chart, { kind: 'ClusterRole', metadata: { name: 'admin' } }, { rule: RULE }).object).toBe('ClusterRole admin');
});

test('a manifest of another shape is told as such', () => {
  expect(ruleFinding(chart, JSON_, { rule: RULE, fault: 'no such key: a' }).message).toBe(
    'Deployment shop/web: cannot be judged, since the manifest has another shape than Kubernetes takes: no such key: a; set securityContext.privileged: false');
});

test.each([
  ['text is no quantity: got "hunter2"', 'text is no quantity: got <text of 7 characters>'],
  ['"a" is not "b \\" c"', '<text of 1 character> is not <text of 6 characters>'],
  ['no such key: a', 'no such key: a'],
])('what stands in the manifest is not told: %s', (fault, shown) => {
  expect(ruleFinding(chart, JSON_, { rule: RULE, fault }).message).toContain(`than Kubernetes takes: ${shown}; set `);
});
