import { evaluated } from './evaluated';

test.each([
  ['url("https://user@a.example.com:8443/b%20c?d=e&d=f").getHost()', 'a.example.com:8443'], ['url("https://a.example.com:8443/b").getHostname()', 'a.example.com'],
  ['url("https://a.example.com:8443/b").getPort()', '8443'], ['url("https://a.example.com/b").getScheme()', 'https'], ['url("https://a.example.com/b%20c").getEscapedPath()', '/b%20c'],
  ['url("https://a.example.com/?d=e&d=f").getQuery().d', ['e', 'f']], ['url("https://[fd00::1]:80/").getHostname()', 'fd00::1'], ['isURL("a b")', false], ['isURL("/path")', true],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['url("https://user@[fd00::1]:80/").getHost()', '[fd00::1]:80'], ['url("/path").getHost()', ''], ['url("https://a.example.com").getHost()', 'a.example.com'],
  ['url("http://a.example.com:").getHost()', 'a.example.com:'], ['url("https://[fd00::1]").getHostname()', 'fd00::1'], ['url("https://[fd00::1]").getPort()', ''],
  ['url("https://[fd00::1]").getScheme()', 'https'], ['url("https://a.example.com").getHostname()', 'a.example.com'], ['url("https://a.example.com").getPort()', ''],
  ['url("https://a.example.com").getScheme()', 'https'], ['url("/path").getHostname()', ''], ['url("/path").getPort()', ''], ['url("/path").getScheme()', ''],
  ['url("https://a.example.com:").getHostname()', 'a.example.com'], ['url("https://a.example.com:").getPort()', ''],
  ['url("https://a.example.com:").getScheme()', 'https'], ['url("https://[fd00::1]:8080/x").getHostname()', 'fd00::1'],
  ['url("https://[fd00::1]:8080/x").getPort()', '8080'], ['url("https://[fd00::1]:8080/x").getScheme()', 'https'],
  ['url("/?a=b&a=c&d").getQuery()', { a: ['b', 'c'], d: [''] }], ['url("/?a=b;c=d&e=f").getQuery()', { e: ['f'] }],
  ['url("/?&a=&=b").getQuery()', { 'a': [''], '': ['b'] }], ['url("/?a%zz=b&c=%zz&d=e").getQuery()', { d: ['e'] }],
  ['url("/?a+b=c+d%20e&x=y=z").getQuery()', { 'a b': ['c d e'], 'x': ['y=z'] }], ['url("/").getQuery()', {}], ['url("/?").getQuery()', {}],
  ['url("https://user:pa%20ss@a.example.com:8443/b%20c?d=e#f%20g")', 'https://user:pa%20ss@a.example.com:8443/b%20c?d=e#f%20g'],
  ['url("https://a@b.example.com")', 'https://a@b.example.com'], ['url("mailto:someone")', 'mailto:someone'], ['url("/path")', '/path'],
  ['url("//host/path")', '//host/path'], ['url("https://a.example.com")', 'https://a.example.com'], ['url("https://a.example.com?x")', 'https://a.example.com?x'],
  ['url("https://a.example.com/?")', 'https://a.example.com/?'], ['url("/a%2Fb?x=y")', '/a%2Fb?x=y'], ['url("HTTP://A.example.com/")', 'http://A.example.com/'],
  ['url("http://[fe80::1%25eth0]/")', 'http://[fe80::1%25eth0]/'], ['url("http://[::1]")', 'http://[::1]'], ['url("http://[::1]:80/a")', 'http://[::1]:80/a'],
  ['url("http://a%20b/")', '!URL parse error during conversion from string: "http://a%20b/"'], ['url("http://ä.example.com/ä")', 'http://%C3%A4.example.com/%C3%A4'],
  ['url("https://a.example.com/b#c")', 'https://a.example.com/b#c'], ['url("s3://bucket/key:1")', 's3://bucket/key:1'],
  ['url("file:///etc/passwd")', 'file:///etc/passwd'], ['url("/a") == url("/a")', true], ['url("/a") == url("/b")', false],
  ['url("https://a.example.com/b") == url("https://a.example.com/c")', false], ['url("/a") == dyn(ip("10.0.0.1"))', '!no such overload'],
  ['dyn(url("/a")) == dyn("/a")', '!no such overload'], ['string(url("/a"))', 'refused'], ['url("//host/path").getHost()', 'host'],
  ['url("https://a.example.com/ä b").getEscapedPath()', '/%C3%A4%20b'], ['url("/a%2Fb").getEscapedPath()', '/a%2Fb'], ['url("/ä").getEscapedPath()', '/%C3%A4'],
  ['url("https://a.example.com").getEscapedPath()', ''], ['url("/a!b;c").getEscapedPath()', '/a!b;c'],
  ['url("a")', '!URL parse error during conversion from string: "a"'], ['url("https://a:b")', '!URL parse error during conversion from string: "https://a:b"'],
  ['url(dyn(1))', '!no such overload'],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
