import { evaluated } from './evaluated';
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

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['isURL("https://user:pa%20ss@a.example.com:8443/b%20c?d=e#f%20g")', true], ['isURL("https://a@b.example.com")', true], ['isURL("mailto:someone")', true],
  ['isURL("/path")', true], ['isURL("//host/path")', true], ['isURL("///path")', true], ['isURL("http:///path")', true], ['isURL("https://a.example.com")', true],
  ['isURL("https://a.example.com?x")', true], ['isURL("https://a.example.com/?")', true], ['isURL("/a%2Fb?x=y")', true], ['isURL("*")', true],
  ['isURL("HTTP://A.example.com/")', true], ['isURL("http://[fe80::1%25eth0]/")', true], ['isURL("http://[::1]")', true], ['isURL("http://[::1]:80/a")', true],
  ['isURL("http://a%20b/")', false], ['isURL("http://ä.example.com/ä")', true], ['isURL("https://a.example.com/b#c")', true], ['isURL("s3://bucket/key:1")', true],
  ['isURL("a+b://c")', true], ['isURL("file:///etc/passwd")', true], ['isURL("http://[::1")', false], ['isURL("http://::1]/")', false],
  ['isURL("http://a[::1]/")', false], ['isURL("http://[::1]a/")', false], ['isURL("http://[::1]:a/")', false], ['isURL("http://[::1]:/")', true],
  ['isURL("http://[fe80::1%25]/")', false], ['isURL("http://[fe80::1%eth0]/")', false], ['isURL("http://[fe80::1%25e%25f]/")', true],
  ['isURL("http://[1.2.3.4]/")', false], ['isURL("http://[v1.a]/")', false], ['isURL("http://a@b@c/")', true], ['isURL("http://a:b:c@d/")', true],
  ['isURL("http://a b@c/")', false], ['isURL("http://%zz@c/")', false], ['isURL("http://a:%zz@c/")', false], ['isURL("http://ä@c/")', false],
  ['isURL("http://a:80:90/")', false], ['isURL("http://a:80a/")', false], ['isURL("http://a%41/")', false], ['isURL("http://a%zz/")', false],
  ['isURL("1a:b")', false], ['isURL("a:b")', true], ['isURL("a_b:c")', false], ['isURL("#a")', false], ['isURL("/#%zz")', false], ['isURL("/?%zz")', true],
  ['isURL("/a?b#c")', true], ['isURL("http://<a>/")', true], ['isURL("\\u007f")', false], ['isURL("/a\\u0000b")', false], ['isURL("https://a:")', true],
  ['isURL("//a:b/")', true], ['isURL("a//b")', false], ['isURL("a/b:c")', false], ['isURL("ftp://a:b/")', false], ['isURL("https://a:-1/")', false],
  ['isURL(" /a")', false], ['isURL("/a ")', true], ['isURL("/a b")', true], ['isURL("http://a\\tb/")', false],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
