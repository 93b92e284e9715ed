'use strict';
// npm run bench -- [--json FILE] [--markdown FILE] [--runs N] [--quick] [--all]
// Every figure is compared within this one run: machines differ, ratios less so.
const { execFileSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const args = process.argv.slice(2);
const option = name => args.includes(name) ? args[args.indexOf(name) + 1] : undefined;
const runs = Number(option('--runs') ?? 3);
const quick = args.includes('--quick');

/** Longer than a measurement here ever took: cdk8s-plus in a thousand charts is quadratic. */
const SLOW = { stock: 1, plus: 1 };

const CASES = [1000, 10000].filter(n => !quick || n === 1000).flatMap(workloads => [1, workloads / 10].map(charts => ({ workloads, charts })));

function child(script, ...words) {
  const out = execFileSync(process.execPath, ['--expose-gc', path.join(__dirname, script), ...words.map(String)], { encoding: 'utf8', maxBuffer: 1 << 24 });
  return JSON.parse(out.trim().split('\n').pop());
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];

/** One round after the other, so that a machine which slows down slows all of them down. */
function measured(plan) {
  const all = plan.map(() => []);
  for (let round = 0; round < runs; round++) {
    plan.forEach((each, i) => {
      if (round >= timesOf(each)) { return; }
      all[i].push(child('measure.js', each.mode, each.workloads, each.charts));
      process.stderr.write(`round ${round + 1}: ${each.mode}, ${each.workloads} workloads, ${each.charts} chart(s): ${all[i].at(-1).total.toFixed(2)} s of CPU\n`);
    });
  }
  return plan.map((each, i) => {
    const figure = key => median(all[i].map(result => result[key]));
    return { ...each, runs: all[i].length, construct: figure('construct'), total: figure('total'), peakMb: figure('peakMb'), objects: all[i][0].objects, mb: all[i][0].mb };
  });
}

function isMeasured(mode, { workloads, charts }) {
  if (mode === 'mesh') { return charts === 1; }
  return mode !== 'plus' || workloads * charts < 1e7 || args.includes('--all');
}

function timesOf({ mode, workloads, charts }) {
  return workloads * charts > 1e6 ? SLOW[mode] ?? runs : runs;
}

function judged(results, imports) {
  const of = (mode, workloads, charts) => results.find(r => r.mode === mode && r.workloads === workloads && r.charts === charts);
  const most = quick ? 1000 : 10000;
  const [ours, stock, many, stockMany] = [of('hardened', most, 1), of('stock', most, 1), of('hardened', most, most / 10), of('stock', most, most / 10)];
  const rows = [
    [`CPU at ${most} workloads in one chart, of stock`, ours.total / stock.total, 0.5],
    [`CPU at ${most} workloads in ${most / 10} charts, of one chart`, many.total / ours.total, 1.2],
    [`peak memory at ${most} workloads in one chart, of stock`, ours.peakMb / stock.peakMb, 1.2],
    [`peak memory at ${most} workloads in ${most / 10} charts, of stock`, many.peakMb / stockMany.peakMb, 1.2],
    [`CPU at ${most} workloads in one chart with a mesh, of without`, of('mesh', most, 1).total / ours.total, 1.25],
    ['milliseconds to load beyond cdk8s', imports.ms, 60],
  ];
  if (!quick) { rows.push(['growth exponent from 1000 to 10000 workloads', Math.log10(ours.total / of('hardened', 1000, 1).total), 1.1]); }
  return rows.map(([what, value, budget]) => ({ what, value, budget, met: value <= budget }));
}

function versions() {
  const of = name => JSON.parse(fs.readFileSync(path.join(path.dirname(require.resolve(name)), '..', 'package.json'), 'utf8')).version;
  return { node: process.version, cdk8s: of('cdk8s'), 'cdk8s-plus-28': of('cdk8s-plus-28'), constructs: of('constructs'), cpus: os.cpus().length, model: os.cpus()[0].model };
}

function markdown(report) {
  const n = (value, digits = 2) => value.toFixed(digits);
  return [
    '| program | workloads | charts | objects | construct, s | with audit and writing, s | peak memory, MB | YAML, MB | runs |',
    '|---|---|---|---|---|---|---|---|---|',
    ...report.results.map(r => `| ${r.mode} | ${r.workloads} | ${r.charts} | ${r.objects} | ${n(r.construct)} | ${n(r.total)} | ${n(r.peakMb, 0)} | ${n(r.mb, 1)} | ${r.runs} |`),
    '',
    '| what | measured | budget | met |',
    '|---|---|---|---|',
    ...report.budgets.map(b => `| ${b.what} | ${n(b.value)} | ${b.budget} | ${b.met ? 'yes' : '**no**'} |`),
    '',
    `Medians of CPU time (user and system) of whole programs. ${Object.entries(report.versions).map(([k, v]) => `${k} ${v}`).join(', ')}.`,
  ].join('\n');
}

function page(report) {
  return `# Results

How to repeat: \`npm ci && npx projen compile && npm run bench -- --markdown bench/RESULTS.md\`, on a machine that does nothing else.

A workload is a Deployment with service account, Service, NetworkPolicy, disruption budget and autoscaler; ten of them stand in a namespace
with its quota, limit range, default deny and default service account. \`hardened\` is this library in a SecureApp, which also judges every
object; \`mesh\` is the same with all of it in a mesh of sidecars. \`stock\` writes the very same objects as raw ApiObjects, made before the clock starts. \`plus\` is the nearest that cdk8s-plus-28 has,
with fewer fields. Each figure is of a process of its own.

${markdown(report)}
`;
}

/** A mesh has the same flows, and is compared with the library without it. */
const modes = ['hardened', 'stock', 'plus', 'mesh'];
const plan = CASES.flatMap(each => modes.filter(mode => isMeasured(mode, each)).map(mode => ({ mode, ...each })));
const results = measured(plan);
const imports = { ms: median([...Array(9)].map(() => child('import.js').ms)) };
const report = { versions: versions(), results, imports, budgets: judged(results, imports) };
console.log(markdown(report));
if (option('--json')) { fs.writeFileSync(option('--json'), `${JSON.stringify(report, null, 2)}\n`); }
if (option('--markdown')) { fs.writeFileSync(option('--markdown'), page(report)); }
// The budgets are those of 10,000 workloads; a quick run only shows the figures.
process.exitCode = quick || report.budgets.every(budget => budget.met) ? 0 : 1;
