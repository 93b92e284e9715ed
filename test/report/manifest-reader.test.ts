import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { Readable } from 'stream';
import { readManifests } from '../../src/report/manifest-reader';

let cwd: string;
beforeEach(() => { cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'reader-')); });
afterEach(() => fs.rmSync(cwd, { recursive: true }));

async function read(stdin: string, inputs = ['-']): Promise<{ seen: string[]; problems: readonly string[]; passedOver: number }> {
  const seen: string[] = [];
  const reading = await readManifests(inputs, { cwd, stdin: Readable.from([stdin]) }, ({ apiVersion, kind, metadata }, { file, line }) => {
    seen.push(`${file}:${line} ${apiVersion} ${kind} ${metadata?.name}`);
  });
  return { seen, ...reading };
}
const pod = (name: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\n`;

test('each object of a stream is seen, with its file and line, and empty documents are nothing', async () => {
  expect(await read(`---\n# Source: a.yaml\n---\n${pod('a')}---\n${pod('b')}---\n`)).toEqual({
    seen: ['stdin:4 v1 Pod a', 'stdin:8 v1 Pod b'], problems: [], passedOver: 0,
  });
});

test('lists are unfolded, whatever stands in them', async () => {
  const list = [
    'apiVersion: v1', 'kind: List', 'items:', '- {apiVersion: v1, kind: Pod, metadata: {name: a}}',
    '- apiVersion: v1', '  kind: List', '  items:', '  - {apiVersion: v1, kind: Pod, metadata: {name: b}}', '- null', '- 5',
  ].join('\n');
  expect(await read(list)).toEqual({ seen: ['stdin:4 v1 Pod a', 'stdin:5 v1 Pod b'], problems: [], passedOver: 1 });
});

test('a list of one kind says the kind of its entries', async () => {
  const { seen } = await read('{"apiVersion": "apps/v1", "kind": "DeploymentList", "items": [{"metadata": {"name": "a"}}, {"kind": "Other", "metadata": {"name": "b"}}]}');
  expect(seen).toEqual(['stdin:1 apps/v1 Deployment a', 'stdin:1 apps/v1 Other b']);
});

test('an empty list is no document of somebody else', async () => {
  expect(await read('apiVersion: v1\nkind: List\nitems: []')).toEqual({ seen: [], problems: [], passedOver: 0 });
});

test('kinds that nobody knows are objects, and documents without apiVersion or kind are none', async () => {
  const text = ['apiVersion: example.com/v1\nkind: Widget', 'replicas: 3', 'apiVersion: v2\nname: chart', '- a', 'text', '5', 'apiVersion: 1\nkind: Pod'].join('\n---\n');
  expect(await read(text)).toEqual({ seen: ['stdin:1 example.com/v1 Widget undefined'], problems: [], passedOver: 6 });
});

test('a file that cannot be read is told, and the others are read all the same', async () => {
  fs.writeFileSync(path.join(cwd, 'a.yaml'), `${pod('a')}spec: [\n`);
  fs.writeFileSync(path.join(cwd, 'b.yaml'), pod('b'));
  expect(await read('', ['.'])).toEqual({
    seen: ['b.yaml:1 v1 Pod b'],
    problems: ['a.yaml:5:1 cannot be read, since the indentation is wrong: expected YAML or JSON; mend it'],
    passedOver: 0,
  });
});

test('what is no YAML is passed over in a folder only where no object can be in it', async () => {
  fs.writeFileSync(path.join(cwd, 'tsconfig.json'), '// a comment\n{ "a": 1 }');
  fs.writeFileSync(path.join(cwd, 'template.yaml'), '{{- if .Values.x }}\napiVersion: v1\n{{- end }}');
  const template = 'template.yaml:1:3 cannot be read, since a key is no text: expected YAML or JSON;'
    + ' render the template first: helm template … | npx cdk8s-hardened audit -';
  expect(await read('', ['.'])).toEqual({ seen: [], problems: [template], passedOver: 1 });
  expect((await read('', ['tsconfig.json'])).problems.length).toBe(1);
});

test('what stands behind a broken document is read and told as well', async () => {
  const todo = 'cannot be read, since a bracket, a quote or a comma is missing: expected YAML or JSON; mend it';
  expect(await read(`a: "x\n---\n${pod('a')}---\nb: "x`)).toEqual({
    seen: ['stdin:3 v1 Pod a'], problems: [`stdin:2:1 ${todo}`, `stdin:7:6 ${todo}`], passedOver: 0,
  });
});

test('a word that is written with escapes hides no object', async () => {
  fs.writeFileSync(path.join(cwd, 'a.yaml'), '{"api\\x56ersion": v1, "kind": Pod');
  expect((await read('', ['.'])).problems.length).toBe(1);
});

test('a list of many megabytes is read entry by entry, whatever its kind', async () => {
  const entry = (i: number) => `- metadata: {name: p${i}}\n  note: ${'x'.repeat(1000)}\n`;
  const { seen, problems } = await read(`apiVersion: v1\nkind: PodList\nitems:\n${Array.from({ length: 6000 }, (_, i) => entry(i)).join('')}metadata: {}\n`);
  expect(problems).toEqual([]);
  expect(seen.length).toBe(6000);
  expect(seen[5999]).toBe('stdin:12002 v1 Pod p5999');
});

test('an object of many megabytes is refused, and the other files are read all the same', async () => {
  fs.writeFileSync(path.join(cwd, 'a.yaml'), `${pod('a')}note: ${'x'.repeat(6_000_000)}\n`);
  fs.writeFileSync(path.join(cwd, 'b.yaml'), pod('b'));
  expect(await read('', ['.'])).toEqual({
    seen: ['b.yaml:1 v1 Pod b'], problems: ['a.yaml:1:1 cannot be read, since one object is longer than 5 MB: expected YAML or JSON; mend it'], passedOver: 0,
  });
});

test('a fault of the program itself is no problem of the input', async () => {
  const reading = readManifests(['-'], { cwd, stdin: Readable.from([pod('a')]) }, () => { throw new TypeError('a fault'); });
  await expect(reading).rejects.toThrow(new TypeError('a fault'));
});
