import type { ApiObject } from 'cdk8s';

/** Objects by the namespace that their metadata names; those that name none under the empty text. */
export function byNamespace(objects: readonly ApiObject[]): Map<string, ApiObject[]> {
  const groups = new Map<string, ApiObject[]>();
  for (const object of objects) {
    const namespace = object.metadata.namespace ?? '';
    const group = groups.get(namespace);
    if (group) {
      group.push(object);
    } else {
      groups.set(namespace, [object]);
    }
  }
  return groups;
}
