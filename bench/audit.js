'use strict';
// node bench/audit.js [WORKLOADS]: what it takes to judge the same files by the rules of this library, by kube-linter and by checkov: in
// a synthesis, which has the objects already, and as whole programs.
// The scanners are those that `npm run conformance -- scanners` builds.
const { spawnSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const program = require('./programs/hardened.js');

const ROOT = path.join(__dirname, '..');
const CACHE = path.join(ROOT, '.cache', 'conformance');

/** A program of the conformance suites, by the tool and the place in it. */
function built(tool, file) {
  const folder = fs.existsSync(CACHE) ? fs.readdirSync(CACHE).find(name => new RegExp(`^${tool}-[0-9a-f]{16}$`).test(name)) : undefined;
  if (!folder) { throw new Error(`${tool} is not built: expected a folder of it in .cache/conformance; run npm run conformance -- scanners`); }
  return path.join(CACHE, folder, file);
}

/** CPU time of a whole program, user and system, in seconds. What it says goes nowhere; findings are no failure. */
function cpu(command, args) {
  const said = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>/dev/null', 'bash', command, ...args], { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  const [user, system] = said.stderr.trim().split('\n').pop().split(' ').map(Number);
  if (!(said.status <= 1) || !(user + system > 0)) { throw new Error(`${command} ended with ${said.status}: ${said.stderr.slice(0, 500)}`); }
  return user + system;
}

exports.compared = workloads => {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-bench-'));
  try {
    // kube-linter passes over files of more than 10 MB without a word.
    program.construct({ workloads, charts: Math.ceil(workloads / 1000), outdir }).synth();
    const files = fs.readdirSync(outdir).filter(name => name.endsWith('.yaml')).map(name => path.join(outdir, name));
    const nothing = path.join(outdir, 'none.yaml');
    fs.writeFileSync(nothing, 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: b}\n');
    const tools = {
      'cdk8s-hardened audit': [process.execPath, each => [path.join(ROOT, 'lib', 'report', 'cli.js'), 'audit', ...each]],
      'kube-linter': [built('kube-linter', 'kube-linter'), each => ['lint', ...each]],
      checkov: [built('checkov', 'bin/python'), each => ['-m', 'checkov.main', ...each.flatMap(file => ['--file', file]), '--framework', 'kubernetes', '--compact', '--skip-download', '--quiet']],
    };
    const { seconds } = JSON.parse(spawnSync(process.execPath, [path.join(__dirname, 'rules.js'), ...files], { encoding: 'utf8' }).stdout);
    return [{ name: 'the rules, as in a synthesis', start: 0, total: seconds }, ...Object.entries(tools).map(([name, [command, args]]) => ({ name, start: cpu(command, args([nothing])), total: cpu(command, args(files)) }))];
  } finally {
    fs.rmSync(outdir, { recursive: true });
  }
};

if (require.main === module) {
  const workloads = Number(process.argv[2] ?? 1000);
  for (const { name, start, total } of exports.compared(workloads)) {
    console.log(`${name}: ${total.toFixed(2)} s for ${workloads} workloads, ${start.toFixed(2)} s of it to start`);
  }
}
