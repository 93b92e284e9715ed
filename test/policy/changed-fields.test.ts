import { changedFields } from '../../src/policy/changed-fields';

test.each<[string, unknown, unknown, string[]]>([
  ['nothing', { a: { b: [1, { c: 'x' }] } }, { a: { b: [1, { c: 'x' }] } }, []],
  ['a value', { spec: { a: 1 } }, { spec: { a: 2 } }, ['spec.a']],
  ['what is added and what is gone, as far out as can be', { a: { b: { c: 1 } } }, { d: { e: 1 } }, ['a', 'd']],
  ['an item of a list, one more and one less', { a: [1, 2] }, { a: [1, 3, 4] }, ['a[1]', 'a[2]']],
  ['the last item', { a: [1, 2] }, { a: [1] }, ['a[1]']],
  ['a list that is an object', { a: [] }, { a: {} }, ['a']],
  ['null that is nothing', { a: null }, {}, ['a']],
  ['a key that every object has from birth', { toString: 1 }, {}, ['toString']],
  ['the whole', { a: 1 }, undefined, ['']],
  ['keys with dots', { labels: { 'a.b/c': 1 } }, { labels: {} }, ['labels.a.b/c']],
])('%s', (_, before, after, fields) => {
  expect(changedFields(before, after).map(({ path }) => path)).toEqual(fields);
});

test('what is added is told from what was there before', () => {
  const before = { kept: 1, changed: 1, gone: { deep: 1 }, list: [1] };
  const after = { kept: 1, changed: 2, added: null, list: [1, 2] };
  expect(changedFields(before, after)).toEqual([
    { path: 'changed', isAdded: false }, { path: 'gone', isAdded: false }, { path: 'list[1]', isAdded: true }, { path: 'added', isAdded: true },
  ]);
});
