import { EntryTable } from '../../src/policy/entry-table';

const entry = (index: number, namespace: string, name: string) => ({ index, kind: 'Service', namespace, name });

test('objects are found by namespace and name, the first of two that have both', () => {
  const table = new EntryTable();
  [entry(0, 'shop', 'web'), entry(1, 'bank', 'web'), entry(2, 'shop', 'web'), entry(3, 'shop', 'cart')].forEach(each => table.add(each));
  expect(table.get('shop', 'web')?.index).toBe(0);
  expect(table.in('shop').map(({ index }) => index)).toEqual([0, 2, 3]);
  expect(table.all.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
  expect([table.has('bank', 'web'), table.has('bank', 'cart'), table.has('none', 'web')]).toEqual([true, false, false]);
  expect(table.in('none')).toEqual([]);
});

test('of many of a namespace too the first of a name is found', () => {
  const table = new EntryTable();
  for (let i = 0; i < 40; i++) { table.add(entry(i, 'shop', `web-${i % 20}`)); }
  expect([0, 7, 19].map(i => table.get('shop', `web-${i}`)?.index)).toEqual([0, 7, 19]);
  expect(table.has('shop', 'web-20')).toBe(false);
});

test('what is added after somebody has asked is found too', () => {
  const table = new EntryTable();
  table.add(entry(0, 'shop', 'web'));
  expect(table.has('shop', 'cart')).toBe(false);
  table.add(entry(1, 'shop', 'cart'));
  expect([table.get('shop', 'cart')?.index, table.in('shop').length]).toEqual([1, 2]);
});
