import { App, Chart, JsonPatch, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import type { Finding } from '../../src/policy/finding';
import { MADE_RULES } from '../../src/policy/made-objects';
import { makeObject, ObjectRank } from '../../src/policy/object-order';
import type { RenderedObject } from '../../src/policy/rendered-object';
import { Severity } from '../../src/policy/rule';
import { Session } from '../../src/policy/session';

function chartIn(app = new App()): Chart {
  return new Chart(app, 'chart');
}

function make(chart: Chart, rank: ObjectRank, data: unknown = { a: ['b'] }, labels?: Record<string, string>): RenderedObject {
  const owner = new Construct(chart, `${rank}-owner`);
  return makeObject(rank, { apiVersion: 'v1', kind: 'ConfigMap', name: rank, namespace: 'shop', owner, labels, render: () => ({ data }) });
}

/** What the audit finds about what is made, with what is really written. */
function found(chart: Chart, written: (object: RenderedObject) => any = object => object.toJson()): Finding[] {
  const run = Session.of(chart).audit();
  for (const object of Session.of(chart).objects() as RenderedObject[]) {
    const json = written(object);
    if (json !== undefined) { run.see({ construct: object, json }); }
  }
  return run.conclude().filter(({ rule }) => Object.values<string>(MADE_RULES).includes(rule));
}

const short = (findings: readonly Finding[]) => findings.map(({ rule, severity, object, field }) => [rule, severity, object, field]);

test('what is written as it was made is nothing to speak of', () => {
  const chart = chartIn();
  Object.values(ObjectRank).forEach(rank => make(chart, rank));
  expect(found(chart)).toEqual([]);
});

test.each(Object.values(ObjectRank))('a patch of what there is, in %s, is an error', rank => {
  const chart = chartIn();
  make(chart, rank).addJsonPatch(JsonPatch.replace('/data/a/0', 'c'), JsonPatch.add('/data/d', 'e'));
  const [finding, ...more] = found(chart);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    rule: 'made-object-unchanged',
    severity: Severity.ERROR,
    object: `ConfigMap shop/${rank}`,
    field: 'data.a[0]',
    message: `ConfigMap shop/${rank} is not written as its construct makes it: got "data.a[0], data.d changed from outside", `
      + 'expected no change that the construct does not know of; take the change back: no prop of the construct makes it',
  });
});

const WORK = [ObjectRank.WORKLOADS, ObjectRank.SCALING];

test.each(Object.values(ObjectRank).map(rank => [rank, WORK.includes(rank) ? Severity.WARNING : Severity.ERROR] as const))('what is added to what is there, in %s, is told as %s', (rank, severity) => {
  const chart = chartIn();
  make(chart, rank).addJsonPatch(JsonPatch.add('/data/d', 'e'));
  expect(short(found(chart))).toEqual([['made-object-unchanged', severity, `ConfigMap shop/${rank}`, 'data.d']]);
});

test('what a policy opens is judged by the flows; which pods it closes is not for others to say', () => {
  const chart = chartIn();
  const spec = { podSelector: { matchLabels: { app: 'web' } }, policyTypes: ['Ingress', 'Egress'], ingress: [{ ports: [{ port: 80 }] }] };
  const policy = makeObject(ObjectRank.ALLOW, {
    apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', name: 'web', namespace: 'shop', owner: new Construct(chart, 'owner'), render: () => ({ spec }),
  });
  policy.addJsonPatch(JsonPatch.remove('/spec/ingress/0'));
  expect(short(found(chart))).toEqual([['made-object-unchanged', Severity.WARNING, 'NetworkPolicy shop/web', 'spec.ingress[0]']]);
  policy.addJsonPatch(JsonPatch.replace('/spec/policyTypes', ['Ingress']));
  expect(short(found(chart))).toEqual([['made-object-unchanged', Severity.ERROR, 'NetworkPolicy shop/web', 'spec.ingress[0]']]);
});

test('what is added is an error where a rule forbids it', () => {
  const chart = chartIn();
  make(chart, ObjectRank.WORKLOADS, { a: 'b' }).addJsonPatch(JsonPatch.add('/data/key', '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG'));
  expect(short(found(chart))).toEqual([['made-object-unchanged', Severity.ERROR, 'ConfigMap shop/workloads', 'data.key']]);
});

test.each(['/kind', '/metadata/name', '/metadata/namespace'])('a patch of %s is an error, whatever it is: nothing holds the object there', path => {
  const chart = chartIn();
  make(chart, ObjectRank.WORKLOADS).addJsonPatch(JsonPatch.replace(path, 'other'));
  expect(short(found(chart))).toEqual([['made-object-unchanged', Severity.ERROR, 'ConfigMap shop/workloads', path.slice(1).replace('/', '.')]]);
});

