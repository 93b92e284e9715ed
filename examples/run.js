'use strict';
// npm run example: synthesizes Online Boutique with cdk8s-cli, as a user would, and says what the YAML holds. Fails if anything is amiss.
const fs = require('fs');
const path = require('path');
const yaml = require('yaml');
const { guarantees } = require('./guarantees');
const { ROOT, compile, node } = require('./program');

const TOPIC = '02-online-boutique';
const WIDTH = 120;
const directory = path.join(__dirname, TOPIC);
const shown = file => path.relative(process.cwd(), file) || '.';

/** Whether the library was never compiled, or something in it was changed since. */
function isStale() {
  const made = ['.jsii', 'tsconfig.json', 'lib/index.js'].map(file => path.join(ROOT, file));
  if (!made.every(file => fs.existsSync(file))) { return true; }
  const compiled = fs.statSync(made[0]).mtimeMs;
  return fs.readdirSync(path.join(ROOT, 'src'), { recursive: true }).some(file => fs.statSync(path.join(ROOT, 'src', file)).mtimeMs > compiled);
}

function synthesize() {
  const outdir = path.join(directory, 'dist');
  fs.rmSync(outdir, { recursive: true, force: true });
  const cli = path.join(path.dirname(require.resolve('cdk8s-cli/package.json')), 'bin', 'cdk8s');
  node(cli, ['synth'], { cwd: directory, env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' } });
  const files = fs.readdirSync(outdir).filter(file => file.endsWith('.yaml')).sort().map(file => path.join(outdir, file));
  const objects = files.flatMap(file => yaml.parseAllDocuments(fs.readFileSync(file, 'utf8'))).map(document => document.toJS()).filter(Boolean);
  if (objects.length === 0) { throw new Error(`cdk8s synth wrote no object into ${outdir}`); }
  return { files, objects };
}

/** Words in lines of one width, each below the first. */
function wrapped(words, indent) {
  const lines = [''];
  for (const word of words) {
    const line = lines[lines.length - 1];
    if (line && indent + line.length + 1 + word.length > WIDTH) { lines.push(word); } else { lines[lines.length - 1] = line ? `${line} ${word}` : word; }
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}

const commas = words => words.map((word, i) => i < words.length - 1 ? `${word},` : word);

function kinds(objects) {
  const count = new Map();
  objects.forEach(({ kind }) => count.set(kind, (count.get(kind) ?? 0) + 1));
  return commas([...count].sort(([, a], [, b]) => b - a).map(([kind, times]) => `${times} ${kind}`));
}

function report({ files, objects }) {
  const { workloads, rows, net, waivers, holds } = guarantees(objects);
  const say = (...lines) => console.log(lines.join('\n'));
  const score = ({ met, all, waived }) => `${met} of ${all}${waived > 0 ? `, ${waived} waived` : ''}`;
  const possible = workloads.length * (workloads.length - 1);
  const callers = [...new Set(net.calls.map(({ from }) => from))].sort();
  const callees = from => commas(net.calls.filter(flow => flow.from === from).map(({ to, port }) => `${to}:${port}`).sort());
  const column = Math.max(...callers.map(name => name.length));

  say(`Online Boutique, from ${shown(path.join(directory, 'main.ts'))}`, '');
  say('What was made', `  ${wrapped([`${objects.length} objects:`, ...kinds(objects)], 2)}`, '');
  say('What they guarantee (counted in the YAML, not taken from the program)');
  rows.forEach(row => say(`  ${row.met + row.waived < row.all ? 'NO ' : 'yes'}  ${score(row).padEnd(18)} ${row.unit} ${row.what}`));
  say('', `Who may call whom: ${net.calls.length} of ${possible} possible calls between workloads are open, each at both ends; the others are closed`);
  callers.forEach(from => say(`  ${from.padEnd(column)}  > ${wrapped(callees(from), column + 6)}`));
  net.halves.forEach(({ from, to, port }) => say(`  NO: ${from} > ${to}:${port} is open at one end only`));
  say(`  from outside:  ${commas(net.arriving.map(({ from, to, port }) => `${from} > ${to}:${port}`)).join(' ') || 'nobody'}`);
  say(`  to outside:    ${commas(net.leaving.map(({ from, to, port }) => `${from} > ${to}:${port}`)).join(' ') || 'nothing'}; the cluster's DNS for the ${net.resolving.length} that call by name`);
  say('', `Departures, with the reason in the manifest: ${waivers.length || 'none'}`);
  waivers.forEach(({ at, rule, reason }) => say(`  ${wrapped(`${at}, ${rule}: ${reason}`.split(' '), 2)}`));
  say('', 'What no manifest can promise, and the cluster must bring');
  const secrets = objects.flatMap(({ kind, spec }) => kind === 'Ingress' ? spec.tls ?? [] : []).map(({ secretName, hosts }) => `the Secret ${secretName} for ${hosts.join(', ')}`);
  const classes = objects.filter(({ kind }) => kind === 'Ingress').map(({ spec }) => `an ingress controller of class ${spec.ingressClassName}`);
  say(`  ${wrapped(['a network plugin that enforces NetworkPolicies', ...classes, ...secrets].join('; ').split(' '), 2)}`, '');
  say('Where it is', ...files.map(file => `  ${shown(file)}`), '');
  say('What next');
  say(`  See it refuse:   set RELEASE in ${shown(path.join(directory, 'main.ts'))} to 'latest', and run this again`);
  say(`  Write your own:  begin with ${shown(path.join(__dirname, '01-quickstart', 'main.ts'))}; README.md explains the rest`);
  say(`  Run it:          kubectl apply -f ${shown(files[0])}`);
  if (!holds) { throw new Error('not everything holds that the example is to show: see the lines with NO'); }
}

try {
  if (isStale()) {
    console.log('Compiling the library first, once.\n');
    compile();
  }
  report(synthesize());
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
