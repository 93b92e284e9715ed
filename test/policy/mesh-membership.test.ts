import { deployment, namespace, peers } from './rules/set-objects';
import { isMeshed, membershipOf, StrictPods } from '../../src/policy/mesh-membership';
import { ObjectGraph } from '../../src/policy/object-graph';

function graphOf(...objects: object[]): ObjectGraph {
  const graph = new ObjectGraph();
  objects.forEach(json => graph.see(json));
  return graph;
}

test.each([
  [{}, {}, 'none'],
  [{ 'istio-injection': 'enabled' }, {}, 'sidecar'],
  [{ 'istio-injection': 'enabled' }, { 'sidecar.istio.io/inject': 'false' }, 'none'],
  [{ 'istio.io/rev': 'stable' }, {}, 'sidecar'],
  [{ 'istio-injection': 'disabled' }, { 'sidecar.istio.io/inject': 'true' }, 'none'],
  [{}, { 'sidecar.istio.io/inject': 'true' }, 'sidecar'],
  [{ 'istio.io/dataplane-mode': 'ambient' }, {}, 'ambient'],
  [{ 'istio.io/dataplane-mode': 'ambient' }, { 'istio.io/dataplane-mode': 'none' }, 'none'],
  [{}, { 'istio.io/dataplane-mode': 'ambient' }, 'ambient'],
])('in a namespace with %j pods with %j are in the mesh by %s', (around, own, expected) => {
  const graph = graphOf(namespace('shop', around as Record<string, string>), deployment('web', { labels: { app: 'web', ...own } }));
  expect(membershipOf(graph, graph.workloads.all[0])).toBe(expected);
});

test('what is nearest to the pods says whether they are strict', () => {
  const graphWith = (...objects: object[]) => graphOf(...objects, deployment('web'));
  const strict = (...objects: object[]) => {
    const graph = graphWith(...objects);
    return StrictPods.of(graph).has(graph.workloads.all[0]);
  };
  const near = (...objects: object[]) => {
    const graph = graphWith(...objects);
    return StrictPods.of(graph).hasNear(graph.workloads.all[0]);
  };
  const web = (mode: string) => peers('web', mode, { selector: { matchLabels: { app: 'web' } } });
  const mesh = peers('default', 'STRICT', {}, 'istio-system');
  expect([strict(), strict(mesh), strict(mesh, peers('default', 'PERMISSIVE')), strict(peers('default', 'STRICT'), web('DISABLE')), strict(web('STRICT'))])
    .toEqual([false, true, false, false, true]);
  expect(strict(mesh, peers('default', 'UNSET'), web('UNSET'))).toBe(true);
  expect([near(mesh), near(web('STRICT')), near(mesh, peers('default', 'STRICT'))]).toEqual([false, true, true]);
});

test('a namespace is meshed by its labels, unless it takes itself out', () => {
  const meshed = (labels: Record<string, string>) => isMeshed(graphOf(namespace('shop', labels)), 'shop');
  expect([{}, { 'istio-injection': 'enabled' }, { 'istio.io/rev': 'a' }, { 'istio.io/rev': 'a', 'istio-injection': 'disabled' }, { 'istio.io/dataplane-mode': 'ambient' }]
    .map(labels => meshed(labels as Record<string, string>))).toEqual([false, true, true, false, true]);
  expect(isMeshed(graphOf(), 'shop')).toBe(false);
});
