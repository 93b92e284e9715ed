import { evaluated } from './evaluated';
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

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['isURL("http://[fe80::1%25a%20b]/")', true], ['isURL("http://[fe80::1%25a%2Fb]/")', false], ['isURL("http://[fe80::1%25a%25b]/")', true],
  ['isURL("http://[fe80::1%25a%41]/")', true], ['isURL("http://[fe80::1%25%ff]/")', false], ['isURL("http://%ff/")', true], ['isURL("http://%7f/")', false],
  ['isURL("http://a%20b/")', false], ['isURL("http://a%25b/")', true], ['isURL("http://a%80/")', true], ['isURL("/%4")', false], ['isURL("/%")', false],
  ['isURL("/%4g")', false], ['isURL("http://a<b/")', true], ['isURL("http://a^b/")', false], ['isURL("http://a\\\\"b/")', 'refused'], ['isURL("/a^b")', true],
  ['isURL("/?^")', true], ['isURL("http://a{b/")', false], ['string(url("/")) == ""', 'refused'], ['url("/a b").getEscapedPath()', '/a%20b'],
  ['url("/a%20b").getEscapedPath()', '/a%20b'], ['url("/a%2fb").getEscapedPath()', '/a%2fb'], ['url("/a%2Fb c").getEscapedPath()', '/a/b%20c'],
  ['url("/!$&\'()*+,;=:@[]").getEscapedPath()', '/!$&\'()*+,;=:@[]'], ['url("/a<b").getEscapedPath()', '/a%3Cb'],
  ['url("/ä%C3%A4").getEscapedPath()', '/%C3%A4%C3%A4'], ['url("/%41").getEscapedPath()', '/%41'], ['url("/a^b").getEscapedPath()', '/a%5Eb'],
  ['url("/a%").getEscapedPath()', '!URL parse error during conversion from string: "/a%"'], ['url("http://a%25b/").getHost()', 'a%b'],
  ['url("http://ä/").getHost()', 'ä'], ['url("http://%C3%A4/").getHost()', 'ä'], ['url("http://[fe80::1%25a%20b]/").getHost()', '[fe80::1%a b]'],
  ['url("http://[fe80::1%25eth0]:80/").getHost()', '[fe80::1%eth0]:80'], ['url("/?a=%2B+%20").getQuery()', { a: ['+  '] }],
  ['url("/?a%3Db=c").getQuery()', { 'a=b': ['c'] }], ['url("/?a=b%zz").getQuery()', {}], ['url("/a#b c")', '/a#b%20c'], ['url("/a#b%20c")', '/a#b%20c'],
  ['url("/a#b^")', '/a#b%5E'], ['url("/a#!$&()*+,/:;=?@")', '/a#!$&()*+,/:;=?@'], ['url("http://u%40s:p%3Aw@h/")', 'http://u%40s:p%3Aw@h/'],
  ['url("http://[fe80::1%25a%20b]/")', 'http://[fe80::1%25a%20b]/'], ['url("http://a%25b/")', 'http://a%25b/'],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
