import { CelError } from '../../src/cel/cel-error';
import { CelEnvironment } from '../../src/cel/environment';
import { parse } from '../../src/cel/parse';
import { BOOL, DYN, showType, STRING } from '../../src/cel/type';

const compile = (source: string, minor = 34) => CelEnvironment.of(minor).compile(source, { object: DYN, name: STRING });

/** What is wrong, without the place. */
function refusal(source: string, minor?: number): string {
  try {
    return `taken as ${showType(compile(source, minor).type)}`;
  } catch (error) {
    return (error as CelError).reason;
  }
}

test('an environment is made once', () => {
  expect(CelEnvironment.of(30)).toBe(CelEnvironment.of(30));
  expect(CelEnvironment.of(30).minor).toBe(30);
});

test('a text and its tree are one expression', () => {
  const expr = parse('object.a == 1');
  const program = CelEnvironment.of(34).compile(expr, { object: DYN }, BOOL);
  expect(program.expr).toBe(expr);
  expect(program.type).toEqual(BOOL);
  expect(compile('object.a == 1').type).toEqual(BOOL);
});

test('the type that is expected must be exactly the one that is found: dyn is no bool', () => {
  expect(() => CelEnvironment.of(34).compile('object.a', { object: DYN }, BOOL)).toThrow('got dyn, expected bool');
  expect(() => CelEnvironment.of(34).compile('name', { name: STRING }, BOOL)).toThrow('got string, expected bool');
});

test.each([
  ['object.?a', 27, '".?" needs Kubernetes 1.29 or newer: got 1.28'],
  ['object[?"a"]', 27, '"[?" needs Kubernetes 1.29 or newer: got 1.28'],
  ['[?object]', 27, '"?" needs Kubernetes 1.29 or newer: got 1.28'],
  ['object.all(k, v, true)', 31, '"all with two variables" needs Kubernetes 1.33 or newer: got 1.32'],
  ['object.transformList(k, v, v)', 31, '"transformList" needs Kubernetes 1.33 or newer: got 1.32'],
  ['object.sortBy(e, e)', 33, '"sortBy" needs Kubernetes 1.35 or newer: got 1.34'],
])('%s in the environment of 1.%i: a cluster compiles with the environment before its own', (source, minor, reason) => {
  expect(refusal(source, minor)).toBe(reason);
  expect(refusal(source, 34)).toMatch(/^taken as /);
});

test('numbers of different types are put in order from the environment of 1.28 on', () => {
  expect(refusal('1 < 1.5', 27)).toMatch(/got \(int, double\)/);
  expect(refusal('1 < 1.5', 28)).toBe('taken as bool');
});

test('a name that is misspelt gives those it may mean', () => {
  expect(refusal('sise(name)')).toMatch(/^function is unknown: got sise, expected size, .* or another; correct its name, or how it is called$/);
  expect(refusal('name.startWith("a")')).toContain('expected startsWith or another');
});

test('the binding of cel-go that Kubernetes does not have is refused', () => {
  expect(refusal('cel.bind(a, 1, a)')).toContain('cel.bind');
});

test('a constant that can only fail is refused before anything runs', () => {
  expect(refusal('false && name.matches(\'(\')')).toMatch(/^constant can only fail/);
});

test('an error shows where it is', () => {
  expect(() => compile('name == "a" && missing')).toThrow(/at line 1, column 16:\n {2}name == "a" && missing\n {17}\^$/);
});
