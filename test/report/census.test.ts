import { ApiObject } from 'cdk8s';
import { program } from './app-reports';
import { HardenedDeployment, Health, PodSecurityLevel, SecureNamespace } from '../../src';
import { ruleOf } from '../../src/policy/catalog';
import { Session } from '../../src/policy/session';
import { Census } from '../../src/report/census';

const censusOf = (of: Parameters<typeof Session.of>[0]) => {
  Session.of(of).seal();
  return Census.of(Session.of(of));
};
const image = `registry.example.com/agent:1@sha256:${'a'.repeat(64)}`;

test('a rule is about the objects of its kinds, the first of which are told by their names', () => {
  const { app, shop } = program();
  for (const name of ['a', 'b', 'c']) { new HardenedDeployment(shop, name, { image, port: 8080, health: Health.tcp() }); }
  const census = censusOf(app);
  expect(census.total).toBe(Session.of(app).objects().length);
  expect(census.reach(ruleOf('privileged-off')!)).toEqual({ judged: 4, first: ['Deployment shop/web', 'Deployment shop/a', 'Deployment shop/b'], exempt: 0 });
  expect(census.reach(ruleOf('namespace-pod-security-set')!)).toEqual({ judged: 1, first: ['Namespace shop'], exempt: 0 });
  expect(census.reach(ruleOf('ingress-tls-set')!)).toEqual({ judged: 0, first: [], exempt: 0 });
});

test('what stands in a namespace whose level allows it is exempt, whoever makes the namespace', () => {
  const { app, shop } = program();
  const chart = shop.node.scope!;
  const agents = new SecureNamespace(chart as any, 'agents', { level: PodSecurityLevel.PRIVILEGED, waivers: [{ rule: 'pod-security-restricted', reason: 'agents' }] });
  new HardenedDeployment(agents, 'agent', { image, port: 8080, health: Health.tcp() });
  new ApiObject(chart, 'theirs', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'theirs', labels: { 'pod-security.kubernetes.io/enforce': 'baseline' } } });
  new ApiObject(chart, 'pod', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'pod', namespace: 'theirs' } });
  const census = censusOf(app);
  expect(census.reach(ruleOf('privileged-off')!)).toMatchObject({ judged: 2, exempt: 1 });
  expect(census.reach(ruleOf('run-as-non-root')!)).toMatchObject({ judged: 1, exempt: 2 });
});

test('no pod of an app shows anything of etcd', () => {
  const { app, shop } = program();
  new ApiObject(shop, 'pod', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'pod' } });
  expect(censusOf(app).reach(ruleOf('etcd-pprof-off')!)).toEqual({ judged: 0, first: [], exempt: 0 });
});
