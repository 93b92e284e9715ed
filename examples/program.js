'use strict';
// How the examples are compiled and run.
const { spawnSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const ROOT = path.join(__dirname, '..');

/** Runs a program of Node and returns what it said; fails with all of it, so that nobody has to search for the cause. */
function node(file, args, options) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [file, ...args], { encoding: 'utf8', ...options });
  if (error) { throw error; }
  if (status !== 0) { throw new Error(`${path.basename(file)} ${args.join(' ')} failed:\n${stdout}${stderr}`); }
  return stdout;
}

/** Compiles the library, since the examples load it by its name as a user's program does. */
function compile() {
  const env = { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1' };
  node(require.resolve('jsii/bin/jsii'), ['--silence-warnings=reserved-word'], { cwd: ROOT, env });
}

/** The examples, by the names of their directories. */
function topics() {
  return fs.readdirSync(__dirname).filter(name => fs.existsSync(path.join(__dirname, name, 'main.ts'))).sort();
}

/** What an example writes: every chart, in the order of the files' names. */
function manifestsOf(topic) {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-'));
  try {
    node(require.resolve('ts-node/dist/bin'), ['--transpileOnly', 'main.ts'], { cwd: path.join(__dirname, topic), env: { ...process.env, CDK8S_OUTDIR: outdir } });
    return joined(outdir);
  } finally {
    fs.rmSync(outdir, { recursive: true });
  }
}

/** The YAML files of a directory as one. */
function joined(outdir) {
  return fs.readdirSync(outdir).filter(file => file.endsWith('.yaml')).sort().map(file => fs.readFileSync(path.join(outdir, file), 'utf8')).join('---\n');
}

module.exports = { ROOT, compile, joined, manifestsOf, node, topics };
