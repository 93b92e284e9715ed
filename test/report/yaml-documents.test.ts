import { Part } from '../../src/report/document-pieces';
import { InputFault } from '../../src/report/input-fault';
import { YamlDocument, YamlDocuments } from '../../src/report/yaml-documents';

const read = (text: string, line = 1): YamlDocument => new YamlDocuments().read({ text, line, part: Part.WHOLE });
const value = (text: string) => read(text).json;

function faultOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof InputFault) { return `${error.line}:${error.column} ${error.reason}`; }
    throw error;
  }
  return 'none';
}
const fault = (text: string, line?: number) => faultOf(() => read(text, line));

test('a document is read, with the line of its content in the whole text', () => {
  expect(read('# about a\na: 1\n', 7)).toEqual({ json: { a: 1 }, line: 8, itemLines: [] });
  expect(read('---\r\nc: 3\r\nd: |\r\n  x\r\n  y\r\n', 7)).toEqual({ json: { c: 3, d: 'x\ny\n' }, line: 8, itemLines: [] });
  expect(read('--- {d: 4}\n')).toEqual({ json: { d: 4 }, line: 1, itemLines: [] });
});

test('a document of comments alone is nothing', () => {
  expect(value('---\n# Source: shop/templates/none.yaml\n')).toBe(null);
  expect(value('')).toBe(null);
});

test('values are read as Kubernetes reads them', () => {
  expect(value('a: yes\nb: Off\nc: 0644\nd: 1:30\ne: 2001-01-01\nf: !!binary aGk=\ng: ~\nh: 0x1F\n1: x')).toEqual(
    { a: true, b: false, c: 420, d: '1:30', e: '2001-01-01', f: 'aGk=', g: null, h: 31, 1: 'x' },
  );
});

test('of two equal keys the last counts', () => {
  expect(value('a: 1\na: 2')).toEqual({ a: 2 });
  expect(value('{"a": 1, "a": 2}')).toEqual({ a: 2 });
});

test('aliases and merges are filled in', () => {
  expect(value('x: &x {p: 1, q: 2}\ny: *x\nz: {<<: *x, q: 3}')).toEqual({ x: { p: 1, q: 2 }, y: { p: 1, q: 2 }, z: { p: 1, q: 3 } });
});

test('the entries of a list have their lines', () => {
  expect(read('kind: List\nitems:\n- a: 1\n  b: 2\n- a: 3').itemLines).toEqual([3, 5]);
});

test('JSON is read as JSON, and what only looks like it as YAML', () => {
  expect(read('\n\n{"a": {"__proto__": 1}, "b": "yes"}')).toEqual({ json: { a: JSON.parse('{"__proto__": 1}'), b: 'yes' }, line: 3, itemLines: [] });
  expect(read('---\n{"a": "\u2028"}')).toEqual({ json: { a: '\u2028' }, line: 2, itemLines: [] });
  expect(value('{a: 1}')).toEqual({ a: 1 });
});

test('broken text is told with its place in the whole text', () => {
  expect(fault('b: [1, 2\nc: 3\n', 3)).toBe('4:1 the indentation is wrong');
  expect(fault('a:\n\t- b')).toBe('2:1 tabs indent it');
  expect(fault('a: "x')).toBe('1:6 a bracket, a quote or a comma is missing');
  expect(fault('a: {{ .Values.x }}')).toBe('1:5 a key is no text');
  expect(fault('{"a": }}')).toBe('1:8 something stands where nothing can be');
});

test('what is no letter is refused with its place', () => {
  expect(fault('a: 1\nb: x\u0000y', 10)).toBe('11:5 a control character stands in it');
  expect(fault('a: "\u001b[2J"')).toBe('1:5 a control character stands in it');
  expect(fault('a: 1\n\ufeffb: 2')).toBe('2:1 a control character stands in it');
});

test.each(['\r', '\u0085', '\u2028', '\u2029'])('an end of a line that other parsers see, and this one does not, is refused: %j', end => {
  expect(fault(`a: 1\n# comment${end}privileged: true\n`)).toBe('2:10 a line ends in a way that parsers do not agree on');
});

