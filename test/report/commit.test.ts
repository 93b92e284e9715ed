import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { commitOf } from '../../src/report/commit';

const [A, B, C] = ['a', 'b', 'c'].map(digit => digit.repeat(40));
let root: string;

beforeEach(() => { root = fs.mkdtempSync(path.join(os.tmpdir(), 'commit-')); });
afterEach(() => fs.rmSync(root, { recursive: true }));

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
}

const at = (folder: string, environment = {}) => commitOf(path.join(root, folder), environment);

test('a system that builds knows it best', () => {
  write({ '.git/HEAD': `${A}\n` });
  expect(at('', { CI_COMMIT_SHA: B })).toBe(B);
  expect(at('', { GITHUB_SHA: C, CI_COMMIT_SHA: B })).toBe(C);
  expect(at('', { GITHUB_SHA: 'refs/heads/main', GIT_COMMIT: `${B}\n` })).toBe(A);
});

test.each([
  ['a commit by itself', { '.git/HEAD': `${A}\n` }],
  ['a branch', { '.git/HEAD': 'ref: refs/heads/feature/x\n', '.git/refs/heads/feature/x': `${A}\n`, '.git/packed-refs': `${B} refs/heads/feature/x\n` }],
  ['a packed branch', { '.git/HEAD': 'ref: refs/heads/x\n', '.git/packed-refs': `# pack-refs\n${B} refs/heads/ax\n${A} refs/heads/x\n^${C}\n` }],
  ['a worktree', { '.git': 'gitdir: ./main/worktrees/w\n', 'main/worktrees/w/HEAD': 'ref: refs/heads/x', 'main/worktrees/w/commondir': '../..\n', 'main/refs/heads/x': A }],
  ['a commit of another length', { '.git/HEAD': 'a'.repeat(64) }],
])('it is read from %s, also in a folder below', (_, files) => {
  write(files);
  fs.mkdirSync(path.join(root, 'deep/folder'), { recursive: true });
  expect(at('deep/folder')).toMatch(/^a{40,64}$/);
});

test.each([
  ['no repository', {}],
  ['a branch without a commit', { '.git/HEAD': 'ref: refs/heads/x\n' }],
  ['a branch outside of the repository', { '.git/HEAD': 'ref: refs/../../other\n', 'other': A }],
  ['something else', { '.git/HEAD': 'hello', '.git/refs/heads/x': A }],
  ['a file that names no folder', { '.git': 'hello' }],
])('where there is %s it is unknown', (_, files) => {
  write(files);
  expect(at('')).toBe(undefined);
});
