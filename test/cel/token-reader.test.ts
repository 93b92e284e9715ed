import { TokenReader } from '../../src/cel/token-reader';

test('words are taken one after the other, and the end never', () => {
  const reader = new TokenReader('a in b');
  expect([reader.is('in'), reader.next().text, reader.is('in'), reader.take('in')?.text, reader.take('in')]).toEqual([false, 'a', true, 'in', undefined]);
  expect([reader.next().text, reader.next().kind, reader.next().kind]).toEqual(['b', 'end', 'end']);
});

test('two signs are a pair only where nothing stands between them', () => {
  expect(new TokenReader('.?').isPair('.', '?')).toBe(true);
  expect(new TokenReader('. ?').isPair('.', '?')).toBe(false);
});

test('what was expected is said', () => {
  expect(() => new TokenReader('a').expect(')')).toThrow('expression cannot be read: got "a", expected ")"');
});