test('an alias that stands for itself is refused', () => {
  expect(fault('a: &a {b: *a}')).toBe('1:1 an alias stands inside of what it names');
  expect(fault('a: &a [1, *a]', 3)).toBe('3:1 an alias stands inside of what it names');
  expect(fault('a: *b')).toBe('1:1 an alias or a merge names what is not there');
  expect(fault('a: *b\nc: &b 1')).toBe('1:1 an alias names no anchor before it');
});

test.each([
  ['aliases', (before: string) => `[${Array(9).fill(`*${before}`).join(', ')}]`],
  ['merges', (before: string) => `{<<: [${Array(9).fill(`*${before}`).join(', ')}]}`],
])('a few lines of %s that stand for more than any memory holds are refused at once', (_, next) => {
  const names = [...'abcdefghij'];
  const lines = names.map((name, i) => `${name}: &${name} ${i === 0 ? '{x: 1}' : next(names[i - 1])}`);
  expect(fault(lines.join('\n'))).toBe('1:1 its aliases make too much of it');
});

test('what is nested without end is refused, as YAML and as JSON', () => {
  const deep = (count: number) => `${'['.repeat(count)}${']'.repeat(count)}`;
  expect(fault(deep(150))).toBe('none');
  expect(fault(deep(300))).toBe('1:1 it is nested too deeply');
  expect(fault(deep(50_000))).toMatch(/it is nested too deeply$/);
  expect(fault(`{"a": ${deep(5000)}}`)).toBe('1:1 it is nested too deeply');
  expect(fault(`a: &a ${'{b: '.repeat(300)}1${'}'.repeat(300)}`)).toBe('1:1 it is nested too deeply');
});

test('a merge of what is no map is refused', () => {
  expect(fault('a: &a 1\nb: {<<: *a}')).toBe('1:1 an alias or a merge names what is not there');
});

test('an anchor is an anchor wherever it stands', () => {
  expect(fault('- &a [1, *a]')).toBe('1:1 an alias stands inside of what it names');
  expect(fault('? &a [x]\n: 1')).toBe('1:6 a key is no text');
  expect(fault('!!map &a {b: *a}')).toBe('1:10 an alias stands inside of what it names');
});

describe('a list that is read entry by entry', () => {
  const piece = (documents: YamlDocuments, part: Part, text: string, line = 1) => documents.read({ text, line, part });

  test('gives each entry as a list of one, with its line', () => {
    const documents = new YamlDocuments();
    expect(piece(documents, Part.HEAD, 'apiVersion: v1\nkind: PodList\nitems:\n')).toEqual({ json: null, line: 1, itemLines: [] });
    expect(piece(documents, Part.ENTRY, '- metadata: {name: a}\n', 4)).toEqual({
      json: { apiVersion: 'v1', kind: 'PodList', items: [{ metadata: { name: 'a' } }] }, line: 4, itemLines: [4],
    });
    expect(piece(documents, Part.TAIL, 'metadata: {}\n', 9).json).toBe(null);
  });

  test('takes no kind from a list whose kind comes after its entries', () => {
    const documents = new YamlDocuments();
    piece(documents, Part.HEAD, 'apiVersion: v1\nitems:\n');
    expect(piece(documents, Part.ENTRY, '- apiVersion: v1\n  kind: Pod\n').json).toEqual({ apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'v1', kind: 'Pod' }] });
    expect(faultOf(() => piece(documents, Part.ENTRY, '- metadata: {name: b}\n', 8))).toBe('8:1 an entry of a very long list says no kind');
    expect(piece(documents, Part.ENTRY, '- null\n').json).toEqual({ apiVersion: 'v1', kind: 'List', items: [null] });
  });

  test.each([
    ['kind: Deployment\nitems:\n', Part.HEAD], ['kind: Deployment\n', Part.TAIL], ['spec: {template: {}}\n', Part.TAIL], ['items: []\n', Part.TAIL],
  ])('is nothing else, such as %j', (text, part) => {
    expect(faultOf(() => piece(new YamlDocuments(), part, text))).toBe('1:1 one object is too long');
  });
});
