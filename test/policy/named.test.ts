import { isSame, listed, named } from '../../src/policy/named';

const entry = (name: string, namespace = 'shop', kind = 'Job') => ({ index: 0, kind, namespace, name });

test('an object is named by its kind and its name, in which nothing hides', () => {
  expect([named(entry('web')), named(entry('we\u202eb\n'))]).toEqual(['Job "web"', 'Job "we\\u202eb\\n"']);
});

test('of many three are named', () => {
  expect(listed(['a', 'b', 'c'].map(name => entry(name)))).toBe('Job "a", Job "b", Job "c"');
  expect(listed(['a', 'b', 'c', 'd'].map(name => entry(name)))).toBe('Job "a", Job "b", Job "c" and 1 more');
});

test('two are the same where kind, namespace and name are', () => {
  expect([entry('a'), entry('b'), entry('a', 'bank'), entry('a', 'shop', 'Pod')].map(other => isSame(entry('a'), other))).toEqual([true, false, false, false]);
});
