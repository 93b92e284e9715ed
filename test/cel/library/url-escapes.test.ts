import { escaped, kept, unescaped } from '../../../src/cel/library/url-escapes';

test('escapes stand for their octets', () => {
  expect(unescaped('a%20b%C3%A4', 'path')?.toString()).toBe('a bä');
  expect(unescaped('a+b', 'query')?.toString()).toBe('a b');
  expect(unescaped('%zz', 'path')).toBeUndefined();
});

test('what may not stand in a path is escaped', () => {
  expect(escaped(Buffer.from('a b/ä'), 'path')).toBe('a%20b/%C3%A4');
});

test('a good escape stays as it was written', () => {
  expect(kept('/a%2Fb', 'path')).toBe('/a%2Fb');
});
