import { isSoundTemplate, isTemplate, means, meansPath } from './values';

test.each([
  ['abc', 'abc', true], ['abc', 'abcd', false], ['abc', 'ABC', false], ['abc', '', false],
  ['abc*', 'abc', true], ['abc*', 'abcd', true], ['abc*', 'xabc', false],
  ['*abc', 'abc', true], ['*abc', 'xabc', true], ['*abc', 'abcx', false],
  ['*', 'a', true], ['*', '', false], ['a*c', 'abc', false], ['a*c', 'a*c', true], ['*a*', 'xa*', true], ['*a*', 'xay', false],
])('%s means "%s": %s', (value, text, expected) => {
  expect(means(value, text)).toBe(expected);
});

test.each([
  ['/a', '/a', true], ['/a', '/a?b=/c', true], ['/a', '/a/', false], ['/a*', '/ab/c', true], ['*/c', '/a/c', true], ['*', '/', true],
  ['/{*}', '/a', true], ['/{*}', '/', false], ['/{*}', '/a/b', false], ['/a/{*}/c', '/a/b/c', true], ['/a/{*}/c', '/a//c', false],
  ['/a/{*}/c', '/a/b/b/c', false], ['/a/{*}.css', '/a/b.css', true], ['/a/{*}.css', '/a/bxcss', false], ['/{*}/{*}', '/a/b', true],
  ['/a/{**}', '/a/', true], ['/a/{**}', '/a/b/c', true], ['/a/{**}', '/a', false], ['/{*}/x/{**}', '/a/x/b/c', true], ['/{*}/x/{**}', '/a/y/b/c', false],
  ['/{**}/end', '/a/b/end', true], ['/{**}/end', '/a/b/end/c', false], ['/a/{**}', '/a/b?c', true],
])('the path %s means %s: %s', (value, path, expected) => {
  expect(meansPath(value, path)).toBe(expected);
});

test.each([
  ['/a/{*}', true], ['/a/{**}', true], ['/a/{*}/b/{**}', true], ['/a/{**}/b', true],
  ['/a/{name}/{*}', false], ['/a/{}/{*}', false], ['/a/{*}/*', false], ['/{*}/**', false], ['/a/{n=*}/{*}', false], ['/{**}/{*}', false], ['/{**}/{**}', false],
])('the template %s is sound: %s', (value, expected) => {
  expect([isTemplate(value), isSoundTemplate(value)]).toEqual([true, expected]);
});

test.each(['/a', '/a*', '*/a', '/a/*/b', '/a/{b}'])('%s is no template', value => {
  expect(isTemplate(value)).toBe(false);
});
