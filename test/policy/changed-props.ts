import { ApiObject, Chart, Testing } from 'cdk8s';
import { changedFields } from '../../src/policy/changed-fields';
import { ownerOf } from '../../src/policy/owner';
import { propOf } from '../../src/policy/prop-of-field';

/** A field in which the objects of two programs differ, such as `Deployment spec.replicas`, and the prop by which it is said to be changed. */
export type ChangedProp = readonly [field: string, prop: string | undefined];

/**
 * What differs between the objects that two charts write, each with the prop that is told for it. Annotations are for people and scanners.
 *
 * @param owner class of the constructs whose objects are meant: all of them, where it is left out
 */
export function changedProps(before: Chart, after: Chart, owner?: unknown): ChangedProp[] {
  const [old, young] = [before, after].map(chart => objectsOf(chart, owner));
  return [...young].filter(([name]) => old.has(name)).flatMap(([name, { object, json }]) => (
    changedFields(old.get(name)!.json, json)
      .filter(({ path }) => !path.startsWith('metadata.annotations'))
      .map(({ path }): ChangedProp => [`${name} ${path}`, propOf(object, path)])
  ));
}

/** By kind, and by which of its kind each is: their names may change. */
function objectsOf(chart: Chart, owner: unknown): Map<string, { object: ApiObject; json: any }> {
  Testing.synth(chart);
  const all = chart.node.findAll().filter((each): each is ApiObject => ApiObject.isApiObject(each));
  const known = new Map<string, { object: ApiObject; json: any }>();
  for (const object of all.filter(each => owner === undefined || ownerOf(each).constructor === owner)) {
    const place = [...known.values()].filter(({ object: { kind } }) => kind === object.kind).length;
    known.set(`${object.kind}${place === 0 ? '' : ` ${place + 1}`}`, { object, json: object.toJson() });
  }
  return known;
}

/** What is told of the changes that one prop makes, beside that prop and those that it stands for as well. */
export function toldOtherwise(changes: readonly ChangedProp[], prop: string, also: readonly string[] = []): ChangedProp[] {
  return changes.filter(([, told]) => told === undefined || ![prop, ...also].some(each => told === each || told.startsWith(`${each}.`) || told.startsWith(`${each}[`)));
}
