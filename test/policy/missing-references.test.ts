import { deployment, namespace, object } from './rules/set-objects';
import { missingReferences } from '../../src/policy/missing-references';
import { ObjectGraph } from '../../src/policy/object-graph';

const mounts = (...names: string[]) => deployment('web', { pod: { volumes: names.map(name => ({ name, configMap: { name } })) } });

function missing(objects: readonly object[], isExpected?: (workload: unknown, name: string) => boolean): string[] {
  const graph = new ObjectGraph();
  objects.forEach(json => graph.see(json));
  return missingReferences(graph, 'ConfigMap', graph.configMaps, isExpected).map(({ index, problem }) => `${index}: ${problem}`);
}

test('what the set does not have is missing, in a namespace that the set makes', () => {
  const objects = [mounts('a', 'b'), object('v1', 'ConfigMap', 'a')];
  expect(missing([namespace(), ...objects])).toEqual(['1: pods take from a ConfigMap that is not there: got "b", expected one of the namespace']);
  expect(missing(objects)).toEqual([]);
});

test('what nobody expects in the set is passed over', () => {
  expect(missing([namespace(), mounts('a', 'b')], (_, name) => name !== 'a')).toHaveLength(1);
});
