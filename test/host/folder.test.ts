import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { saveFolder } from '../../src/host/folder';

let directory: string;
beforeEach(() => { directory = fs.mkdtempSync(path.join(os.tmpdir(), 'folder-')); });
afterEach(() => { fs.rmSync(directory, { recursive: true }); });

const isFile = (name: string) => fs.statSync(path.join(directory, name)).isFile();
const all = () => (fs.readdirSync(directory, { recursive: true }) as string[]).filter(isFile).sort();
const files = (entries: Record<string, [string, number]>) => new Map(Object.entries(entries).map(([name, [text, mode]]) => [name, { text, mode }]));

test('files are written with their modes, whatever the mask of the process', () => {
  const mask = process.umask(0o077);
  try {
    saveFolder(path.join(directory, 'nodes'), files({ 'a/b': ['x', 0o644], 'c': ['y', 0o400] }));
  } finally {
    process.umask(mask);
  }
  expect(all()).toEqual(['nodes/a/b', 'nodes/c']);
  expect(fs.readFileSync(path.join(directory, 'nodes/a/b'), 'utf8')).toBe('x');
  expect(['a/b', 'c'].map(name => fs.statSync(path.join(directory, 'nodes', name)).mode % 0o1000)).toEqual([0o644, 0o400]);
});

test('nothing is left of an earlier folder, nor of one that was broken off', () => {
  fs.mkdirSync(path.join(directory, 'nodes.next'));
  fs.writeFileSync(path.join(directory, 'nodes.next/half'), '');
  fs.mkdirSync(path.join(directory, 'nodes.last'));
  saveFolder(path.join(directory, 'nodes'), files({ old: ['x', 0o600], same: ['x', 0o600] }));
  saveFolder(path.join(directory, 'nodes'), files({ same: ['y', 0o600] }));
  expect(fs.readdirSync(directory)).toEqual(['nodes']);
  expect(all()).toEqual(['nodes/same']);
  expect(fs.readFileSync(path.join(directory, 'nodes/same'), 'utf8')).toBe('y');
});

test('without files there is no folder', () => {
  saveFolder(path.join(directory, 'nodes'), files({ a: ['x', 0o600] }));
  saveFolder(path.join(directory, 'nodes'), files({}));
  saveFolder(path.join(directory, 'nodes'), files({}));
  expect(fs.readdirSync(directory)).toEqual([]);
});

test('a long text is written in parts, in their order', () => {
  function* parts() {
    for (let i = 0; i < 3_000; i++) { yield `${i} ${'é'.repeat(60)}\n`; }
  }
  saveFolder(path.join(directory, 'report'), new Map([['a', { text: parts(), mode: 0o644 }], ['b', { text: [], mode: 0o644 }]]));
  expect(fs.readFileSync(path.join(directory, 'report/a'), 'utf8')).toBe([...parts()].join(''));
  expect(fs.readFileSync(path.join(directory, 'report/b'), 'utf8')).toBe('');
});
