import { program, reportOf } from './app-reports';
import { elementsOf } from './page';
import { controlsSection, rulesSection } from '../../src/report/html-controls';
import type { Markup } from '../../src/report/markup';

const report = reportOf(program().app);
const page = (part: Markup) => elementsOf(`<!DOCTYPE html><body>${part}</body>`);

test('frameworks that people audit by stand open, and those of scanners are closed', () => {
  const parts = page(controlsSection(report)).filter(({ name }) => name === 'details');
  expect(parts.map(({ text, attributes }) => [text.split(':')[0], attributes.length])).toEqual([
    ['Pod Security Standards', 1], ['CIS Kubernetes Benchmark', 1], ['NSA and CISA Kubernetes Hardening Guide', 1], ['MITRE ATT&CK', 1],
    ['checkov', 0], ['kube-linter', 0], ['kube-score', 0], ['Kubescape', 0], ['kubesec', 0], ['Polaris', 0], ['trivy', 0],
  ]);
});

test('a control has its status and evidence', () => {
  const rows = page(controlsSection(report)).filter(({ name }) => name === 'tr').map(({ text }) => text);
  expect(rows).toContain('5.2.7met by manifestpod-run-as-non-root, pod-security-restricted, run-as-non-rootDeployment shop/web, Namespace shop');
  expect(rows).toContain('4.2.1not assesseda setting of the kubelet, not of an app');
  expect(rows.length).toBe(report.controls.length + 11);
});

test('a rule has its title, and how much more evidence there is', () => {
  const assessments = new Map([...report.assessments, ['privileged-off', { ...report.assessments.get('privileged-off')!, total: 5 }]]);
  const rows = page(rulesSection({ ...report, assessments })).filter(({ name }) => name === 'tr').map(({ text }) => text);
  expect(rows.find(text => text.startsWith('privileged-off'))).toMatch(/^privileged-offerror.+met by manifestDeployment shop\/web and 4 more$/);
  expect(rows.length).toBe(report.rules.length + 1);
});

test('nothing is a share', () => {
  expect(page(controlsSection(report))[0].text).not.toContain('%');
});
