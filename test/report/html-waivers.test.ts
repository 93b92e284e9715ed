import { program, reportOf } from './app-reports';
import { elementsOf } from './page';
import { waiversSection } from '../../src/report/html-waivers';

const report = reportOf(program().app);
const rowsOf = (waivers: typeof report.waivers) => (
  elementsOf(`<!DOCTYPE html><body>${waiversSection({ ...report, waivers })}</body>`).filter(({ name }) => name === 'tr').slice(1).map(({ text }) => text)
);

test('what ends first stands first, with the days that are left', () => {
  const objects = Array.from({ length: 12 }, (_, i) => ({ kind: 'Deployment', namespace: 'shop', name: `w${i}` }));
  expect(rowsOf([
    { rule: 'a', reason: 'for ever', construct: '', objects: [], isUsed: false },
    { rule: 'b', reason: 'soon', construct: 'shop/web', at: 'main.ts:3', container: 'web', owner: 'me', expires: '2026-12-01', objects, isUsed: true },
    { rule: 'c', reason: 'late', from: 'team.json', expires: '2026-11-20', objects: [] },
  ])).toEqual([
    'cteam.jsonlate2026-11-20 (10 days ago)',
    `b, webshop/web, main.ts:3soonme2026-12-01 (in 1 day)yes${objects.slice(0, 10).map(({ name }) => `Deployment shop/${name}`).join(', ')}, and 2 more`,
    'aappfor everno endno',
  ]);
});

test('without any it says so', () => {
  expect(String(waiversSection({ ...report, waivers: [] }))).toContain('None.');
});
