import { execFileSync, spawn } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { Readable } from 'stream';
import { inputFiles, UnreadableInput } from '../../src/report/input-files';

let cwd: string;
beforeEach(() => { cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'input-')); });
afterEach(() => fs.rmSync(cwd, { recursive: true }));

function write(file: string, text: string | Buffer): void {
  fs.mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
  fs.writeFileSync(path.join(cwd, file), text);
}

async function read(inputs: string[], stdin: Iterable<string | Buffer> = []): Promise<{ texts: string[]; problems: string[] }> {
  const texts: string[] = [];
  const problems: string[] = [];
  for (const { file, isNamed, parts } of inputFiles(inputs, { cwd, stdin: Readable.from(stdin) }, problem => problems.push(problem))) {
    try {
      const text: string[] = [];
      for await (const part of parts) { text.push(part); }
      texts.push(`${file}${isNamed ? '!' : ''} ${text.join('')}`);
    } catch (error) {
      if (!(error instanceof UnreadableInput)) { throw error; }
      problems.push(error.message);
    }
  }
  return { texts, problems };
}

test('a folder gives its YAML and JSON, in the order of the names, and nothing hidden', async () => {
  ['k8s/b.yml', 'k8s/a.yaml', 'k8s/sub/c.json', 'k8s/B.YAML', 'k8s/notes.txt', 'k8s/.git/x.yaml', 'k8s/node_modules/x.yaml'].forEach(file => write(file, 'x'));
  expect(await read(['k8s'])).toEqual({ texts: ['k8s/B.YAML x', 'k8s/a.yaml x', 'k8s/b.yml x', 'k8s/sub/c.json x'], problems: [] });
});

test('a file is read whatever it is called, and once', async () => {
  write('manifests', 'x');
  write('a.yaml', 'y');
  expect(await read(['manifests', './manifests', 'a.yaml', '.'])).toEqual({ texts: ['manifests! x', 'a.yaml! y'], problems: [] });
});

test('what lies outside of the folder has its whole path', async () => {
  write('a.yaml', 'x');
  write('sub/b.yaml', 'y');
  const inside = cwd;
  cwd = path.join(inside, 'sub');
  const { texts } = await read(['../a.yaml', 'b.yaml']);
  cwd = inside;
  expect(texts).toEqual([`${inside}/a.yaml! x`, 'b.yaml! y']);
});

test('what is piped in is read to its end, characters cut in two with it', async () => {
  const bytes = Buffer.from('ä');
  expect(await read(['-'], ['x', bytes.subarray(0, 1), bytes.subarray(1)])).toEqual({ texts: ['stdin! xä'], problems: [] });
});

test('a byte order mark is no part of the text, and other encodings are refused', async () => {
  write('a.yaml', '\ufeffx');
  write('b.yaml', Buffer.from('ÿþ', 'latin1'));
  expect(await read(['a.yaml', 'b.yaml'])).toEqual({
    texts: ['a.yaml! x'], problems: ['b.yaml is no UTF-8: expected YAML or JSON in UTF-8; save it so'],
  });
});

test('what is not there is told', async () => {
  expect(await read(['k8s'])).toEqual({ texts: [], problems: ['input does not exist: got "k8s", expected a file, a folder, or -; correct the path'] });
});

test('a link to a file is read, one that leads nowhere is told, and one to a folder is not followed', async () => {
  write('real/a.yaml', 'x');
  fs.mkdirSync(path.join(cwd, 'k8s'));
  fs.symlinkSync(path.join(cwd, 'real/a.yaml'), path.join(cwd, 'k8s/link.yaml'));
  fs.symlinkSync(path.join(cwd, 'nowhere'), path.join(cwd, 'k8s/gone.yaml'));
  fs.symlinkSync(path.join(cwd, 'k8s'), path.join(cwd, 'k8s/circle'));
  fs.symlinkSync(path.join(cwd, 'k8s'), path.join(cwd, 'k8s/circle.yaml'));
  expect(await read(['k8s'])).toEqual({
    texts: ['k8s/link.yaml x'], problems: ['input does not exist: got "k8s/gone.yaml", expected a file, a folder, or -; correct the path'],
  });
});

test('a device is refused, since it need not end, and a pipe is read', async () => {
  execFileSync('mkfifo', [path.join(cwd, 'pipe')]);
  spawn('sh', ['-c', 'printf x > pipe'], { cwd });
  expect(await read(['pipe'])).toEqual({ texts: ['pipe! x'], problems: [] });
  expect(await read(['/dev/zero'])).toEqual({
    texts: [], problems: ['input is neither a file nor a folder: got "/dev/zero", expected a file, a folder, or -; pipe it in'],
  });
});

test('links that lead to each other are told by their names, and hide nothing beside them', async () => {
  write('k8s/a.yaml', 'x');
  fs.symlinkSync(path.join(cwd, 'k8s/two.yaml'), path.join(cwd, 'k8s/one.yaml'));
  fs.symlinkSync(path.join(cwd, 'k8s/one.yaml'), path.join(cwd, 'k8s/two.yaml'));
  const todo = 'cannot be opened (ELOOP): expected a file that can be read; give leave to read it';
  expect(await read(['k8s'])).toEqual({ texts: ['k8s/a.yaml x'], problems: [`k8s/one.yaml ${todo}`, `k8s/two.yaml ${todo}`] });
});

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('a file that can be opened and not be read is told', async () => {
  expect(await read(['/proc/self/mem'])).toEqual({
    texts: [], problems: ['/proc/self/mem cannot be opened (EIO): expected a file that can be read; give leave to read it'],
  });
});

test('what is piped in can fail too', async () => {
  const stdin = (function* (): Generator<string> {
    yield 'x';
    throw Object.assign(new Error('the words of the system'), { code: 'EISDIR' });
  })();
  expect(await read(['-'], stdin)).toEqual({ texts: [], problems: ['stdin cannot be opened (EISDIR): expected a file that can be read; give leave to read it'] });
});

test('a long file comes in parts', async () => {
  write('big.yaml', 'x'.repeat(300_000));
  const [{ parts }] = inputFiles(['big.yaml'], { cwd, stdin: Readable.from([]) }, () => undefined);
  const lengths: number[] = [];
  for await (const part of parts) { lengths.push(part.length); }
  expect(lengths).toEqual([65_536, 65_536, 65_536, 65_536, 37_856, 0]);
});

test('what a file is called cannot write into the terminal', async () => {
  write('a\u001b[2J.yaml', Buffer.from('ÿþ', 'latin1'));
  expect((await read(['.'])).problems).toEqual(['a\\u001b[2J.yaml is no UTF-8: expected YAML or JSON in UTF-8; save it so']);
});
