import { parseDocument } from 'yaml';
import { checkAliases } from '../../src/report/alias-size';

function reasonFor(text: string): string {
  try {
    checkAliases(parseDocument(text), text.length, reason => { throw new Error(reason); });
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
}

test('aliases of what is small are small', () => {
  expect(reasonFor('a: &a [1, 2]\nb: *a\nc: [*a, *a]\nd: &d x\ne: *d')).toBe('none');
});

test('a value counts as often as it is named, with its letters', () => {
  const text = (count: number) => `a: &a ${'x'.repeat(1_000_000)}\nb: [${Array(count).fill('*a').join(', ')}]`;
  expect(reasonFor(text(8))).toBe('none');
  expect(reasonFor(text(9))).toBe('its aliases make too much of it');
});

test('an alias inside of what it names never ends', () => {
  expect(reasonFor('a: &a [1, *a]')).toBe('an alias stands inside of what it names');
  expect(reasonFor('a: &a {b: {c: *a}}')).toBe('an alias stands inside of what it names');
});

test('an alias names what stands before it', () => {
  expect(reasonFor('b: *a\na: &a 1')).toBe('an alias names no anchor before it');
});

test('depth has its limit', () => {
  expect(reasonFor(`a: &a ${'['.repeat(300)}${']'.repeat(300)}`)).toBe('it is nested too deeply');
});

test('many aliases in a long document are refused, since each is looked for from its beginning', () => {
  expect(reasonFor(`a: &a 1\nb:\n${'- *a\n'.repeat(5000)}`)).toBe('none');
  expect(reasonFor(`a: &a 1\nb:\n${'- *a\n'.repeat(20_000)}`)).toBe('it has too many aliases');
});
