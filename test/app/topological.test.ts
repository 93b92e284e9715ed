import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { writingOrder } from '../../src/app/dependency-order';
import { topological, Wants } from '../../src/app/topological';

function object(scope: Construct, id: string): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'Thing', metadata: { name: `n-${id}` } });
}

function names(app: App): string[] {
  return writingOrder(app).charts.flatMap(({ objects }) => objects.map(each => each.name));
}

/** The order of constructs with one-letter ids, of which some want others. */
function order(ids: string, wants: Record<string, string[]>): string {
  const app = Testing.app();
  const all = new Map([...ids].map(id => [id, new Construct(app, id)]));
  const stranger = new Construct(app, 'stranger');
  const lists: Wants = new Map([...all].map(([id, each]) => [each, (wants[id] ?? []).map(list => [...list].map(one => all.get(one) ?? stranger))]));
  return topological([...all.values()], lists).map(each => each.node.id).join('');
}

test.each<[string, Record<string, string[]>, string]>([
  ['ba', {}, 'ba'],
  ['b21', {}, '12b'],
  ['abc', { a: ['b'] }, 'bac'],
  ['abc', { a: ['cb'] }, 'cba'],
  ['abc', { a: ['b', 'c'], b: ['c'] }, 'cba'],
  ['abcd', { a: ['d'], b: ['d'], c: ['d'] }, 'dabc'],
  ['abc', { a: ['a', 'abc'] }, 'bca'],
  ['ab', { a: ['x', 'xb'] }, 'ba'],
])('%s, of which %j, is ordered %s', (ids, wants, expected) => {
  expect(order(ids, wants)).toBe(expected);
});

test.each<[string, Record<string, string[]>, string]>([
  ['ab', { a: ['b'], b: ['a'] }, 'a => b => a'],
  ['abc', { a: ['bc'], c: ['c', 'ab'] }, 'a => c => a'],
  ['abcd', { a: ['b'], b: ['c'], c: ['d'], d: ['b'] }, 'b => c => d => b'],
  ['abc', { a: ['abc', 'b'], b: ['ac'] }, 'a => b => a'],
])('%s, of which %j, is a circle', (ids, wants, circle) => {
  expect(() => order(ids, wants)).toThrow(new Error(`Dependency cycle detected: ${circle}`));
});

test('a chain of 8,000 objects is ordered, at which cdk8s overflows', () => {
  const app = Testing.app();
  const chart = new Chart(app, 'chart');
  const all = Array.from({ length: 8_000 }, (_, i) => object(chart, `o${i}`));
  all.slice(1).forEach((each, i) => all[i].addDependency(each));
  expect(names(app)).toEqual(all.map(each => each.name).reverse());
});

test('forty layers in which each object depends on all of the layer below, which cdk8s would never finish', () => {
  const app = Testing.app();
  const chart = new Chart(app, 'chart');
  const layers = Array.from({ length: 40 }, (_, i) => [0, 1, 2].map(n => object(chart, `l${i}-${n}`)));
  layers.slice(1).forEach((layer, i) => layer.forEach(each => each.addDependency(...layers[i])));
  expect(names(app)).toEqual(layers.flat().map(each => each.name));
});

test('what many share is looked through once', () => {
  const app = Testing.app();
  const [many, shared] = ['a', 'b'].map(id => Array.from({ length: 30_000 }, (_, i) => new Construct(app, `${id}${i}`)));
  const wants: Wants = new Map();
  many.forEach(each => wants.set(each, [shared]));
  shared.forEach(each => wants.set(each, []));
  const start = process.cpuUsage();
  const sorted = topological([...many, ...shared], wants);
  expect(process.cpuUsage(start).user).toBeLessThan(3e6);
  expect(sorted.every((each, i) => each === (i < shared.length ? shared[i] : many[i - shared.length]))).toBe(true);
});

test('a dependency between two large charts takes linear time', () => {
  const app = Testing.app();
  const [one, two] = [new Chart(app, 'one'), new Chart(app, 'two')];
  for (const chart of [one, two]) {
    for (let i = 0; i < 10_000; i++) { object(chart, `${chart.node.id}${i}`); }
  }
  one.addDependency(two);
  const { charts } = writingOrder(app);
  expect(charts.map(({ chart, objects }) => [chart.node.id, objects.length])).toEqual([['two', 10_000], ['one', 10_000]]);
});

test('what depends on itself is written, though cdk8s loses it', () => {
  const app = Testing.app();
  const web = object(new Chart(app, 'chart'), 'web');
  web.addDependency(web);
  expect(names(app)).toEqual(['n-web']);
});
