import * as fc from 'fast-check';
import { LabelSelector } from '../../src/policy/label-selector';

const selects = (json: unknown, labels: Record<string, string>) => LabelSelector.of(json)?.matches(labels);

test('an empty selector selects everything, and what is not there is nobody\'s to say', () => {
  expect([{}, { matchLabels: {}, matchExpressions: [] }].map(json => [LabelSelector.of(json)?.isEmpty, selects(json, {}), selects(json, { a: 'b' })]))
    .toEqual([[true, true, true], [true, true, true]]);
  expect([undefined, null].map(json => LabelSelector.of(json))).toEqual([undefined, undefined]);
});

test('an empty map of a Service selects nothing', () => {
  expect([undefined, null, {}, []].map(map => LabelSelector.ofMap(map))).toEqual([undefined, undefined, undefined, undefined]);
  expect(LabelSelector.ofMap({ app: 'web' })?.matches({ app: 'web', tier: 'front' })).toBe(true);
});

test.each([
  ['In', ['web', 'cart'], { app: 'web' }, true],
  ['In', ['web', 'cart'], { app: 'db' }, false],
  ['In', ['web', 'cart'], {}, false],
  ['In', [], { app: 'web' }, false],
  ['NotIn', ['web'], { app: 'db' }, true],
  ['NotIn', ['web'], { app: 'web' }, false],
  ['NotIn', ['web'], {}, true],
  ['Exists', undefined, { app: '' }, true],
  ['Exists', undefined, {}, false],
  ['DoesNotExist', undefined, {}, true],
  ['DoesNotExist', undefined, { app: 'web' }, false],
  ['Near', ['web'], { app: 'web' }, false],
])('%s %j over %j is %s', (operator, values, labels, expected) => {
  expect(selects({ matchExpressions: [{ key: 'app', operator, values }] }, labels as Record<string, string>)).toBe(expected);
});

test('everything that it says must hold', () => {
  const both = { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'tier', operator: 'Exists' }] };
  expect([{ app: 'web', tier: 'x' }, { app: 'web' }, { tier: 'x' }].map(labels => selects(both, labels as Record<string, string>))).toEqual([true, false, false]);
});

test('labels that every object has by inheritance are not there', () => {
  expect(selects({ matchExpressions: [{ key: 'constructor', operator: 'Exists' }] }, {})).toBe(false);
});

test('whatever shape it has, it is read', () => {
  expect(['web', [], { matchLabels: 'web' }, { matchExpressions: { key: 'app' } }].map(json => selects(json, {}))).toEqual([true, true, true, true]);
  expect([{ matchExpressions: ['web'] }, { matchLabels: { app: 1 } }].map(json => selects(json, { app: '1' }))).toEqual([false, false]);
});

test('it is written as for kubectl', () => {
  const matchExpressions = [
    { key: 'a', operator: 'In', values: ['1', '2'] },
    { key: 'b', operator: 'NotIn', values: ['3'] },
    { key: 'c', operator: 'Exists' },
    { key: 'd', operator: 'DoesNotExist' },
  ];
  expect([{ matchLabels: { app: 'web' }, matchExpressions }, {}].map(json => String(LabelSelector.of(json)))).toEqual(['app=web,a in (1,2),b notin (3),c,!d', '{}']);
});

const KEYS = ['a', 'b', 'c'];
const VALUES = ['1', '2', ''];
const labels = fc.dictionary(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES));
const expression = fc.record({
  key: fc.constantFrom(...KEYS), operator: fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist'), values: fc.subarray(VALUES),
});

test('what a selector that selects asks for is there', () => {
  fc.assert(fc.property(fc.record({ matchLabels: labels, matchExpressions: fc.array(expression, { maxLength: 3 }) }), labels, (json, pod) => {
    const selector = LabelSelector.of(json)!;
    expect(!selector.matches(pod) || selector.asks.every(({ key, values }) => key in pod && (values?.includes(pod[key]) ?? true))).toBe(true);
  }));
});

