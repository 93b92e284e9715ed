import { MACROS } from '../../src/cel/macro-table';

test.each([
  ['all/1', 0], ['exists/1', 0], ['exists_one/1', 0], ['map/1', 0], ['filter/1', 0], ['optMap/1', 28], ['optFlatMap/1', 28], ['all/2', 32], ['exists/2', 32],
  ['existsOne/2', 32], ['transformList/2', 32], ['transformMap/2', 32], ['transformMapEntry/2', 32], ['sortBy/1', 34],
])('%s is there from the environment of 1.%i on', (macro, since) => {
  expect(MACROS.get(macro)).toBe(since);
});

test('no macro is there in another form', () => {
  expect(MACROS.size).toBe(15);
  expect(MACROS.get('existsOne/1')).toBeUndefined();
});
