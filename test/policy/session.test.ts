import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { SealPhase, Session } from '../../src/policy/session';
import { Settings } from '../../src/policy/settings';

function appWith(objects: number): { app: App; chart: Chart } {
  const app = Testing.app();
  const chart = new Chart(app, 'chart');
  for (let i = 0; i < objects; i++) { configMap(chart, `c${i}`); }
  return { app, chart };
}

function configMap(scope: Construct, name: string): ApiObject {
  return new ApiObject(scope, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop' } });
}

/** Counts how often the whole app is judged. */
function countedAudits(scope: Construct): () => number {
  let runs = 0;
  Session.of(scope).addAudit(() => ({ conclude: () => { runs++; return []; } }));
  return () => runs;
}

test('every construct of an app has the same session, and another app another one', () => {
  const { app, chart } = appWith(1);
  expect(Session.of(chart.node.children[0])).toBe(Session.of(app));
  expect(Session.of(Testing.app())).not.toBe(Session.of(app));
});

test('a part is made once', () => {
  const session = Session.of(Testing.app());
  const part = session.part('things', () => ({}));
  expect(session.part('things', () => ({}))).toBe(part);
});

test('one synthesis of a stock app with many charts judges once', () => {
  const app = Testing.app();
  for (let i = 0; i < 5; i++) { configMap(new Chart(app, `chart${i}`), `c${i}`); }
  const runs = countedAudits(app);
  app.synth();
  expect(runs()).toBe(1);
});

test.each<[string, (object: ApiObject) => void]>([
  ['a patch', object => object.addJsonPatch(JsonPatch.add('/data', { a: 'b' }))],
  ['another label', object => object.metadata.addLabel('a', 'b')],
  ['another value of a label', object => object.metadata.addLabel('known', 'new')],
  ['an annotation', object => object.metadata.addAnnotation('a', 'b')],
  ['a finalizer', object => object.metadata.addFinalizers('a/b')],
  ['another attribute', object => object.metadata.add('generateName', 'x-')],
  ['another object', object => configMap(object.chart, 'later')],
])('%s between two syntheses is judged again, and nothing is not', (_, change) => {
  const { chart } = appWith(1);
  const object = chart.node.findChild('c0') as ApiObject;
  object.metadata.addLabel('known', 'old');
  const runs = countedAudits(chart);
  Testing.synth(chart);
  Testing.synth(chart);
  expect(runs()).toBe(1);
  change(object);
  Testing.synth(chart);
  expect(runs()).toBe(2);
});

test('steps run by phase, see what others add, and run no more once nothing changes', () => {
  const { chart } = appWith(0);
  const session = Session.of(chart);
  const ran: string[] = [];
  session.addSealStep(SealPhase.OBJECTS, () => {
    ran.push('objects');
    if (!chart.node.tryFindChild('made')) { configMap(chart, 'made'); }
  });
  session.addSealStep(SealPhase.NAMESPACES, () => { ran.push('namespaces'); });
  expect(Testing.synth(chart)).toHaveLength(1);
  expect(ran).toEqual(['namespaces', 'objects', 'namespaces', 'objects']);
  Testing.synth(chart);
  expect(ran).toHaveLength(4);
});

test('an object that another library adds after the first synthesis is sealed too', () => {
  const { chart } = appWith(1);
  let seals = 0;
  Session.of(chart).addSealStep(SealPhase.NAMESPACES, () => { seals++; });
  Testing.synth(chart);
  configMap(chart, 'later');
  Testing.synth(chart);
  expect(seals).toBe(2);
});

test('a finding stops the synthesis, and names rule and construct', () => {
  const { chart } = appWith(1);
  Session.of(chart).addAudit(() => {
    const seen: string[] = [];
    return {
      see: ({ json }) => { seen.push(json.metadata.name); },
      conclude: () => [{ rule: 'no-objects', construct: chart, message: `saw ${seen.join()}` }],
    };
  });
  expect(() => Testing.synth(chart)).toThrow('Validation failed with the following errors:\n  [] [chart] no-objects: saw c0');
});

test('objects of a namespace are found within a pass and outside of one', () => {
  const { app, chart } = appWith(2);
  new ApiObject(chart, 'other', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'other', namespace: 'other' } });
  const session = Session.of(app);
  const names = () => session.objectsIn('shop').map(object => object.name);
  expect(names()).toEqual(['c0', 'c1']);
  session.pass(() => {
    expect(names()).toEqual(['c0', 'c1']);
    expect(session.objectsIn('shop')).toBe(session.objectsIn('shop'));
    expect(session.objectsIn('nowhere')).toEqual([]);
  });
  configMap(chart, 'later');
  expect(names()).toEqual(['c0', 'c1', 'later']);
});

