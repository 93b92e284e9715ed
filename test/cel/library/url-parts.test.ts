import { isPort, isUrl, urlPartsOf } from '../../../src/cel/library/url-parts';

test.each(['https://a.example.com:80/b?c#d', '/path', 'mailto:someone', 'https://[fd00::1]:80', 'https://user:word@a'])('%s is an address', text => {
  expect(isUrl(text)).toBe(true);
});

test.each(['', 'a', 'a b', '://a', 'https://a:b/', 'https://[::1', '/%zz', 'https://a b/'])('%j is no address', text => {
  expect([isUrl(text), urlPartsOf(text)]).toEqual([false, undefined]);
});

test('a port is a colon, and digits or nothing', () => {
  expect([':', ':80', ':a', '80'].map(isPort)).toEqual([true, true, false, false]);
});