test('a map is the selector with these labels, an expression the selector that asks for its one value', () => {
  fc.assert(fc.property(labels, labels, (wanted, pod) => {
    const expected = Object.entries(wanted).every(([key, value]) => pod[key] === value);
    const matchExpressions = Object.entries(wanted).map(([key, value]) => ({ key, operator: 'In', values: [value] }));
    expect([selects({ matchLabels: wanted }, pod), selects({ matchExpressions }, pod)]).toEqual([expected, expected]);
  }));
});

test('NotIn is not In, and DoesNotExist is not Exists', () => {
  const opposite: Record<string, string> = { In: 'NotIn', NotIn: 'In', Exists: 'DoesNotExist', DoesNotExist: 'Exists' };
  fc.assert(fc.property(expression, labels, (one, pod) => {
    const other = { ...one, operator: opposite[one.operator] };
    expect(selects({ matchExpressions: [one] }, pod)).toBe(!selects({ matchExpressions: [other] }, pod));
  }));
});

test('equal selectors of one label are one, which no change of what it was read from reaches', () => {
  const matchLabels = { app: 'shared' };
  const selector = LabelSelector.of({ matchLabels })!;
  expect([LabelSelector.of({ matchLabels: { app: 'shared' } }), LabelSelector.ofMap({ app: 'shared' })].map(each => each === selector)).toEqual([true, true]);
  expect(String(LabelSelector.of({ matchLabels: { tier: 'shared' } }))).toBe('tier=shared');
  matchLabels.app = 'other';
  expect(String(selector)).toBe('app=shared');
});

test('a selector tells whether it selects everything, and whether it asks for one label only', () => {
  const web = { key: 'app', operator: 'In', values: ['web'] };
  const expressions = [{ matchExpressions: [web] }, { matchExpressions: [{ ...web, operator: 'NotIn' }] }];
  const read = [{}, { matchLabels: { a: '1' } }, { matchLabels: { a: '1', b: '2' } }, ...expressions].map(json => LabelSelector.of(json)!);
  expect(read.map(({ isEmpty }) => isEmpty)).toEqual([true, false, false, false, false]);
  expect(read.map(({ isOneLabel }) => isOneLabel)).toEqual([false, true, false, false, false]);
});

const LABELS = { app: 'web', tier: 'edge', empty: '' };

test.each<[string, unknown, boolean]>([
  ['a missing selector selects nothing', undefined, false],
  ['a selector of null selects nothing', null, false],
  ['an empty selector selects everything', {}, true],
  ['labels that are there', { matchLabels: { app: 'web', tier: 'edge' } }, true],
  ['one label of two that is not', { matchLabels: { app: 'web', tier: 'core' } }, false],
  ['an empty value that is there', { matchLabels: { empty: '' } }, true],
  ['an empty value that is not', { matchLabels: { none: '' } }, false],
  ['In, with the value', { matchExpressions: [{ key: 'app', operator: 'In', values: ['api', 'web'] }] }, true],
  ['In, without it', { matchExpressions: [{ key: 'app', operator: 'In', values: ['api'] }] }, false],
  ['In, of a label that is not there', { matchExpressions: [{ key: 'none', operator: 'In', values: ['api'] }] }, false],
  ['NotIn, with the value', { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] }, false],
  ['NotIn, without it', { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['api'] }] }, true],
  ['NotIn, of a label that is not there', { matchExpressions: [{ key: 'none', operator: 'NotIn', values: ['api'] }] }, true],
  ['Exists, of a label that is there', { matchExpressions: [{ key: 'empty', operator: 'Exists' }] }, true],
  ['Exists, of one that is not', { matchExpressions: [{ key: 'none', operator: 'Exists' }] }, false],
  ['DoesNotExist, of a label that is there', { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, false],
  ['DoesNotExist, of one that is not', { matchExpressions: [{ key: 'none', operator: 'DoesNotExist' }] }, true],
  ['what every object has is no label', { matchExpressions: [{ key: 'constructor', operator: 'Exists' }] }, false],
  ['both kinds must agree', { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'tier', operator: 'In', values: ['core'] }] }, false],
])('%s', (_, selector, expected) => {
  expect(LabelSelector.of(selector)?.matches(LABELS) ?? false).toBe(expected);
});
