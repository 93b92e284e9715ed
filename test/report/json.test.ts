import { finding } from './findings';
import { Severity } from '../../src/policy/rule';
import { json } from '../../src/report/json';
import { fingerprint, Status } from '../../src/report/reported-finding';

const report = (findings = [finding()]) => JSON.parse([...json({ kubernetesVersion: '1.36', objects: 4, rules: [], findings })].join(''));

test('each finding has all that is known of it', () => {
  expect(report().findings).toEqual([{
    rule: 'privileged-off',
    severity: 'error',
    status: 'open',
    object: { apiVersion: 'apps/v1', kind: 'DaemonSet', namespace: 'shop', name: 'agent' },
    container: 'main',
    field: 'spec.template.spec.containers[0].securityContext.privileged',
    problem: 'container is privileged',
    fix: 'remove securityContext.privileged: true',
    why: finding().rule.why,
    file: 'k8s/agent.yaml',
    line: 3,
    waiverAnnotation: 'waiver.cdk8s-hardened/privileged-off.main',
    fingerprint: fingerprint(finding()),
  }]);
});

test('the summary counts what is open, known and waived', () => {
  const warning = finding({ severity: Severity.WARNING });
  const findings = [finding(), finding(), warning, finding({ status: Status.KNOWN }), finding({ status: Status.WAIVED, waiver: 'since it must' })];
  const { version, kubernetesVersion, summary, findings: listed } = report(findings);
  expect({ version, kubernetesVersion, summary }).toEqual({
    version: 1, kubernetesVersion: '1.36', summary: { objects: 4, errors: 2, warnings: 1, known: 1, waived: 1 },
  });
  expect(listed[4].waiver).toBe('since it must');
});

test('a clean report is whole', () => {
  expect(report([])).toEqual({ version: 1, kubernetesVersion: '1.36', summary: { objects: 4, errors: 0, warnings: 0, known: 0, waived: 0 }, findings: [] });
});
