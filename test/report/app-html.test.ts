import { createHash } from 'crypto';
import { ApiObject } from 'cdk8s';
import * as fc from 'fast-check';
import { openService, program, reportOf } from './app-reports';
import { hostile } from './hostile';
import { elementsOf } from './page';
import { Severity } from '../../src/policy/rule';
import { FindingStatus } from '../../src/policy/verdict';
import { appHtml } from '../../src/report/app-html';
import type { AppReport } from '../../src/report/app-report';

const htmlOf = (report: AppReport) => [...appHtml(report)].join('');
const headings = (html: string) => elementsOf(html).filter(({ name }) => name === 'h2').map(({ text }) => text);

test('the page says everything, break-glass first', () => {
  const { app, shop } = program({}, [{ rule: 'cpu-limit-set', reason: 'bursts', expires: '2026-12-10', owner: 'team-a' }]);
  openService(shop);
  const report = { ...reportOf(app, [{ file: 'shop.k8s.yaml', sha256: 'ab'.repeat(32) }]), breakGlass: 'INC-1', commit: 'c'.repeat(40) };
  const html = htmlOf(report);
  const text = elementsOf(html).find(({ name }) => name === 'body')!.text;
  expect(headings(html)).toEqual(['Controls', 'Findings', 'Waivers', 'Who talks to whom', 'What manifests cannot prove', 'Rules', 'Files']);
  expect(text.indexOf('This synthesis passed in an emergency: INC-1')).toBeLessThan(text.indexOf('error'));
  expect(text).toContain('Kubernetes 1.36, with patches until 2027-06-28');
  expect(text).toContain('2026-11-30');
  expect(text).toContain('c'.repeat(40));
  expect(text).toContain('2026-12-10 (in 10 days)');
  expect(text).toContain('ab'.repeat(32));
  expect(text).toContain('node-port-unused');
});

test('nothing can be loaded and nothing can run, and the one style is the one that the policy knows', () => {
  const elements = elementsOf(htmlOf(reportOf(program().app)));
  const policy = elements.find(({ name, attributes }) => name === 'meta' && attributes[0][0] === 'http-equiv')!.attributes[1][1];
  const styles = elements.filter(({ name }) => name === 'style').map(({ text }) => createHash('sha256').update(text).digest('base64'));
  expect(policy).toBe(`default-src 'none'; style-src 'sha256-${styles[0]}'; base-uri 'none'; form-action 'none'`);
  expect(styles).toHaveLength(1);
  expect(elements.filter(({ name }) => /^(script|link|img|iframe|object|embed|base|form|input|a)$/.test(name))).toEqual([]);
  expect(elements.flatMap(({ attributes }) => attributes).filter(([name]) => /^(on|style$|src|href)/.test(name))).toEqual([]);
});

test('no name, reason or message becomes markup', () => {
  const { app, shop } = program();
  const report = reportOf(app);
  const known = (of: AppReport) => elementsOf(htmlOf(of)).map(({ name, attributes }) => `${name} ${attributes.map(String).join(' ')}`);
  const construct = new ApiObject(shop, 'other', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'other' } });
  const filled = (text: string): AppReport => ({
    ...report,
    breakGlass: text,
    assumptions: [text],
    files: [{ file: text, sha256: text }],
    rules: [{ ...report.rules[0], title: text }],
    controls: [{ framework: 'own', id: text, rules: [text], status: report.controls[0].status, evidence: [text], reason: text }],
    guardrails: [{
      name: text,
      onDisk: false,
      namespaces: [text],
      isAllBut: false,
      rules: [{ rule: text, policies: [text], action: 'Deny', spared: [text] }],
      operators: [{ rule: text, namespace: text, serviceAccount: text, reason: text }],
      deployers: [text],
    }],
    picture: {
      nodes: [{ name: text, namespace: text, resolvesNames: true }, { name: text }],
      flows: [{ from: 0, to: 1, ports: [text] }, { from: 1, to: 0, ports: [text] }],
    },
    commit: text,
    waivers: [{
      rule: text, reason: text, owner: text, construct: text, at: text, expires: text, objects: [{ kind: text, namespace: text, name: text }],
    }],
    findings: [{ rule: text, construct, message: text, severity: Severity.ERROR, status: FindingStatus.OPEN, object: text }],
    show: finding => ({ ...finding, construct: text, at: text, fingerprint: '' }),
  });
  const harmless = known(filled('harmless'));
  expect(harmless.length).toBeGreaterThan(60);
  fc.assert(fc.property(hostile, text => { expect(known(filled(text))).toEqual(harmless); }), { numRuns: 300 });
});

test('what is too long for a page is counted', () => {
  const report = reportOf(program().app);
  const files = Array.from({ length: 507 }, (_, i) => ({ file: `${i}.yaml`, sha256: '' }));
  const text = elementsOf(htmlOf({ ...report, files }))[0].text;
  expect(text).toContain('499.yaml');
  expect(text).not.toContain('500.yaml');
  expect(text).toContain('and 7 more, which stand in report.json');
});

test('an app without departures says so', () => {
  const text = elementsOf(htmlOf(reportOf(program().app)))[0].text;
  expect(text).toContain('None but what is waived.');
  expect(text).toContain('0 errors, 0 warnings');
});
