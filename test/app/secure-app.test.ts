import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { ApiObject, App, AppProps, Chart, JsonPatch, Lazy, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { SecureApp } from '../../src/app/secure-app';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';
import { Platform } from '../../src/kube/platform';
import { SealPhase, Session } from '../../src/policy/session';

const NO_FOLDER = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'secure-app-')), 'never-made');

function secureApp(props: AppProps = {}): SecureApp {
  return new SecureApp({ outdir: NO_FOLDER, kubernetesVersion: KubernetesVersion.V1_36, ...props });
}

function configMap(scope: Construct, id: string, name = id): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop' } });
}

/** That an app throws, and that not even the folder is there afterwards. */
function expectNothing(app: App, message: string): void {
  expect(() => app.synth()).toThrow(new Error(message));
  expect(fs.existsSync(NO_FOLDER)).toBe(false);
}

describe('settings', () => {
  test('are those of the constructor', () => {
    const app = secureApp();
    expect(Session.of(new Chart(app, 'chart')).settings.kubernetesVersion).toBe(KubernetesVersion.V1_36);
    expect(Session.of(app).settings.platform).toBe(Platform.GENERIC);
  });

  test('can be given to an app of another class', () => {
    const app = Testing.app();
    SecureApp.configure(app, { kubernetesVersion: KubernetesVersion.V1_32, ipv6: true });
    expect(Session.of(app).settings).toMatchObject({ kubernetesVersion: KubernetesVersion.V1_32, ipv6: true });
  });

  test('come before the first construct', () => {
    const app = Testing.app();
    new Chart(app, 'early');
    expect(() => SecureApp.configure(app, {})).toThrow(
      'settings come after constructs that were made without them: got "early", expected an app with nothing in it; call SecureApp.configure right after the app is made');
  });
});

describe('nothing is written', () => {
  test('if a validation fails; the error is that of cdk8s', () => {
    const apps = [secureApp(), new App({ outdir: NO_FOLDER })];
    for (const app of apps) {
      const construct = new Construct(new Chart(app, 'chart'), 'thing');
      construct.node.addValidation({ validate: () => ['is bad', 'is worse'] });
    }
    const message = 'Validation failed with the following errors:\n  [chart/thing] is bad\n  [chart/thing] is worse';
    expectNothing(apps[0], message);
    expect(() => apps[1].synth()).toThrow(new Error(message));
    fs.rmSync(NO_FOLDER, { recursive: true });
  });

  test('if a rule is broken', () => {
    const app = secureApp();
    configMap(new Chart(app, 'one'), 'web');
    configMap(new Chart(app, 'two'), 'other', 'web');
    expectNothing(app, 'Validation failed with the following errors:\n  [two/other] unique-objects: '
      + 'two objects are ConfigMap "web" in namespace "shop": got this one and [one/web], expected one; give one of them another name');
    expect(() => app.synthYaml()).toThrow('unique-objects');
  });

  test('if an object cannot be rendered, even the last one', () => {
    const app = secureApp();
    configMap(new Chart(app, 'a'), 'fine');
    new ApiObject(new Chart(app, 'b'), 'broken', { apiVersion: 'v1', kind: 'ConfigMap', data: Lazy.any({ produce: () => { throw new Error('not yet'); } }) });
    expect(() => app.synth()).toThrow("Failed serializing construct at path 'b/broken'");
    expect(fs.existsSync(NO_FOLDER)).toBe(false);
  });

  test('if an object cannot be written as YAML', () => {
    const app = secureApp();
    new ApiObject(new Chart(app, 'a'), 'broken', { apiVersion: 'v1', kind: 'ConfigMap', data: { merge: Symbol('x') } });
    expect(() => app.synth()).toThrow();
    expect(fs.existsSync(NO_FOLDER)).toBe(false);
  });

  test('if constructs depend on one another in a circle', () => {
    const app = secureApp();
    const chart = new Chart(app, 'chart');
    const [a, b, c] = ['a', 'b', 'c'].map(id => configMap(chart, id));
    a.addDependency(b);
    b.addDependency(c);
    c.addDependency(a);
    expectNothing(app, 'Dependency cycle detected: chart/a => chart/b => chart/c => chart/a');
  });
});

describe('what comes after the first synthesis is judged in the second', () => {
  const apps: [string, () => { app: App; chart: Chart; synth: () => unknown }][] = [
    ['a SecureApp', () => {
      const app = secureApp();
      return { app, chart: new Chart(app, 'chart'), synth: () => app.synthYaml() };
    }],
    ['a SecureApp, through Testing.synth', () => {
      const chart = new Chart(secureApp(), 'chart');
      return { app: App.of(chart), chart, synth: () => Testing.synth(chart) };
    }],
    ['a stock App, through Testing.synth', () => {
      const chart = new Chart(Testing.app(), 'chart');
      Session.of(chart);
      return { app: App.of(chart), chart, synth: () => Testing.synth(chart) };
    }],
  ];

  test.each(apps)('%s: a patch of a foreign object that takes a name', (_, make) => {
    const { chart, synth } = make();
    configMap(chart, 'a');
    const foreign = configMap(chart, 'b');
    synth();
    synth();
    foreign.addJsonPatch(JsonPatch.replace('/metadata/name', 'a'));
    expect(synth).toThrow('[chart/b] unique-objects: two objects are ConfigMap "a"');
  });

  test.each(apps)('%s: an object that takes a name', (_, make) => {
    const { app, chart, synth } = make();
    configMap(chart, 'a');
    synth();
    configMap(new Chart(app, 'late'), 'b', 'a');
    expect(synth).toThrow('[late/b] unique-objects: two objects are ConfigMap "a"');
  });

  test.each(apps)('%s: an object for which a step adds another one', (_, make) => {
    const { chart, synth } = make();
    Session.of(chart).addSealStep(SealPhase.OBJECTS, () => {
      if (chart.node.tryFindChild('cause') && !chart.node.tryFindChild('effect')) { configMap(chart, 'effect'); }
    });
    synth();
    configMap(chart, 'cause');
    synth();
    expect(chart.node.tryFindChild('effect')).toBeDefined();
  });
});

