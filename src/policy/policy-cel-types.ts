import { BOOL, DYN, INT, listOf, mapOf, ObjectType, STRING, TIMESTAMP, Type } from '../cel/type';

/*
 * The types of what a policy may speak of, as the API server declares them: a field that is none of these is refused before anything runs.
 *
 * See https://github.com/kubernetes/apiserver/blob/master/pkg/admission/plugin/cel/compile.go
 */

function object(name: string, fields: { readonly [field: string]: Type }): ObjectType {
  return { kind: 'object', name, fields };
}

const KIND = object('kubernetes.GroupVersionKind', { group: STRING, version: STRING, kind: STRING });
const RESOURCE = object('kubernetes.GroupVersionResource', { group: STRING, version: STRING, resource: STRING });

/** `request`. */
export const REQUEST = object('kubernetes.AdmissionRequest', {
  kind: KIND,
  resource: RESOURCE,
  subResource: STRING,
  requestKind: KIND,
  requestResource: RESOURCE,
  requestSubResource: STRING,
  name: STRING,
  namespace: STRING,
  operation: STRING,
  userInfo: object('kubernetes.UserInfo', { username: STRING, uid: STRING, groups: listOf(STRING), extra: mapOf(STRING, listOf(STRING)) }),
  dryRun: BOOL,
  options: DYN,
});

const CONDITION = object('kubernetes.NamespaceCondition', {
  status: STRING, type: STRING, lastTransitionTime: TIMESTAMP, message: STRING, reason: STRING,
});

/** `namespaceObject`. */
export const NAMESPACE = object('kubernetes.Namespace', {
  metadata: object('kubernetes.NamespaceMetadata', {
    name: STRING,
    generateName: STRING,
    namespace: STRING,
    labels: mapOf(STRING, STRING),
    annotations: mapOf(STRING, STRING),
    UID: STRING,
    creationTimestamp: TIMESTAMP,
    deletionGracePeriodSeconds: INT,
    deletionTimestamp: TIMESTAMP,
    generation: INT,
    resourceVersion: STRING,
    finalizers: listOf(STRING),
  }),
  spec: object('kubernetes.NamespaceSpec', { finalizers: listOf(STRING) }),
  status: object('kubernetes.NamespaceStatus', { conditions: listOf(CONDITION), phase: STRING }),
});

/** `variables`, with the variables that stand before the expression. */
export function variablesType(fields: { readonly [name: string]: Type }): ObjectType {
  return object('kubernetes.variables', fields);
}

/** What every expression of a policy may speak of. There is no old object when one is created, so its value is null. */
export const COMMON: { readonly [name: string]: Type } = { object: DYN, oldObject: DYN, request: REQUEST, namespaceObject: NAMESPACE };
