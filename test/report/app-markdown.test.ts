import { openService, program, reportOf } from './app-reports';
import { appMarkdown } from '../../src/report/app-markdown';
import { ALL_FRAMEWORKS } from '../../src/report/control-entries';
import { statusCounts } from '../../src/report/control-status';

const linesOf = (text: string, start: string) => text.split('\n').filter(line => line.startsWith(start));

test('a clean app has a line, and what no manifest proves', () => {
  const { commit: _, ...report } = reportOf(program().app);
  const counts = (framework: string) => statusCounts(report.controls.filter(entry => entry.framework === framework));
  expect(appMarkdown(report)).toBe([
    '# Security of these manifests',
    `**0 errors, 0 warnings** in ${report.objects} objects, by ${report.rules.length} rules, for Kubernetes 1.36, as of 2026-11-30.`,
    '## Controls',
    ['| controls of | status |', '|---|---|',
      ...[...ALL_FRAMEWORKS].filter(([key]) => key !== 'own').map(([key, name]) => `| ${name.replace('&', '&amp;')} | ${counts(key)} |`)].join('\n'),
    'Each with its evidence: `report.html`.',
    `## What manifests cannot prove\n\n${report.assumptions.map(each => `- ${each}`).join('\n')}`,
    `Files with their digests, all rules, and what policies of the cluster let depart: \`report.json\`. cdk8s-hardened ${report.library}.\n`,
  ].join('\n\n'));
});

test('what counts stands first, with what to do; what is waived stands among the waivers, those that end first before the others', () => {
  const { app, shop } = program({ waivers: [{ rule: 'host-pid-off', reason: 'nobody needs it', owner: 'shop', expires: '2027-06-30' }] }, [
    { rule: 'read-only-root-filesystem', reason: 'it writes | much', ticket: 'SHOP-1', expires: '2027-03-01' }, { rule: 'privileged-off', reason: 'it is not' },
  ]);
  openService(shop);
  const text = appMarkdown(reportOf(app));
  expect(linesOf(text, '**')[0]).toMatch(/^\*\*0 errors, 4 warnings, 1 waived\*\* in /);
  expect(linesOf(text, '| warning').map(line => line.split(' | ').slice(1, 3))).toEqual([
    ['node-port-unused', 'chart/shop/open'], ['service-selects-pods', 'chart/shop/open'], ['waiver-used', ''],
    ['waiver-used', expect.stringMatching(/^chart\/shop\/web, test\/report\/app-reports\.ts:\d+$/)],
  ]);
  expect(text).toContain('| warning | node-port-unused | chart/shop/open | Service shop/open: service opens a port on every node; set type: ClusterIP, ');
  const rows = text.slice(text.indexOf('## Waivers'), text.indexOf('## Controls')).split('\n').filter(line => line.startsWith('| ')).slice(1);
  expect(rows.map(row => row.split(/(?<!\\) \| /).map(cell => cell.replace(/^\| | \|$/g, '')))).toEqual([
    ['read-only-root-filesystem, web', expect.any(String), 'it writes \\| much', '', 'SHOP-1', '', '2027-03-01', 'yes'],
    ['host-pid-off', 'app', 'nobody needs it', 'shop', '', '', '2027-06-30', 'no'],
    ['privileged-off', expect.any(String), 'it is not', '', '', '', '', 'no'],
  ]);
});

test('who talks to whom is a picture, or a number where it would be too long', () => {
  const report = reportOf(program().app);
  const picture = { nodes: [{ name: 'web', namespace: 'shop' }, { name: 'the internet' }], flows: [{ from: 0, to: 1, ports: ['TCP 443'] }] };
  const text = appMarkdown({ ...report, picture, commit: 'ab' });
  expect(text).toContain('\n\n## Who talks to whom\n\n```mermaid\nflowchart LR\n  n0["shop/web"]\n  n1(["the internet"])\n  n0 -->|"TCP 443"| n1\n```\n');
  expect(text).toContain(', as of 2026-11-30, at commit ab.');
  const flows = Array.from({ length: 1000 }, () => picture.flows[0]);
  expect(appMarkdown({ ...report, picture: { ...picture, flows } })).toContain('\n\n1000 flows are too many for a picture here; `report.html` has them.\n');
});

test('an emergency and a version without patches are told', () => {
  const report = reportOf(program().app);
  const text = appMarkdown({ ...report, commit: undefined, breakGlass: 'INC-1 it is down', endOfLife: '2026-06-28' });
  expect(text).toContain('\n> **This synthesis passed in an emergency:** INC-1 it is down\n');
  expect(text).toContain('as of 2026-11-30. **Kubernetes 1.36 has had no patches since 2026-06-28.**\n');
});

test('an error that is lifted stands before warnings, and what is known behind them', () => {
  const { app, shop } = program();
  openService(shop);
  const report = reportOf(app);
  const [one] = report.findings;
  const findings = [{ ...one, status: 'known', severity: 'error' }, one, { ...one, status: 'lifted', severity: 'error' }] as any;
  expect(linesOf(appMarkdown({ ...report, findings }), '| ').slice(1, 4).map(line => line.split(' | ')[0])).toEqual(['| lifted error', '| warning', '| known error']);
});

test('no text of the program is markup, mentions anybody, or has lines of its own', () => {
  const { app } = program({ waivers: [{ rule: 'host-pid-off', reason: 'a\n# b <img src=x> @team [c](d) `e` &lt; *f*' }] });
  const text = appMarkdown(reportOf(app));
  expect(text).toContain('| a \\# b \\<img src=x\\> @\u200bteam \\[c\\](d) \\`e\\` &amp;lt; \\*f\\* |');
});

test('it fits a comment however much is found, and says how much more there is', () => {
  const long = 'x '.repeat(2_000);
  const { app, shop } = program({ waivers: [{ rule: 'host-pid-off', reason: long }] });
  openService(shop);
  const report = reportOf(app);
  const [finding] = report.findings;
  const findings = Array.from({ length: 5_000 }, () => ({ ...finding, message: long }));
  const waivers = Array.from({ length: 5_000 }, () => report.waivers[0]);
  let shown = 0;
  const show = (each: typeof finding) => {
    shown++;
    return report.show(each);
  };
  const text = appMarkdown({ ...report, findings, waivers, show });
  expect(text.length).toBeLessThan(65_536);
  const more = [...text.matchAll(/\nand (\d+) more\n/g)].map(([, count]) => Number(count));
  expect(more.length).toBe(2);
  expect(linesOf(text, '| warning').length + more[0]).toBe(5_000);
  expect(shown).toBe(linesOf(text, '| warning').length + 1);
});
