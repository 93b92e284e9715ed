import { openService, program, reportOf } from './app-reports';
import { elementsOf } from './page';
import { findingsSection } from '../../src/report/html-findings';

test('a finding says what, where and what to do; those without a leave are counted, and the rest stands among the waivers', () => {
  const { app, shop } = program({}, [{ rule: 'read-only-root-filesystem', reason: 'it writes' }]);
  openService(shop);
  const report = reportOf(app);
  const rows = (of: typeof report) => elementsOf(`<!DOCTYPE html><body>${findingsSection(of)}</body>`).filter(({ name }) => name === 'tr');
  expect(rows(report).slice(1).map(({ text }) => text)).toEqual([
    expect.stringContaining('warningnode-port-unusedService shop/open, chart/shop/openService shop/open: service opens a port on every node; set '),
    expect.stringContaining('warningservice-selects-podsService shop/open, chart/shop/openService shop/open: '),
  ]);
  const findings = Array.from({ length: 600 }, () => report.findings[0]);
  expect(rows({ ...report, findings }).length).toBe(501);
  expect(String(findingsSection({ ...report, findings }))).toContain('and 100 more, which stand in report.json');
});
