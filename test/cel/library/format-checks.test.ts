import { CHECKS } from '../../../src/cel/library/format-checks';

test.each([
  ['dns1123Label', 'a-1', 'A'], ['dns1123Subdomain', 'a.b', 'a..b'], ['dns1035Label', 'a1', '1a'], ['qualifiedName', 'a.b/c_D', 'a/b/c'], ['dns1123LabelPrefix', 'a-', '-a'],
  ['dns1123SubdomainPrefix', 'a.b-', '.a'], ['dns1035LabelPrefix', 'a-', '1a-'], ['labelValue', '', 'a b'], ['uri', '/a', 'a'], ['uuid', '123e4567-e89b-12d3-a456-426614174000', '123'],
  ['byte', 'YQ==', 'Y*=='], ['date', '2024-02-29', '2023-02-29'], ['datetime', '2024-02-29T00:00:00Z', '2024-02-29T25:00:00Z'],
])('%s takes %j and not %j', (name, good, bad) => {
  expect(CHECKS.get(name)!(good)).toEqual([]);
  expect(CHECKS.get(name)!(bad).length).toBeGreaterThan(0);
});

test('a label is not endless', () => {
  expect(CHECKS.get('dns1123Label')!('a'.repeat(64)).length).toBe(1);
});
