import { App, Chart } from 'cdk8s';
import { CREDENTIALS } from './credentials';
import { refuse, sentence, shown } from '../../src/kube/problem';

const PROBLEM = { what: 'port of "web"', expected: '1 to 65535', todo: 'correct the number' };

test('a problem is one sentence: what is wrong, the value, what would be right; what to do', () => {
  expect(sentence({ ...PROBLEM, got: 0 })).toBe('port of "web": got 0, expected 1 to 65535; correct the number');
});

test('a value that may be a credential is left out', () => {
  expect(sentence(PROBLEM)).toBe('port of "web": expected 1 to 65535; correct the number');
});

test('a value that was not given is shown as such', () => {
  expect(sentence({ ...PROBLEM, got: undefined })).toBe('port of "web": got undefined, expected 1 to 65535; correct the number');
});

test('a problem is thrown as that sentence', () => {
  expect(() => refuse({ ...PROBLEM, got: 0 })).toThrow(new Error('port of "web": got 0, expected 1 to 65535; correct the number'));
});

test.each<[unknown, string]>([
  ['a "b"\n', '"a \\"b\\"\\n"'],
  [80, '80'],
  [NaN, 'NaN'],
  [-Infinity, '-Infinity'],
  [10n, '"10"'],
  [{ a: [1n] }, '{"a":["1"]}'],
  [null, 'null'],
  [undefined, 'undefined'],
  [Symbol('a'), 'Symbol(a)'],
  [() => 1, 'a function'],
  [App, 'a function'],
  [Object.create(null), '{}'],
  ['\ud800', '"\\ud800"'],
  ['a\u2028b\u2029\u0085', '"a\\u2028b\\u2029\\u0085"'],
  ['shop\u202egpj', '"shop\\u202egpj"'],
])('%p is shown as %s', (value, text) => {
  expect(shown(value)).toBe(text);
});

test('a construct, which holds itself by way of its scope, is shown without a fault', () => {
  expect(shown(new Chart(new App(), 'chart'))).toBe('[object Object]');
});

test('a value whose JSON cannot be made is shown without a fault', () => {
  expect(shown({ toJSON: () => { throw new TypeError('no'); } })).toBe('[object Object]');
});

test('a long value is cut, so that it does not drown the sentence', () => {
  expect(shown('x'.repeat(118))).toBe(`"${'x'.repeat(118)}"`);
  expect(shown('x'.repeat(119))).toBe(`"${'x'.repeat(119)}…`);
});

test.each(CREDENTIALS)('a %s is never shown, wherever it stands: %j', (kind, text) => {
  const values: unknown[] = [text, [text], { a: { b: text } }, { [text]: 1 }, `run --with=${text} now`];
  for (const got of values) {
    const said = sentence({ what: `name of "${text}"`, got, expected: `not ${text}`, todo: `replace ${text}` });
    expect(said).not.toContain(JSON.stringify(text).slice(1, -1));
    expect(said).toContain(kind);
  }
});

test('what stands under the name of a credential is not shown either', () => {
  expect(shown({ user: 'shop', password: 'hunter2', secretName: 'db', token: '', env: [{ apiKey: 'abc' }] })).toBe(
    '{"user":"shop","password":"<credential of 7 characters>","secretName":"db","token":"","env":[{"apiKey":"<credential of 3…');
});

test('a credential that is cut is not shown in part', () => {
  expect(shown(['x'.repeat(100), CREDENTIALS[5][1]])).toBe(`["${'x'.repeat(100)}","<GitHub token o…`);
});
