import { CelError } from '../../src/cel/cel-error';

test('says what is wrong, where, and shows the line with a caret', () => {
  const error = new CelError('unexpected ")"', 'a &&\n  b) || c', 8);
  expect(error.message).toBe('unexpected ")" at line 2, column 4:\n    b) || c\n     ^');
  expect([error.name, error.reason, error.offset, error.source]).toEqual(['CelError', 'unexpected ")"', 8, 'a &&\n  b) || c']);
});

test('the end of the text is a place too', () => {
  expect(new CelError('the text ends', 'a &&', 4).message).toBe('the text ends at line 1, column 5:\n  a &&\n      ^');
});

test('of a long line the part around the fault is shown, and the caret stays below it', () => {
  const [, shown, caret] = new CelError('unexpected "!"', `${'a'.repeat(500)}!${'b'.repeat(500)}`, 500).message.split('\n');
  expect(shown).toHaveLength(102);
  expect(shown[caret.indexOf('^')]).toBe('!');
});

test('the end of a long line is shown with what stands before it', () => {
  const [, shown, caret] = new CelError('unexpected "!"', `${'a'.repeat(500)}!`, 500).message.split('\n');
  expect(shown).toHaveLength(102);
  expect(shown[caret.indexOf('^')]).toBe('!');
});

test('characters that a terminal would obey are shown as spaces', () => {
  expect(new CelError('unexpected "b"', 'a\u001b[2J\u202eb', 6).message).toBe('unexpected "b" at line 1, column 7:\n  a [2J b\n        ^');
});
