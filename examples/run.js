'use strict';
// npm run example: synthesizes Online Boutique with cdk8s-cli, as a user would, and says what the YAML holds. Fails if anything is amiss.
const fs = require('fs');
const path = require('path');
const yaml = require('yaml');
const { guarantees } = require('./guarantees');
const { compile, isCompiled, node } = require('./program');

const WIDTH = 120;
const directory = path.join(__dirname, '02-online-boutique');
const shown = file => path.relative(process.cwd(), file) || '.';

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

/** Words in lines of one width, those after the first indented. */
function wrapped(words, indent = 2) {
  const lines = [''];
  for (const word of words) {
    const line = lines[lines.length - 1];
    const isFull = line && indent + line.length + 1 + word.length > WIDTH;
    if (isFull) { lines.push(word); } else { lines[lines.length - 1] = line ? `${line} ${word}` : word; }
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}

const listed = words => words.map((word, i) => i < words.length - 1 ? `${word},` : word);
const arrow = ({ from, to, port }) => `${from} > ${to}:${port}`;

function sayWhatWasMade(objects) {
  const count = new Map();
  objects.forEach(({ kind }) => count.set(kind, (count.get(kind) ?? 0) + 1));
  const kinds = [...count].sort(([, a], [, b]) => b - a).map(([kind, times]) => `${times} ${kind}`);
  console.log(`What was made\n  ${wrapped([`${objects.length} objects:`, ...listed(kinds)])}\n`);
}

function sayGuarantees({ rows }) {
  console.log('What they guarantee (counted in the YAML, not taken from the program)');
  const score = ({ met, all, waived }) => `${met} of ${all}${waived > 0 ? `, ${waived} waived` : ''}`;
  const column = Math.max(...rows.map(row => score(row).length));
  rows.forEach(row => console.log(`  ${row.met + row.waived < row.all ? 'NO ' : 'yes'}  ${score(row).padEnd(column)}   ${row.unit} ${row.what}`));
}

function sayCalls({ workloads, net }) {
  const possible = workloads.length * (workloads.length - 1);
  const callers = [...new Set(net.open.map(({ from }) => from))].sort();
  const column = Math.max(...callers.map(name => name.length));
  console.log(`\nWho may call whom: ${net.open.length} of ${possible} possible calls between workloads are open, at both ends, and no other`);
  for (const caller of callers) {
    const callees = net.open.filter(({ from }) => from === caller).map(({ to, port }) => `${to}:${port}`).sort();
    console.log(`  ${caller.padEnd(column)} > ${wrapped(listed(callees), column + 5)}`);
  }
  net.halves.forEach(flow => console.log(`  NO: ${arrow(flow)} is open at one end only`));
  console.log(`  From outside: ${net.arriving.map(arrow).join(', ') || 'nobody'}`);
  console.log(`  To outside: ${net.leaving.map(arrow).join(', ') || 'nothing'}; the cluster's DNS for the ${net.resolving.length} that call by name`);
}

function sayDepartures({ waivers }) {
  console.log(`\nDepartures, with the reason in the manifest: ${waivers.length || 'none'}`);
  waivers.forEach(({ at, rule, reason }) => console.log(`  ${wrapped(`${at}, ${rule}: ${reason}`.split(' '))}`));
}

function sayWhatIsLeft(objects) {
  const needs = objects.filter(({ kind }) => kind === 'Ingress').flatMap(({ spec, metadata }) => [
    `an ingress controller of class ${spec.ingressClassName}`,
    ...(spec.tls ?? []).map(({ secretName, hosts }) => `the Secret ${secretName} in ${metadata.namespace}, for ${hosts.join(', ')}`),
  ]);
  const all = ['a network plugin that enforces NetworkPolicies', ...needs].join('; ');
  console.log(`\nWhat manifests cannot bring, and the cluster must have\n  ${wrapped(all.split(' '))}`);
}

function sayWhereAndWhatNext(files) {
  const report = path.join(directory, 'hardened.out', 'report', 'report.html');
  console.log(`\nWhere it is\n  ${[...files, report].map(shown).join('\n  ')}\n\nWhat next`);
  console.log(`  See it refuse:   set RELEASE in ${shown(path.join(directory, 'main.ts'))} to 'latest', and run this again`);
  console.log(`  Write your own:  begin with ${shown(path.join(__dirname, '01-quickstart', 'main.ts'))}; README.md explains the rest`);
  console.log(`  Run it:          kubectl apply -f ${shown(files[0])}`);
}

try {
  if (!isCompiled()) {
    console.log('Compiling the library first.\n');
    compile();
  }
  const { files, objects } = synthesize();
  const found = guarantees(objects);
  console.log(`Online Boutique, from ${shown(path.join(directory, 'main.ts'))}\n`);
  sayWhatWasMade(objects);
  sayGuarantees(found);
  sayCalls(found);
  sayDepartures(found);
  sayWhatIsLeft(objects);
  sayWhereAndWhatNext(files);
  if (!found.holds) { throw new Error('not everything holds that this example is to show: see the lines with NO'); }
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