test('a pass that fails leaves nothing behind', () => {
  const { app, chart } = appWith(1);
  const session = Session.of(app);
  expect(() => session.pass(() => { session.objects(); throw new Error('disk'); })).toThrow('disk');
  const runs = countedAudits(app);
  configMap(chart, 'later');
  expect(Testing.synth(chart)).toHaveLength(2);
  expect(runs()).toBe(1);
});

test('a step that fails is run again', () => {
  const { chart } = appWith(0);
  let broken = true;
  Session.of(chart).addSealStep(SealPhase.OBJECTS, () => { if (broken) { throw new Error('broken'); } });
  expect(() => Testing.synth(chart)).toThrow('broken');
  expect(() => Testing.synth(chart)).toThrow('broken');
  broken = false;
  expect(Testing.synth(chart)).toEqual([]);
});

test('what is rendered in one synthesis of a stock app finds the objects of a namespace by one look at the tree', () => {
  const { chart } = appWith(2);
  const session = Session.of(chart);
  Testing.synth(chart);
  const list = session.objectsIn('shop');
  expect(session.objectsIn('shop')).toBe(list);
  configMap(chart, 'later');
  Testing.synth(chart);
  expect(session.objectsIn('shop')).toHaveLength(3);
});

test('an audit that fails leaves no verdict', () => {
  const { chart } = appWith(1);
  let broken = true;
  Session.of(chart).addAudit(() => ({ conclude: () => { if (broken) { throw new Error('broken'); } return [{ rule: 'r', construct: chart, message: 'm' }]; } }));
  expect(() => Testing.synth(chart)).toThrow('broken');
  broken = false;
  expect(() => Testing.synth(chart)).toThrow('[chart] r: m');
  expect(() => Testing.synth(chart)).toThrow('[chart] r: m');
});

test('an object that takes the place of another one is sealed too', () => {
  const { chart } = appWith(1);
  let seals = 0;
  Session.of(chart).addSealStep(SealPhase.NAMESPACES, () => { seals++; });
  Testing.synth(chart);
  chart.node.tryRemoveChild('c0');
  configMap(chart, 'other');
  Testing.synth(chart);
  expect(seals).toBe(2);
});

test('settings that are given anew bring their own waivers, and take those of the earlier ones away', () => {
  const { app, chart } = appWith(0);
  const session = Session.of(app);
  session.waivers.add(chart, [{ rule: 'host-pid-off', reason: 'stays' }]);
  for (const rule of ['host-network-off', 'host-ipc-off']) { session.settings = new Settings({ waivers: [{ rule, reason: 'so' }] }); }
  expect(session.waivers.entries.map(({ waiver }) => waiver.rule)).toEqual(['host-pid-off', 'host-ipc-off']);
});

test('a waiver can name a rule that the app brings', () => {
  const { app } = appWith(0);
  const session = Session.of(app);
  session.settings = new Settings({ waivers: [{ rule: 'acme-labels-set', reason: 'so' }] });
  const rules = () => {
    session.audit();
    return session.settle([]).findings.map(({ rule }) => rule);
  };
  expect(rules()).toEqual(['waiver-rule-known']);
  session.ownRules = ['acme-labels-set'];
  expect(rules()).toEqual(['waiver-used']);
});
