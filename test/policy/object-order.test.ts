import { ApiObject, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { forManyChildren, makeObject, ObjectRank } from '../../src/policy/object-order';

function make(scope: Construct, rank: ObjectRank, name: string, namespace?: string): void {
  const owner = new Construct(scope, `${rank}-${name}`);
  makeObject(rank, { apiVersion: 'v1', kind: 'ConfigMap', name, namespace, owner, render: () => ({}) });
}

test('what must stand before a pod starts comes before it, in whatever order it is made', () => {
  const chart = new Chart(Testing.app(), 'chart');
  const ranks = Object.values(ObjectRank);
  [...ranks].reverse().forEach(rank => make(chart, rank, rank));
  expect(Testing.synth(chart).map(json => json.metadata.name)).toEqual(ranks);
});

test('objects of one rank stay in the order in which they are made', () => {
  const chart = new Chart(Testing.app(), 'chart');
  ['z', 'b', 'a'].forEach(name => make(chart, ObjectRank.ALLOW, name));
  expect(Testing.synth(chart).map(json => json.metadata.name)).toEqual(['z', 'b', 'a']);
});

test('each chart has places of its own', () => {
  const app = Testing.app();
  const [one, two] = [new Chart(app, 'one'), new Chart(app, 'two')];
  make(one, ObjectRank.ALLOW, 'a', 'x');
  make(two, ObjectRank.ALLOW, 'a', 'y');
  expect([Testing.synth(one), Testing.synth(two)].map(chart => chart.length)).toEqual([1, 1]);
});

test('fails on two objects of one kind, namespace and name', () => {
  const chart = new Chart(Testing.app(), 'chart');
  make(chart, ObjectRank.ALLOW, 'web', 'shop');
  expect(() => make(new Construct(chart, 'other'), ObjectRank.ALLOW, 'web', 'shop')).toThrow(
    'ConfigMap "web" exists already in namespace "shop": got "chart/other/allow-web", expected another name than that of chart/allow-web; give one of the two another id or name');
});

test('what others make below the construct that asks first comes after its objects, and what stands before it stays before it', () => {
  const chart = new Chart(Testing.app(), 'chart');
  const foreign = (scope: Construct, name: string) => new ApiObject(scope, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
  foreign(chart, 'early');
  const namespace = new Construct(chart, 'namespace');
  makeObject(ObjectRank.NAMESPACES, { apiVersion: 'v1', kind: 'Namespace', name: 'shop', owner: namespace, render: () => ({}) });
  foreign(namespace, 'settings');
  foreign(chart, 'late');
  make(namespace, ObjectRank.WORKLOADS, 'web', 'shop');
  expect(Testing.synth(chart).map(json => json.metadata.name)).toEqual(['early', 'shop', 'web', 'settings', 'late']);
});

test('places keep their children in dictionaries, in the constructs that is installed: without, a thousand charts take half as much time again', () => {
  const chart = new Chart(Testing.app(), 'chart');
  make(chart, ObjectRank.ALLOW, 'web', 'shop');
  const place = chart.node.findChild('cdk8s-hardened').node.findChild(ObjectRank.ALLOW);
  const { _children: children } = place.node as unknown as { _children: object };
  expect([Object.keys(children), Object.getPrototypeOf(children)]).toEqual([['shop-ConfigMap-web'], null]);
});

test('a construct that has children already keeps them as they are', () => {
  const chart = new Chart(Testing.app(), 'chart');
  const child = new Construct(chart, 'child');
  expect(forManyChildren(chart).node.children).toEqual([child]);
});
