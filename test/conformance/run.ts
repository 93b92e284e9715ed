import type { Outcome } from './report';
import { Report } from './report';
import type { Suite } from './suite';
import { SUITES } from './suites';

/*
 * npm run conformance [-- suite…]: real programs judge what the examples write. See README.md beside this file.
 */

interface Done {
  readonly suite: Suite;
  readonly report: Report;
  readonly seconds: number;
}

const seconds = (since: number) => (Date.now() - since) / 1000;
const total = (done: readonly Done[], outcome: Outcome) => done.reduce((sum, { report }) => sum + report.count(outcome), 0);

function chosen(names: readonly string[]): readonly Suite[] {
  const unknown = names.filter(name => !SUITES.some(suite => suite.name === name));
  if (unknown.length > 0) { throw new Error(`no such suite: got ${unknown.join(', ')}, expected ${SUITES.map(suite => suite.name).join(', ')}`); }
  return names.length === 0 ? SUITES : SUITES.filter(suite => names.includes(suite.name));
}

/** Makes every tool of the suite. What cannot be had is a skip, by name: on a developer's machine only. */
async function equip(suite: Suite, report: Report): Promise<boolean> {
  let complete = true;
  for (const tool of suite.tools) {
    const since = Date.now();
    try {
      await tool.make(line => report.step(line));
      if (seconds(since) > 1) { report.step(`${tool.name} is there after ${seconds(since).toFixed(0)} s`); }
    } catch (error) {
      complete = false;
      const why = `${tool.name} ${tool.version} cannot be had here: ${(error as Error).message}`;
      if (process.env.CI) { report.fail(`tool ${tool.name}`, why); } else { report.skip(`tool ${tool.name}`, why); }
    }
  }
  return complete;
}

async function judge(suite: Suite): Promise<Done> {
  const since = Date.now();
  const report = new Report(suite.name);
  console.log(`\n${suite.name}: ${suite.what}`);
  if (await equip(suite, report)) {
    try {
      await suite.run(report);
      if (report.verdicts.length === 0) { report.fail(suite.name, 'the suite put no case before its judge'); }
    } catch (error) {
      report.fail(`${suite.name} came to its end`, (error as Error).stack ?? String(error));
    }
  }
  return { suite, report, seconds: seconds(since) };
}

function table(done: readonly Done[]): string {
  const rows = [
    ['suite', 'passed', 'failed', 'skipped', 'seconds', 'judges'],
    ...done.map(({ suite, report, seconds: took }) => [
      suite.name, ...(['passed', 'failed', 'skipped'] as const).map(outcome => `${report.count(outcome)}`), took.toFixed(0),
      suite.tools.map(tool => `${tool.name} ${tool.version}`).join(', '),
    ]),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)));
  return rows.map(row => row.map((cell, column) => column === row.length - 1 ? cell : cell.padEnd(widths[column])).join('  ')).join('\n');
}

async function main(): Promise<void> {
  const done: Done[] = [];
  for (const suite of chosen(process.argv.slice(2))) { done.push(await judge(suite)); }

  const bad = done.flatMap(({ report }) => report.verdicts).filter(({ outcome }) => outcome !== 'passed');
  console.log(`\n${table(done)}\n`);
  bad.forEach(({ suite, name, outcome }) => console.log(`${outcome}: ${suite}: ${name}`));
  console.log(`${total(done, 'passed')} passed, ${total(done, 'failed')} failed, ${total(done, 'skipped')} skipped`);
  if (total(done, 'failed') > 0) { process.exitCode = 1; }
}

main().catch(error => {
  console.error((error as Error).message);
  process.exitCode = 2;
});
