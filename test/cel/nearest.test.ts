import { nearest } from '../../src/cel/nearest';

test.each<[string, string[], string[]]>([
  ['sise', ['size', 'all', 'startsWith'], ['size']], ['startWith', ['size', 'endsWith', 'startsWith'], ['startsWith']],
  ['STARTSWITH', ['startsWith'], ['startsWith']], ['completely', ['size'], []], ['siz', ['size', 'size'], ['size']], ['a', [], []],
  ['bbbb', ['bbba', 'bbbc', 'bbbd', 'bbbe'], ['bbba', 'bbbc', 'bbbd']],
])('%s among %j may mean %j', (name, names, found) => {
  expect(nearest(name, names).slice(0, 3)).toEqual(found);
});
