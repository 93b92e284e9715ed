import { policyDocuments } from '../../src/policy/policy-texts';

const read = (...texts: string[]) => policyDocuments(texts.map((text, i) => ({ file: `${i}.yaml`, text })));

test('every document of every file is read, with the line at which it begins', () => {
  expect(read('# first\nkind: A\n---\n---\n# nothing\n---\nkind: B\n', '{"kind": "C"}')).toEqual([
    { json: { kind: 'A' }, file: '0.yaml', line: 2 }, { json: { kind: 'B' }, file: '0.yaml', line: 7 }, { json: { kind: 'C' }, file: '1.yaml', line: 1 },
  ]);
});

test('text is read as Kubernetes reads it', () => {
  expect(read('a: yes\nb: 0644\nc: "1"\nd: |\n  x\n')[0].json).toEqual({ a: true, b: 420, c: '1', d: 'x\n' });
});

test('an expression may go over several lines', () => {
  expect(read('expression: >-\n  object.a ==\n  "b"\n')[0].json).toEqual({ expression: 'object.a == "b"' });
});

test.each([
  ['a: [', '0.yaml:1:5 cannot be read, since its syntax is wrong: expected YAML or JSON with admission policies; mend it'],
  ['a: 1\na: 2', '0.yaml:2:1 cannot be read, since a key stands there twice: expected YAML or JSON with admission policies; mend it'],
  ['a: *b', '0.yaml:1 cannot be read, since its aliases lead nowhere, or make too much of it: expected YAML or JSON with admission policies; mend it'],
  ['a'.repeat(5_000_001), '0.yaml cannot be read, since it has more than 5000000 characters: expected YAML or JSON with admission policies; mend it'],
])('%.20s is refused, and not quoted', (text, message) => {
  expect(() => read(text)).toThrow(new Error(message));
});

test('a few lines cannot fill the memory', () => {
  const lines = Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`);
  expect(() => read(`a0: &a0 [1]\n${lines.join('\n')}`)).toThrow(/its aliases lead nowhere, or make too much of it/);
});

test('all that cannot be read is told at once', () => {
  expect(() => read('a: [', 'b: {')).toThrow(/^0\.yaml:1:5 [^\n]*\n1\.yaml:1:5 /);
});
