import { parse } from '../../src/cel/parse';
import { qualifiedName } from '../../src/cel/qualified-name';

test.each([['a', 'a'], ['a.b.c', 'a.b.c'], ['.a.b', '.a.b'], ['a.?b', undefined], ['a.b().c', undefined], ['a[0].b', undefined], ['"a".b', undefined], ['a.?b.c', undefined]])(
  '%s is the name %s', (source, name) => {
    expect(qualifiedName(parse(source))).toBe(name);
  },
);
