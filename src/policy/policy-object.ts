import { DEFAULTS } from './policy-defaults';
import { metadata as withoutEmptyMetadata } from './policy-pod-defaults';
import type { RequestedResource } from './policy-resource';
import { scopeOf } from '../kube/kinds';
import { JsonObject, objectAt } from '../kube/pod';
import { withoutNulls } from '../kube/pod-defaults';

/**
 * An object as the API server has it when policies judge it: with its namespace, and with what the server fills in for built-in kinds. What only
 * the running cluster knows is not there: ids, times, addresses, and what other admission plugins add to a pod.
 */
export function admittedObject(json: JsonObject, { group, kind, namespace }: RequestedResource): JsonObject {
  const object = withoutNulls(json);
  const isNamespaced = namespace !== '' && !(group === '' && kind === 'Namespace');
  const metadata = { ...objectAt(object, ['metadata']), ...(isNamespaced ? { namespace } : {}) };
  const fill = DEFAULTS.get(`${group}/${kind}`);
  // Custom resources are kept as they are written; of built-in ones, the server writes no empty maps.
  const isBuiltIn = fill !== undefined || (scopeOf(json.apiVersion, json.kind) !== undefined && (!group.includes('.') || group.endsWith('.k8s.io')));
  const named = { ...object, metadata: isBuiltIn ? withoutEmptyMetadata(metadata) : metadata };
  return fill ? fill(named) : named;
}
