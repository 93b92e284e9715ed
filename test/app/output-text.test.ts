import { createHash } from 'crypto';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { OutputText } from '../../src/app/output-text';

test.each<[string, string[]]>([
  ['no document', []],
  ['an empty line', ['\n']],
  ['one', ['a: 1\n']],
  ['several', ['a: 1\n', '\n', 'b: é💥\n']],
  ['more than one chunk', Array.from({ length: 300 }, (_, i) => `k${i}: ${'é'.repeat(1_000)}\n`)],
])('%s: the text and the file are the documents with lines between them', (_, documents) => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'text-')), 'file');
  const text = new OutputText();
  documents.forEach(document => text.add(document));
  text.save(file);
  expect(fs.readFileSync(file, 'utf8')).toBe(documents.join('---\n'));
  expect(text.toString()).toBe(documents.join('---\n'));
  expect(text.digest()).toBe(createHash('sha256').update(documents.join('---\n')).digest('hex'));
  fs.rmSync(path.dirname(file), { recursive: true });
});

test('an older and longer file is replaced', () => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'text-')), 'file');
  fs.writeFileSync(file, 'old and long');
  const text = new OutputText();
  text.add('new\n');
  text.save(file);
  expect(fs.readFileSync(file, 'utf8')).toBe('new\n');
  fs.rmSync(path.dirname(file), { recursive: true });
});