test('a patch that changes nothing is nothing to speak of', () => {
  const chart = chartIn();
  make(chart, ObjectRank.DENY).addJsonPatch(JsonPatch.replace('/data/a/0', 'b'));
  expect(found(chart)).toEqual([]);
});

test('of many fields the first are named', () => {
  const chart = chartIn();
  make(chart, ObjectRank.DENY).addJsonPatch(...['c', 'd', 'e', 'f', 'g', 'h', 'i'].map(key => JsonPatch.add(`/data/${key}`, 1)));
  expect(found(chart)[0].message).toContain('got "data.c, data.d, data.e, data.f, data.g and 2 more changed from outside"');
});

test('annotations and labels for other programs are free; labels of a namespace are not', () => {
  const chart = chartIn();
  const [work, namespace] = [make(chart, ObjectRank.WORKLOADS, {}, { team: 'a' }), make(chart, ObjectRank.NAMESPACES, {}, { level: 'restricted' })];
  for (const object of [work, namespace]) {
    object.addJsonPatch(JsonPatch.add('/metadata/annotations', { a: 'b' }), JsonPatch.add('/metadata/labels/other', 'c'));
    object.metadata.addLabel('team', 'b');
  }
  expect(found(chart)).toEqual([]);
  namespace.metadata.addLabel('level', 'privileged');
  expect(short(found(chart))).toEqual([['made-object-unchanged', Severity.ERROR, 'ConfigMap shop/namespaces', 'metadata.labels.level']]);
});

test('another way to render is told by what it changes, or that it gives nothing', () => {
  const chart = chartIn();
  make(chart, ObjectRank.DENY).toJson = () => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'deny', namespace: 'shop' } });
  make(chart, ObjectRank.ALLOW).toJson = () => undefined;
  expect(short(found(chart))).toEqual([
    ['made-object-unchanged', Severity.ERROR, 'ConfigMap shop/deny', 'data'],
    ['made-object-written', Severity.WARNING, 'ConfigMap shop/allow', undefined],
  ]);
});

test('what is taken out of the tree is missed, by itself or with its place', () => {
  const chart = chartIn();
  const [deny, work] = [make(chart, ObjectRank.DENY), make(chart, ObjectRank.WORKLOADS)];
  deny.node.scope!.node.tryRemoveChild(deny.node.id);
  expect(found(chart)).toMatchObject([{
    rule: 'made-object-written',
    severity: Severity.ERROR,
    message: 'ConfigMap shop/deny is not written, though a construct makes it: expected every object that a construct makes; '
      + 'leave it in its place in the tree, or take the construct out of the program',
  }]);
  chart.node.tryRemoveChild(work.node.scope!.node.scope!.node.id);
  expect(short(found(chart)).map(([, severity, object]) => [severity, object])).toEqual([
    [Severity.ERROR, 'ConfigMap shop/deny'], [Severity.ERROR, 'ConfigMap shop/workloads'],
  ]);
});

test('a whole chart may go', () => {
  const app = new App();
  const chart = chartIn(app);
  make(chart, ObjectRank.DENY);
  const other = new Chart(app, 'other');
  app.node.tryRemoveChild('chart');
  expect(found(other)).toEqual([]);
});

test('a chart that writes in a way of its own is asked for everything too', () => {
  const chart = chartIn();
  const [deny, allow] = [make(chart, ObjectRank.DENY), make(chart, ObjectRank.ALLOW)];
  make(chart, ObjectRank.WORKLOADS);
  const run = Session.of(chart).audit();
  run.see({ construct: chart, json: deny.toJson() });
  run.see({ construct: chart, json: { ...allow.toJson(), data: {} } });
  expect(short(run.conclude()).filter(([rule]) => String(rule).startsWith('made-'))).toEqual([
    ['made-object-unchanged', Severity.ERROR, 'ConfigMap shop/allow', 'data.a'],
    ['made-object-written', Severity.ERROR, 'ConfigMap shop/workloads', undefined],
  ]);
});

test('a resolver of the program is told where it changes a value, and is there afterwards', () => {
  const resolver = { resolve: (context: any) => { if (context.value === 'b') { context.replaceValue('c'); } } };
  const app = new App({ resolvers: [resolver] });
  const chart = chartIn(app);
  make(chart, ObjectRank.DENY);
  make(chart, ObjectRank.ALLOW, { a: Lazy.any({ produce: () => 'x' }) });
  expect(short(found(chart))).toEqual([['made-object-unchanged', Severity.ERROR, 'ConfigMap shop/deny', 'data.a[0]']]);
  expect([app.resolvers.length, app.resolvers[0]]).toEqual([4, resolver]);
});
