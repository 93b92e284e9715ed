import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { writingOrder } from '../../src/app/dependency-order';

function object(scope: Construct, id: string): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'Thing', metadata: { name: `n-${id}` } });
}

function names(app: App): string[] {
  return writingOrder(app).charts.flatMap(({ objects }) => objects.map(each => each.name));
}

/** The message of an error, or none. */
function failure(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Two charts with groups of objects, and dependencies among all of them in any direction. */
const programs = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 12 });

function build(edges: readonly (readonly [number, number])[]): App {
  const app = Testing.app();
  const all: Construct[] = [];
  for (const id of ['2', 'a', '1']) {
    const chart = new Chart(app, id);
    const group = new Construct(chart, 'group');
    all.push(chart, group, ...['x', 'y'].map(each => object(group, each)), ...['z', '0'].map(each => object(chart, each)));
  }
  for (const [a, b] of edges) {
    const [from, to] = [all[a % all.length], all[b % all.length]];
    if (from !== to) { from.node.addDependency(to); }
  }
  return app;
}

test('random dependencies give the order of cdk8s, and fail where it fails', () => {
  let ordered = 0;
  fc.assert(fc.property(programs, edges => {
    const failed = failure(() => build(edges).synthYaml());
    const app = build(edges);
    const order = failure(() => writingOrder(app));
    expect(order === undefined).toBe(failed === undefined);
    if (failed !== undefined) {
      expect(order).toMatch(/^Dependency cycle detected: /);
      return;
    }
    ordered++;
    const ours = writingOrder(app).charts.map(({ chart, objects }) => [chart.node.path, objects.map(each => each.node.path)]);
    const stock = build(edges);
    Testing.synth(stock.charts[0]);
    expect(ours.map(([chart]) => chart)).toEqual(stock.charts.map(chart => chart.node.path));
    const written = stock.charts.map(chart => [chart.node.path, Testing.synth(chart).map(json => json.metadata.name)]);
    expect(ours.map(([chart, paths]) => [chart, (paths as string[]).map(each => `n-${each.split('/').pop()}`)])).toEqual(written);
  }), { numRuns: 400 });
  expect(ordered).toBeGreaterThan(50);
});

test.each<[string, [number, number][]]>([
  ['two objects', [[2, 3], [3, 2]]],
  ['three objects', [[2, 3], [3, 4], [4, 2]]],
  ['a loop that something else leads to', [[5, 2], [2, 3], [3, 2]]],
])('a circle of %s is named as cdk8s names it', (_, edges) => {
  const stock = failure(() => build(edges).synthYaml())!.replace('Dependency cycle detected: ', '').split(' => ');
  const ours = failure(() => writingOrder(build(edges)))!.replace('Dependency cycle detected: ', '').split(' => ');
  expect(ours[0]).toBe(ours[ours.length - 1]);
  expect(new Set(ours)).toEqual(new Set(stock));
});

test('ten charts one in another are ordered, which takes cdk8s exponential time', () => {
  const app = Testing.app();
  let scope: Construct = app;
  for (let i = 0; i < 10; i++) {
    scope = new Chart(scope, `c${i}`);
    for (let n = 0; n < 10; n++) { object(scope, `${i}-${n}`); }
  }
  const order = writingOrder(app);
  expect(order.dependent).toBe(true);
  expect(order.charts.map(({ chart }) => chart.node.id)).toEqual(['c9', 'c8', 'c7', 'c6', 'c5', 'c4', 'c3', 'c2', 'c1', 'c0']);
});

test('what depends on a construct of another app is written', () => {
  const app = Testing.app();
  const web = object(new Chart(app, 'chart'), 'web');
  web.addDependency(object(new Chart(Testing.app(), 'chart'), 'web'));
  expect(names(app)).toEqual(['n-web']);
});

test('a dependency of what stands in no chart is refused as by cdk8s', () => {
  const apps = [Testing.app(), Testing.app()];
  for (const app of apps) { new Construct(app, 'loose').node.addDependency(new Chart(app, 'chart')); }
  expect(failure(() => writingOrder(apps[0]))).toBe(failure(() => apps[1].synthYaml()));
});
