import { evaluated } from './evaluated';

test.each([
  ['url("https://user@a.example.com:8443/b%20c?d=e&d=f").getHost()', 'a.example.com:8443'], ['url("https://a.example.com:8443/b").getHostname()', 'a.example.com'],
  ['url("https://a.example.com:8443/b").getPort()', '8443'], ['url("https://a.example.com/b").getScheme()', 'https'], ['url("https://a.example.com/b%20c").getEscapedPath()', '/b%20c'],
  ['url("https://a.example.com/?d=e&d=f").getQuery().d', ['e', 'f']], ['url("https://[fd00::1]:80/").getHostname()', 'fd00::1'], ['isURL("a b")', false], ['isURL("/path")', true],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
