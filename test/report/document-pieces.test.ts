import { documentPieces } from '../../src/report/document-pieces';
import { InputFault } from '../../src/report/input-fault';

async function cut(parts: Iterable<string>): Promise<string[]> {
  const pieces: string[] = [];
  for await (const { text, line, part } of documentPieces(parts)) { pieces.push(`${line} ${part === 'whole' ? '' : `${part} `}${text}`); }
  return pieces;
}

async function fault(text: string): Promise<string> {
  try {
    await cut([text]);
  } catch (error) {
    if (error instanceof InputFault) { return `${error.line}:${error.column} ${error.reason}`; }
    throw error;
  }
  return 'none';
}

/** As a stream may hand it out. */
const inParts = (text: string, length: number) => (
  Array.from({ length: Math.ceil(text.length / length) }, (_, i) => text.slice(i * length, (i + 1) * length))
);

const STREAM = '# head\n---\n# about a\na: 1\n---\nb: |\n  x\n  ---\n---x: 1\n...\n---\r\nc: 3\n--- {d: 4}\n---';
const PIECES = [
  '1 # head\n', '2 ---\n# about a\na: 1\n', '5 ---\nb: |\n  x\n  ---\n---x: 1\n', '10 ...\n', '11 ---\r\nc: 3\n', '13 --- {d: 4}\n', '14 ---',
];

test('marks at the beginning of a line end a document, wherever the stream is torn', async () => {
  expect(await cut([STREAM])).toEqual(PIECES);
  for (const length of [1, 2, 3, 5, 7, 13, 14]) { expect(await cut(inParts(STREAM, length))).toEqual(PIECES); }
});

test('nothing has no documents', async () => {
  expect(await cut([])).toEqual([]);
  expect(await cut(['', ''])).toEqual([]);
});

test('a directive belongs to the document behind it', async () => {
  expect(await cut(['%YAML 1.1\n# x\n---\na: yes\n---\nb: 1'])).toEqual(['1 %YAML 1.1\n# x\n---\na: yes\n', '5 ---\nb: 1']);
  expect(await cut(['a: 1\n...\n%YAML 1.1\n---\nb: 1'])).toEqual(['1 a: 1\n', '2 ...\n%YAML 1.1\n---\nb: 1']);
});

const NOTE = `  note: ${'x'.repeat(3_000_000)}\n`;

test.each([['', ''], ['  ', '# a comment\n\n']])('a very long list is cut into its entries, indented by %j', async (indent, gap) => {
  const entry = (name: string) => `${indent}- name: ${name}\n${indent}${NOTE}${indent}  list:\n${indent}  - 1\n`;
  const text = `a: 1\n---\nkind: List\nitems:\n${gap}${entry('p')}${entry('q')}${entry('r')}metadata: {}\nmore: 1\n---\nb: 1\n`;
  const short = (pieces: string[]) => pieces.map(piece => piece.replace(/x{1000,}/, 'x…'));
  const first = 5 + (gap === '' ? 0 : 2);
  const expected = [
    '1 a: 1\n',
    `2 head ---\nkind: List\nitems:\n${gap}`,
    ...['p', 'q', 'r'].map((name, i) => `${first + 4 * i} entry ${entry(name).replace(/x+/, 'x…')}`),
    `${first + 12} tail metadata: {}\nmore: 1\n`,
    `${first + 14} ---\nb: 1\n`,
  ];
  expect(short(await cut([text]))).toEqual(expected);
  expect(short(await cut(inParts(text, 65_521)))).toEqual(expected);
});

test('one object has its limit, and many together have none', async () => {
  const long = `b: ${'x'.repeat(5_000_001)}`;
  expect(await fault(`a: 1\n---\n${long}`)).toBe('2:1 one object is longer than 5 MB');
  expect(await fault(`items:\n- a\n- ${long}`)).toBe('3:1 one object is longer than 5 MB');
  expect((await cut(Array(4).fill(`b: ${'x'.repeat(4_000_000)}\n---\n`))).length).toBe(5);
});

test('JSON may be longer, and has its limit too', async () => {
  const million = 'x'.repeat(1_000_000);
  const json = (count: number) => ['{"a": "', ...Array<string>(count).fill(million), '"}'];
  expect((await cut(json(20))).length).toBe(1);
  expect((await cut(['---\n', ...json(20)])).length).toBe(1);
  expect(await fault(json(101).join(''))).toBe('1:1 one object is longer than 100 MB (kubectl get -o yaml is read piece by piece)');
});

test('a stream without an end is refused as soon as it is too long', async () => {
  const endless = (function* () { for (;;) { yield 'y\n'.repeat(10_000); } })();
  await expect(cut(endless)).rejects.toThrow('one object is longer than 5 MB');
});
