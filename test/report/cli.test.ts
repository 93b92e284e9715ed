import { spawn } from 'child_process';
import * as path from 'path';
import { AUDIT_USAGE, USAGE } from '../../src/report/audit-options';

const ROOT = path.join(__dirname, '..', '..');

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(args: string[], stdin = '', isReaderGone = false): Promise<Run> {
  const child = spawn(process.execPath, ['-r', 'ts-node/register/transpile-only', 'src/report/cli.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, TS_NODE_PROJECT: path.join(ROOT, 'tsconfig.dev.json'), TS_NODE_COMPILER_OPTIONS: JSON.stringify({ rootDir: ROOT }) },
  });
  const text = { out: '', err: '' };
  child.stdout.on('data', chunk => { text.out += chunk; });
  child.stderr.on('data', chunk => { text.err += chunk; });
  if (isReaderGone) { child.stdout.destroy(); }
  child.stdin.end(stdin);
  return new Promise(done => { child.on('close', code => done({ code, ...text })); });
}

const pods = (count: number) => Array.from({ length: count }, (_, i) => (
  `apiVersion: v1\nkind: Pod\nmetadata: {name: p${i}, namespace: shop}\nspec: {hostPID: true, containers: [{name: main}]}\n`
)).join('---\n');

jest.setTimeout(120_000);

test('help says what there is', async () => {
  expect(await Promise.all([run(['--help']), run(['audit', '--help'])])).toEqual([
    { code: 0, out: USAGE, err: '' }, { code: 0, out: AUDIT_USAGE, err: '' },
  ]);
});

test('no command, or one that does not exist, is told with code 2', async () => {
  expect(await Promise.all([run([]), run(['adit', 'k8s'])])).toEqual([
    { code: 2, out: '', err: USAGE },
    { code: 2, out: '', err: 'command is unknown: got "adit", expected audit; see npx cdk8s-hardened --help\n' },
  ]);
});

test('what is piped in is judged, and the code is that of the command, also where nobody reads to the end', async () => {
  const [whole, gone] = await Promise.all([run(['audit', '-'], pods(1)), run(['audit', '-'], pods(300), true)]);
  expect(whole).toMatchObject({ code: 1, err: '' });
  expect(whole.out).toContain('error     host-pid-off');
  expect(gone).toEqual({ code: 1, out: '', err: '' });
});
