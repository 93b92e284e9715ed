import { isObject, JsonObject } from './pod';

/**
 * A pod spec as the API server would have it before anything judges it: what it fills in can decide whether a pod is safe. Only what some
 * rule can see is filled in, and a spec that needs nothing is given back as it is.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports
 */
export function withPodDefaults(spec: JsonObject): JsonObject {
  const filled = withoutNulls(spec);
  const volumes = changedList(filled.volumes, withSource);
  const lists = filled.hostNetwork === true
    ? ['initContainers', 'containers'].map(list => [list, changedList(filled[list], withHostPorts)] as const).filter(([, list]) => list)
    : [];
  return volumes || lists.length > 0 ? { ...filled, ...(volumes ? { volumes } : {}), ...Object.fromEntries(lists) } : filled;
}

/** A volume that names no source is an empty directory. */
function withSource(volume: JsonObject): JsonObject {
  return Object.keys(volume).some(key => key !== 'name') ? volume : { ...volume, emptyDir: {} };
}

/** On the host's network each port is a port of the host. */
function withHostPorts(container: JsonObject): JsonObject {
  const ports = changedList(container.ports, port => port.hostPort ? port : { ...port, hostPort: port.containerPort });
  return ports ? { ...container, ports } : container;
}

/** A list with some of its objects changed; undefined where it is none, or none of them is. */
function changedList(list: unknown, change: (each: JsonObject) => JsonObject): unknown[] | undefined {
  if (!Array.isArray(list)) { return undefined; }
  const changed = list.map(each => isObject(each) ? change(each) : each);
  return changed.some((each, i) => each !== list[i]) ? changed : undefined;
}

/** A field that is null is not there. Objects without one are given back as they are: most have none, and there are many. */
export function withoutNulls(json: JsonObject): JsonObject {
  return pruned(json) as JsonObject;
}

function pruned(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) { return value; }
  return Array.isArray(value) ? prunedList(value) : prunedObject(value as JsonObject);
}

function prunedList(list: unknown[]): unknown[] {
  let copy: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const kept = pruned(list[i]);
    if (kept !== list[i]) {
      copy ??= [...list];
      copy[i] = kept;
    }
  }
  return copy ?? list;
}

function prunedObject(object: JsonObject): JsonObject {
  let copy: JsonObject | undefined;
  for (const key in object) {
    const value = object[key];
    const kept = pruned(value);
    if (value === null || value === undefined || kept !== value) {
      copy ??= { ...object };
      if (value === null || value === undefined) { delete copy[key]; } else { copy[key] = kept; }
    }
  }
  return copy ?? object;
}
