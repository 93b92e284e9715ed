import { ApiObject, Chart, Testing } from 'cdk8s';
import { uniqueObjects } from '../../../src/policy/rules/unique-objects';

type Spec = [apiVersion: string, kind: string, name: string, namespace?: string];

function findings(...specs: Spec[]) {
  const chart = new Chart(Testing.app(), 'chart');
  const run = uniqueObjects();
  specs.forEach(([apiVersion, kind, name, namespace], i) => {
    const construct = new ApiObject(chart, `o${i}`, { apiVersion, kind, metadata: { name, namespace } });
    run.see!({ construct, json: construct.toJson() });
  });
  return run.conclude().map(({ rule, construct, message }) => ({ rule, path: construct.node.path, message }));
}

test.each<[string, Spec, Spec]>([
  ['kinds', ['v1', 'Secret', 'web', 'shop'], ['v1', 'ConfigMap', 'web', 'shop']],
  ['groups', ['networking.istio.io/v1', 'Gateway', 'web', 'shop'], ['gateway.networking.k8s.io/v1', 'Gateway', 'web', 'shop']],
  ['namespaces', ['v1', 'Secret', 'web', 'shop'], ['v1', 'Secret', 'web', 'data']],
  ['names', ['v1', 'Secret', 'web', 'shop'], ['v1', 'Secret', 'api', 'shop']],
])('objects of different %s stand beside each other', (_, a, b) => {
  expect(findings(a, b)).toEqual([]);
});

test('two of one kind, namespace and name are one finding', () => {
  expect(findings(['v1', 'Secret', 'web', 'shop'], ['v1', 'Secret', 'web', 'shop'])).toEqual([{
    rule: 'unique-objects',
    path: 'chart/o1',
    message: 'two objects are Secret "web" in namespace "shop": got this one and [chart/o0], expected one; give one of them another name',
  }]);
});

test.each<[string, Spec, Spec]>([
  ['versions of one group', ['policy/v1', 'PodDisruptionBudget', 'web', 'shop'], ['policy/v1beta1', 'PodDisruptionBudget', 'web', 'shop']],
  ['namespaces, which a kind of the cluster does not have', ['v1', 'Namespace', 'shop', 'a'], ['v1', 'Namespace', 'shop', 'b']],
])('different %s do not tell them apart', (_, a, b) => {
  expect(findings(a, b)).toHaveLength(1);
});