test('an object that a validation adds is sealed, judged and written', () => {
  const app = secureApp();
  const chart = new Chart(app, 'chart');
  chart.node.addValidation({
    validate: () => {
      if (!chart.node.tryFindChild('late')) { configMap(chart, 'late'); }
      return [];
    },
  });
  let seen = 0;
  Session.of(app).addSealStep(SealPhase.NAMESPACES, () => { seen = Session.of(app).objects().length; });
  expect(app.synthYaml()).toContain('name: late');
  expect(seen).toBe(1);
});

test('what a chart makes in a way of its own is judged and written', () => {
  class OwnChart extends Chart {
    public toJson(): any[] { return [undefined, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web', namespace: 'shop' } }]; }
  }
  const app = secureApp();
  new OwnChart(app, 'own');
  expect(app.synthYaml()).toBe('\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  namespace: shop\n');
  configMap(new Chart(app, 'other'), 'web');
  expect(() => app.synth()).toThrow('[other/web] unique-objects: two objects are ConfigMap "web" in namespace "shop": got this one and [own]');
});

test('what stands in two places is written as cdk8s writes it', () => {
  const texts = [secureApp(), Testing.app()].map(app => {
    const shared = { a: ['b'] };
    const chart = new Chart(app, 'chart');
    configMap(chart, 'patched').addJsonPatch(JsonPatch.add('/one', shared), JsonPatch.add('/two', { shared, again: shared }));
    new ApiObject(chart, 'raw', { apiVersion: 'v1', kind: 'ConfigMap', one: shared, two: Lazy.any({ produce: () => [shared, shared] }) });
    configMap(chart, 'own').toJson = () => ({ one: shared, two: shared });
    return app.synthYaml();
  });
  expect(texts[0]).toBe(texts[1]);
});

test('one text of the whole app is that of cdk8s', () => {
  const texts = [secureApp(), Testing.app()].map(app => {
    new Chart(app, 'empty');
    const [one, two] = [new Chart(app, 'one'), new Chart(app, 'two')];
    configMap(one, 'a').addDependency(configMap(two, 'b'));
    configMap(one, 'c');
    return app.synthYaml();
  });
  expect(texts[0]).toBe(texts[1]);
  expect(texts[0]).toMatch(/name: b[^]*name: a[^]*name: c/);
});

test('each object is rendered once', () => {
  const app = secureApp({ outdir: fs.mkdtempSync(path.join(os.tmpdir(), 'once-')), recordConstructMetadata: true });
  const object = configMap(new Chart(app, 'chart'), 'web');
  const toJson = jest.spyOn(object, 'toJson');
  app.synth();
  expect(toJson).toHaveBeenCalledTimes(1);
  fs.rmSync(app.outdir, { recursive: true });
});

test('the tree is left as it is', () => {
  const app = secureApp();
  const [one, two] = [new Chart(app, 'one'), new Chart(app, 'two')];
  configMap(one, 'a').addDependency(configMap(two, 'b'));
  new Chart(one, 'nested');
  app.synthYaml();
  expect(app.node.findAll().map(each => each.node.dependencies.length)).toEqual([0, 0, 1, 0, 0, 0]);
});

test('the environment can ask for the place of each construct', () => {
  process.env.CDK8S_RECORD_CONSTRUCT_METADATA = 'true';
  try {
    const app = secureApp({ outdir: fs.mkdtempSync(path.join(os.tmpdir(), 'places-')) });
    configMap(new Chart(app, 'chart'), 'id', 'web');
    app.synth();
    expect(fs.readFileSync(path.join(app.outdir, 'construct-metadata.json'), 'utf8')).toBe('{"version":"1.0.0","resources":{"web":{"path":"chart/id"}}}');
    fs.rmSync(app.outdir, { recursive: true });
  } finally {
    delete process.env.CDK8S_RECORD_CONSTRUCT_METADATA;
  }
});

test('an app of 130,000 objects, more than cdk8s can write, is written', () => {
  const app = secureApp({ outdir: fs.mkdtempSync(path.join(os.tmpdir(), 'large-')) });
  const chart = new Chart(app, 'chart');
  const metadata = { toJson: () => ({}) };
  for (let i = 0; i < 130_000; i++) { configMap(chart, `c${i}`).toJson = () => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `c${i}`, ...metadata.toJson() } }); }
  app.synth();
  const text = fs.readFileSync(path.join(app.outdir, 'chart.k8s.yaml'), 'utf8');
  expect(text.split('---\n')).toHaveLength(130_000);
  expect(text.endsWith('name: c129999\n')).toBe(true);
  fs.rmSync(app.outdir, { recursive: true });
});
