import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { finding } from './findings';
import { Baseline } from '../../src/report/baseline';
import { readBaseline, writeBaseline } from '../../src/report/baseline-file';

let cwd: string;
beforeEach(() => { cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-')); });
afterEach(() => fs.rmSync(cwd, { recursive: true }));

test('what was written is read, and written over', () => {
  writeBaseline(cwd, 'baseline.json', Baseline.of([finding()]));
  expect(readBaseline(cwd, 'baseline.json').take(finding())).toBe(true);
  writeBaseline(cwd, 'baseline.json', Baseline.of([]));
  expect(readBaseline(cwd, 'baseline.json').take(finding())).toBe(false);
});

test('no other file is written over', () => {
  fs.writeFileSync(path.join(cwd, 'web.yaml'), 'kind: Pod');
  expect(() => writeBaseline(cwd, 'web.yaml', ['x'])).toThrow(new Error(
    'baseline would be written over another file: got "web.yaml", expected a baseline, or a file that is not there; name another one',
  ));
  expect(fs.readFileSync(path.join(cwd, 'web.yaml'), 'utf8')).toBe('kind: Pod');
});

test('what cannot be read or written is told', () => {
  expect(() => readBaseline(cwd, 'none.json')).toThrow(new Error(
    'baseline cannot be read (ENOENT): got "none.json", expected a file that --write-baseline made; correct the path',
  ));
  expect(() => writeBaseline(cwd, 'none/b.json', ['x'])).toThrow(new Error(
    'baseline cannot be written (ENOENT): got "none/b.json", expected a file in a folder that exists; correct the path',
  ));
});

test('a file that is no baseline is named', () => {
  fs.writeFileSync(path.join(cwd, 'b.json'), '{}');
  expect(() => readBaseline(cwd, 'b.json')).toThrow(new Error(
    '"b.json": file is no baseline: expected JSON of version 1, as --write-baseline makes it; write it anew',
  ));
});
