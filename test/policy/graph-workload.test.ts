import { cronJob, daemonSet, deployment, job, object, workload } from './rules/set-objects';
import type { JsonObject } from '../../src/kube/pod';
import { REWRITE_PROBES, workloadOf } from '../../src/policy/graph-workload';

const read = (json: JsonObject) => workloadOf(json, { index: 0, kind: json.kind, namespace: 'shop', name: json.metadata?.name });

test('what is left out is as the server has it', () => {
  const { labels, path, replicas, hostNetwork, isPlaced, serviceAccount, mountsToken, ports, references, dials, storageClasses } = read(deployment('web'))!;
  expect([labels, path, serviceAccount]).toEqual([{ app: 'web' }, 'spec.template.spec', 'default']);
  expect([replicas, mountsToken, hostNetwork, isPlaced]).toEqual([undefined, undefined, false, false]);
  expect([ports, references, dials, storageClasses]).toEqual([[], [], [], []]);
});

test('a port says all that it is', () => {
  const ports = [{ containerPort: 53, protocol: 'UDP', name: 'dns', hostPort: 5353 }, { containerPort: 80 }, { containerPort: 'x' }];
  expect(read(daemonSet('dns', { container: { ports } }))!.ports).toEqual([
    { container: 'main', field: 'spec.template.spec.containers[0].ports[0]', name: 'dns', number: 53, protocol: 'UDP', hostPort: 5353 },
    { container: 'main', field: 'spec.template.spec.containers[0].ports[1]', name: undefined, number: 80, protocol: 'TCP', hostPort: undefined },
  ]);
});

test('what a Job and a Pod select is not theirs to say; a ReplicationController has a map', () => {
  const pod = object('v1', 'Pod', 'web', { spec: { selector: { matchLabels: { app: 'web' } } } });
  expect([job('load', { spec: { selector: { matchLabels: { app: 'load' } } } }), cronJob('night'), pod].map(json => read(json)!.selector)).toEqual([undefined, undefined, undefined]);
  const controller = (selector: unknown) => read(workload('v1', 'ReplicationController', 'web', { spec: { selector } }))!.selector;
  expect([controller({ app: 'web' })?.toString(), controller({})]).toEqual(['app=web', undefined]);
});

test('a template of a kind that is none of Kubernetes\' own is read, and marked', () => {
  expect([deployment('web'), workload('argoproj.io/v1alpha1', 'Rollout', 'web')].map(json => [read(json)!.isCustom, read(json)!.labels])).toEqual([
    [false, { app: 'web' }], [true, { app: 'web' }],
  ]);
});

test('what makes no pods is no workload', () => {
  const others = [object('v1', 'Service', 'web'), object('example.com/v1', 'Shop', 'web', { spec: { template: { spec: {} } } }), { kind: 'Deployment' }];
  expect(others.map(read)).toEqual([undefined, undefined, undefined]);
});

test('the probes that the kubelet makes over the network are told of pods whose sidecar is not to answer them', () => {
  const container = { livenessProbe: { tcpSocket: { port: 1 } }, readinessProbe: { httpGet: { port: 1 } }, startupProbe: { exec: {} } };
  const probes = (rewrites: string) => read(deployment('web', { container, annotations: { [REWRITE_PROBES]: rewrites } }))!.dialledProbes;
  expect(probes('false').map(({ field }) => field)).toEqual([
    'spec.template.spec.containers[0].livenessProbe', 'spec.template.spec.containers[0].readinessProbe',
  ]);
  expect([probes('true'), read(deployment('web', { container }))!.dialledProbes]).toEqual([[], []]);
});
