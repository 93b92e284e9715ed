import type { Covers, Rule } from '../../src/policy/rule';
import { RuleElements } from '../../src/policy/rule-elements';

const DEPLOYMENT = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', annotations: null },
  spec: {
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        initContainers: [{ name: 'proxy', restartPolicy: 'Always' }, { name: 'migrate' }],
        containers: [{ name: 'web', ports: null }],
        ephemeralContainers: [{ name: 'debug' }],
        volumes: [{ name: 'tmp' }],
      },
    },
  },
};
const of = (rule: Pick<Rule, 'on' | 'covers' | 'kinds'>, json: object = DEPLOYMENT) => new RuleElements(json).of(rule);

test.each<[Covers, string[]]>([
  ['main', ['web']], ['running', ['proxy', 'web']], ['declared', ['proxy', 'migrate', 'web']], ['all', ['proxy', 'migrate', 'web', 'debug']],
])('a rule that covers %s containers judges %j', (covers, names) => {
  expect(of({ on: 'container', covers }).map(({ container }) => container)).toEqual(names);
});

test('a container comes with its pod and the metadata of the pod, each with its place', () => {
  const [element] = of({ on: 'container', covers: 'main' });
  expect(element.paths).toEqual({ container: 'spec.template.spec.containers[0]', pod: 'spec.template.spec', meta: 'spec.template.metadata' });
  expect(element.values.container).toEqual({ name: 'web' });
  expect(element.values.pod.volumes).toEqual([{ name: 'tmp', emptyDir: {} }]);
  expect(element.values.meta).toEqual({ labels: { app: 'web' } });
});

test('a volume is as the API server would have it', () => {
  expect(of({ on: 'volume' }).map(({ values, paths }) => [values.volume, paths.volume])).toEqual([[{ name: 'tmp', emptyDir: {} }, 'spec.template.spec.volumes[0]']]);
});

test('an object is judged as a whole, without the fields that are null', () => {
  const [{ values, paths }] = of({ on: 'object' });
  expect([values.object.metadata, paths.object]).toEqual([{ name: 'web' }, '']);
});

test('a rule for certain kinds judges no others', () => {
  expect(of({ on: 'object', kinds: ['Deployment'] })).toEqual([]);
  expect(of({ on: 'object', kinds: ['apps/Deployment'] })).toHaveLength(1);
  expect(of({ on: 'pod', kinds: ['batch/Job'] })).toEqual([]);
  expect(of({ on: 'object', kinds: ['Service'] }, { apiVersion: 'v1', kind: 'Service' })).toHaveLength(1);
});

test('what has no pod has no parts of one', () => {
  const service = new RuleElements({ apiVersion: 'v1', kind: 'Service' });
  expect((['pod', 'meta', 'container', 'volume'] as const).map(on => service.of({ on }))).toEqual([[], [], [], []]);
});

test('every rule is given the same elements', () => {
  const elements = new RuleElements(DEPLOYMENT);
  expect(elements.of({ on: 'pod' })[0]).toBe(elements.of({ on: 'meta' })[0]);
});

test('what is no pod spec is judged as an empty one', () => {
  const odd = { apiVersion: 'v1', kind: 'Pod', spec: { containers: [null, 'x'], volumes: 'none' } };
  expect(of({ on: 'container' }, odd).map(({ values }) => values.container)).toEqual([{}, {}]);
  expect(of({ on: 'volume' }, odd)).toEqual([]);
});

test('a pod comes with its metadata, each with its place', () => {
  const [{ values, paths, container }, ...others] = of({ on: 'pod' });
  expect([paths, container, others]).toEqual([{ pod: 'spec.template.spec', meta: 'spec.template.metadata' }, undefined, []]);
  expect([values.meta, values.pod.volumes]).toEqual([{ labels: { app: 'web' } }, [{ name: 'tmp', emptyDir: {} }]]);
});

test('a container is found however many stand before it', () => {
  const containers = Array.from({ length: 12 }, (_, i) => ({ name: `c${i}` }));
  const elements = of({ on: 'container', covers: 'main' }, { apiVersion: 'v1', kind: 'Pod', spec: { containers } });
  expect(elements.map(({ values }) => values.container.name)).toEqual(containers.map(({ name }) => name));
});
