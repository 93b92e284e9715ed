import * as fs from 'fs';
import { App, Chart, Testing } from 'cdk8s';
import * as fc from 'fast-check';
import * as lib from '../../../src';
import { Cluster } from './cluster';
import { compare, showDifference } from './exactness';
import { DeclaredFlow, End } from './declared-flow';
import { seededFaults } from './faults';
import { flowGraphs } from './random-graph';

function build(graph: any): any[] {
  const app = new lib.SecureApp({ kubernetesVersion: lib.KubernetesVersion.V1_36, trustedRegistries: ['registry.example.com'] } as any);
  const chart = new lib.SecureChart(app, 'c');
  const ns: any = {}; graph.namespaces.forEach((n: string) => { ns[n] = new lib.SecureNamespace(chart, n); });
  const w: any = {};
  for (const x of graph.workloads) {
    w[`${x.namespace}/${x.name}`] = new lib.HardenedDeployment(ns[x.namespace], x.name, {
      image: 'registry.example.com/a:1.0@sha256:' + 'a'.repeat(64),
      ports: x.ports.map((p: any, i: number) => ({ name: `p${i}`, number: p.number, protocol: p.protocol })),
      health: (lib as any).Health.none('test'),
    } as any);
  }
  const end = (e: End): any => typeof e === 'string' ? (e === 'anywhere' ? lib.KubeApi.webhookCaller() : w[e]) : 'cidr' in e ? lib.External.cidr(e.cidr, { except: [...e.except ?? []] }) : lib.Pods.inNamespace(e.namespace, { ...e.labels });
  for (const f of graph.flows) {
    const props: any = { port: f.port, protocol: f.protocol, endPort: f.endPort };
    if (typeof f.from === 'string' && f.from !== 'anywhere') { w[f.from].connections.allowTo(end(f.to), props); } else { w[f.to as string].connections.allowFrom(end(f.from), props); }
  }
  void Testing; void App; void Chart;
  return chart.toJson();
}
test('adhoc', () => {
  let n = 0; const errs: string[] = []; let flowsN = 0; let missed: string[] = []; let faultsN = 0; const t = { c: 0 };
  for (const graph of fc.sample(flowGraphs(), { numRuns: 60, seed: 3 })) {
    let manifests: any[];
    try { manifests = build(graph); } catch (e: any) { errs.push(e.message.slice(0, 400)); continue; }
    const resolvers = new Set(graph.flows.filter(f => typeof f.from === 'string' && f.from !== 'anywhere' && (typeof f.to === 'string' || 'labels' in f.to)).map(f => f.from as string));
    const dns: DeclaredFlow[] = [...resolvers].flatMap(from => (['UDP', 'TCP'] as const).flatMap(protocol => [
      { from, to: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } }, port: 53, protocol }, { from, to: { namespace: 'kube-system', labels: { 'k8s-app': 'node-local-dns' } }, port: 53, protocol }, { from, to: { cidr: '169.254.20.10/32' }, port: 53, protocol }]));
    const s = Date.now();
    const decoys = graph.namespaces.map(namespace => ({ namespace, labels: {}, closed: true }));
    const all = [...graph.flows, ...dns];
    const d = compare(Cluster.of(manifests), all, decoys);
    t.c += Date.now() - s;
    if (d.length) { errs.push(JSON.stringify(graph) + '\n' + d.slice(0, 5).map(showDifference).join('\n')); continue; }
    n++; flowsN += graph.flows.length;
    if (n <= 20) for (const f of seededFaults(manifests, n, 200)) { faultsN++; if (compare(Cluster.of(f.manifests), all, decoys).length === 0) { missed.push(`${n} ${f.kind} ${f.what}`); if (missed.length < 3) fs.writeFileSync(`/tmp/o/m${missed.length}.json`, JSON.stringify({ g: graph, f, np: manifests.filter(m => m.kind === 'NetworkPolicy') }, null, 1)); } }
  }
  fs.writeFileSync('/tmp/o/out.txt', JSON.stringify({ n, flowsN, faultsN, t, missed: missed.length }) + '\n' + missed.slice(0, 40).join('\n') + '\n' + errs.slice(0, 8).join('\n\n'));
});
