import * as fc from 'fast-check';
import { LabelIndex } from '../../src/policy/label-index';
import { LabelSelector } from '../../src/policy/label-selector';

interface Pod { readonly name: string; readonly labels: Record<string, string> }

function indexOf(pods: readonly Pod[]): LabelIndex<Pod> {
  return new LabelIndex<Pod>(pods);
}

const PODS: readonly Pod[] = [{ name: 'one', labels: { app: 'web', tier: 'front' } }, { name: 'two', labels: { app: 'cart', tier: 'front' } }, { name: 'three', labels: {} }];
const names = (selector: unknown) => indexOf(PODS).select(LabelSelector.of(selector)).map(({ name }) => name);

test('what a selector selects is found in the order in which it was seen', () => {
  expect(names({ matchLabels: { tier: 'front' } })).toEqual(['one', 'two']);
  expect(names({ matchExpressions: [{ key: 'app', operator: 'In', values: ['cart', 'web', 'web'] }] }).sort()).toEqual(['one', 'two']);
  expect(names({ matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] })).toEqual(['three']);
  expect(names({})).toEqual(['one', 'two', 'three']);
  expect(names(undefined)).toEqual([]);
});

test('the first that is wanted is found', () => {
  const tier = LabelSelector.of({ matchLabels: { tier: 'front' } });
  expect(indexOf(PODS).find(tier, ({ name }) => name !== 'one')?.name).toBe('two');
  expect(indexOf(PODS).find(tier, ({ name }) => name === 'three')).toBeUndefined();
  expect([tier, undefined, LabelSelector.of({})].map(selector => indexOf(PODS).has(selector))).toEqual([true, false, true]);
});

test('a selector is compared only with those that carry the rarest label', () => {
  let compared = 0;
  const getOwnPropertyDescriptor = (target: object, key: string | symbol) => {
    if (key === 'all') { compared++; }
    return Object.getOwnPropertyDescriptor(target, key);
  };
  const pod = (own: Record<string, string>) => new Proxy<Record<string, string>>(own, { getOwnPropertyDescriptor });
  const index = indexOf(Array.from({ length: 1000 }, (_, i) => ({ name: `${i}`, labels: pod({ all: 'yes', own: `${i}` }) })));
  index.has(LabelSelector.of({ matchLabels: { all: 'no', own: 'none' } }));
  compared = 0;
  expect(index.select(LabelSelector.of({ matchLabels: { all: 'yes', own: '7' } })).map(({ name }) => name)).toEqual(['7']);
  expect(compared).toBe(1);
});

const labels = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2'));
const expression = fc.record({
  key: fc.constantFrom('a', 'b', 'c'), operator: fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist', 'Near'), values: fc.subarray(['1', '2', '3']),
});
const selectors = fc.record({ matchLabels: labels, matchExpressions: fc.array(expression, { maxLength: 3 }) });

test('it finds just those that one finds by looking at all of them', () => {
  fc.assert(fc.property(fc.array(labels, { maxLength: 12 }), selectors, (all, json) => {
    const pods = all.map((each, i) => ({ name: `${i}`, labels: each }));
    const selector = LabelSelector.of(json)!;
    const expected = pods.filter(pod => selector.matches(pod.labels)).map(({ name }) => name).sort();
    expect(indexOf(pods).select(selector).map(({ name }) => name).sort()).toEqual(expected);
    expect(indexOf(pods).has(selector)).toBe(expected.length > 0);
  }));
});

test('it finds the same by the first label that it is asked for, and by the last of many', () => {
  const keys = Array.from({ length: 12 }, (_, i) => `key-${i}`);
  const index = indexOf(keys.map(key => ({ name: key, labels: { [key]: 'yes', all: 'yes' } })));
  const found = (key: string, operator: string) => index.select(LabelSelector.of({ matchExpressions: [{ key, operator, values: ['yes'] }] })).map(({ name }) => name);
  expect(keys.map(key => found(key, 'In'))).toEqual(keys.map(key => [key]));
  expect([found('key-0', 'Exists'), found('all', 'Exists'), found('none', 'Exists')]).toEqual([['key-0'], keys, []]);
});
