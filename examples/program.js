'use strict';
// How the library is compiled, and how the examples are run.
const { spawnSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const yaml = require('yaml');

const ROOT = path.join(__dirname, '..');

/** Runs a program of Node. Fails with all that it said, so that nobody has to search for the cause. */
function node(file, args, options) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [file, ...args], { encoding: 'utf8', ...options });
  if (error) { throw error; }
  if (status !== 0) { throw new Error(`${path.basename(file)} ${args.join(' ')} failed:\n${stdout}${stderr}`); }
}

/** Whether the library was compiled since the last change: the examples load it by its name, as a user's program does. */
function isCompiled() {
  const made = ['.jsii', 'lib/index.js', 'tsconfig.json'].map(file => path.join(ROOT, file));
  if (!made.every(file => fs.existsSync(file))) { return false; }
  const compiled = fs.statSync(made[0]).mtimeMs;
  return fs.readdirSync(path.join(ROOT, 'src'), { recursive: true }).every(file => fs.statSync(path.join(ROOT, 'src', file)).mtimeMs <= compiled);
}

function compile() {
  const env = { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1' };
  node(require.resolve('jsii/bin/jsii'), ['--silence-warnings=reserved-word'], { cwd: ROOT, env });
}

/** The examples, by the names of their directories. */
function topics() {
  return fs.readdirSync(__dirname).filter(name => fs.existsSync(path.join(__dirname, name, 'main.ts'))).sort();
}

/** Files for nodes below a folder, by their paths, each with its mode; undefined where there are none. */
function nodesIn(folder) {
  if (!fs.existsSync(folder)) { return undefined; }
  const files = fs.readdirSync(folder, { recursive: true }).filter(name => fs.statSync(path.join(folder, name)).isFile()).sort();
  return yaml.stringify(Object.fromEntries(files.map(name => {
    const file = path.join(folder, name);
    return [name, { mode: `0${(fs.statSync(file).mode % 0o1000).toString(8)}`, text: fs.readFileSync(file, 'utf8') }];
  })), { lineWidth: 0, blockQuote: 'literal' });
}

/** What an example writes: every chart, in the order of the files' names, and the files for nodes. */
function outputOf(topic) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-'));
  const outdir = path.join(directory, 'dist');
  try {
    const env = { ...process.env, CDK8S_OUTDIR: outdir };
    node(require.resolve('ts-node/dist/bin'), ['--transpileOnly', 'main.ts'], { cwd: path.join(__dirname, topic), env });
    const files = fs.readdirSync(outdir).filter(file => file.endsWith('.yaml')).sort();
    const manifests = files.map(file => fs.readFileSync(path.join(outdir, file), 'utf8')).join('---\n');
    return { manifests, nodes: nodesIn(path.join(directory, 'hardened.out', 'nodes')) };
  } finally {
    fs.rmSync(directory, { recursive: true });
  }
}

module.exports = { compile, isCompiled, node, nodesIn, outputOf, topics };
