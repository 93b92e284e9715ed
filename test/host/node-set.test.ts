import { CheckedFile } from '../../src/host/node-file';
import { NodeSet } from '../../src/host/node-set';

const file = (path: string, changes: Partial<CheckedFile> = {}): CheckedFile => ({ path, content: 'x', mode: '0600', owner: 'root:root', ...changes });

test('files, units and documents are sorted, so that the order of the program makes no difference', () => {
  const set = new NodeSet();
  for (const path of ['/etc/b', '/etc/a', '/etc/B']) { set.add(file(path)); }
  for (const unit of ['b.service', 'a.service', 'b.service']) { set.enable(unit); }
  for (const name of ['b.md', 'a.md', 'c.md']) { set.describe(name, name); }
  expect(set.files.map(({ path }) => path)).toEqual(['/etc/B', '/etc/a', '/etc/b']);
  expect(set.units).toEqual(['a.service', 'b.service']);
  expect(set.documents).toEqual([['a.md', 'a.md'], ['b.md', 'b.md'], ['c.md', 'c.md']]);
});

test('the same file twice is one', () => {
  const set = new NodeSet();
  set.add(file('/etc/a'));
  set.add(file('/etc/a'));
  expect(set.files).toEqual([file('/etc/a')]);
});

test.each(['content', 'mode', 'owner'])('two files of one path with another %s are refused', part => {
  const set = new NodeSet();
  set.add(file('/etc/a'));
  expect(() => set.add(file('/etc/a', { [part]: 'y' }))).toThrow(`two files are /etc/a, with another ${part} each: expected one file; choose another path, or leave one of them out`);
});

test.each([['/etc/a', '/etc/a/b'], ['/etc/a/b', '/etc/a']])('%s and %s cannot both be files', (first, second) => {
  const set = new NodeSet();
  set.add(file(first));
  expect(() => set.add(file(second))).toThrow(`a file stands where another one needs a directory: got ["${second}","${first}"], expected one of them; choose another path`);
  set.add(file('/etc/ab'));
  expect(set.files.map(({ path }) => path)).toEqual([first, '/etc/ab']);
});

test('two documents of one name are refused unless they are the same', () => {
  const set = new NodeSet();
  set.describe('a.md', 'x');
  set.describe('a.md', 'x');
  expect(() => set.describe('a.md', 'y')).toThrow('two documents have one name: got "a.md", expected a name for each; make them in bundles of two roles');
});

test('a set takes everything of another one, with the same checks', () => {
  const [set, other] = [new NodeSet(), new NodeSet()];
  other.add(file('/etc/a'));
  other.enable('a.service');
  other.describe('a.md', 'x');
  set.addAll(other);
  expect([set.files, set.units, set.documents]).toEqual([[file('/etc/a')], ['a.service'], [['a.md', 'x']]]);
  const third = new NodeSet();
  third.add(file('/etc/a', { content: 'y' }));
  expect(() => set.addAll(third)).toThrow('two files are /etc/a, with another content each');
});

test('files from Secrets stand beside the others, by path, and no path has both', () => {
  const secret = (path: string, changes = {}) => ({ path, secretName: 'a', secretKey: 'b', mode: '0600', owner: 'root:root', ...changes });
  const set = new NodeSet();
  for (const path of ['/etc/d', '/etc/c', '/etc/c']) { set.refer(secret(path)); }
  expect(set.secretFiles.map(({ path }) => path)).toEqual(['/etc/c', '/etc/d']);
  expect(() => set.refer(secret('/etc/c', { secretName: 'z' }))).toThrow('two files are /etc/c, with another secretName each');
  expect(() => set.add(file('/etc/c'))).toThrow('a file has its content here, and comes from a Secret too: got "/etc/c", expected one of both; leave one of them out');
  expect(() => set.add(file('/etc/c/x'))).toThrow('a file stands where another one needs a directory');
  set.add(file('/etc/a'));
  expect(() => set.refer(secret('/etc/a'))).toThrow('a file has its content here, and comes from a Secret too');
  const all = new NodeSet();
  all.addAll(set);
  expect(all.secretFiles).toEqual(set.secretFiles);
});
