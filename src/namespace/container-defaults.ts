import { containersOf, JsonObject, objectAt } from '../kube/pod';
import { Quantity } from '../kube/quantity';

/** What the LimitRange of a namespace gives to a container that says nothing, by resource. */
export interface ContainerDefaults {
  readonly limits: Readonly<Record<string, Quantity>>;
  readonly requests: Readonly<Record<string, Quantity>>;
}

const LIMITS = quantities({ 'cpu': '500m', 'ephemeral-storage': '128Mi', 'memory': '128Mi' });
const REQUESTS = quantities({ 'cpu': '100m', 'ephemeral-storage': '128Mi', 'memory': '128Mi' });

/**
 * The defaults for the pods of a namespace. A limit is never less than what a container without one asks for, since the API server would
 * refuse such a pod; and there is none for a resource in which some container is unlimited on purpose.
 */
export function defaultsFor(podSpecs: readonly JsonObject[], unlimited: readonly string[]): ContainerDefaults {
  const limits = Object.fromEntries(Object.entries(LIMITS).filter(([resource]) => !unlimited.includes(resource)));
  for (const { raw } of podSpecs.flatMap(spec => containersOf(spec))) {
    const stated = objectAt(raw, ['resources', 'limits']);
    for (const [resource, text] of Object.entries(objectAt(raw, ['resources', 'requests']))) {
      if (limits[resource] && stated[resource] === undefined) { limits[resource] = limits[resource].max(Quantity.parse(resource, String(text))); }
    }
  }
  return { limits, requests: REQUESTS };
}

/** A pod spec as the cluster admits it: each container with what it does not say itself, unless the pod says it for all of them. */
export function withDefaults(spec: JsonObject, defaults: ContainerDefaults): JsonObject {
  const ofPod = { ...objectAt(spec, ['resources', 'requests']), ...objectAt(spec, ['resources', 'limits']) };
  const missing = (amounts: Readonly<Record<string, Quantity>>) => Object.fromEntries(Object.entries(amounts)
    .filter(([resource]) => ofPod[resource] === undefined).map(([resource, amount]) => [resource, amount.toString()]));
  const [limits, requests] = [missing(defaults.limits), missing(defaults.requests)];
  const filled = (list: unknown[]) => list.map(raw => fill(objectAt(raw, []), limits, requests));
  const fields = ['initContainers', 'containers'].filter(field => Array.isArray(spec[field]));
  return { ...spec, ...Object.fromEntries(fields.map(field => [field, filled(spec[field])])) };
}

function fill(container: JsonObject, limits: Record<string, string>, requests: Record<string, string>): JsonObject {
  const stated = objectAt(container, ['resources']);
  const [ownLimits, ownRequests] = [objectAt(stated, ['limits']), objectAt(stated, ['requests'])];
  // A limit that is stated stands in for the request before any default does.
  return { ...container, resources: { limits: { ...limits, ...ownLimits }, requests: { ...requests, ...ownLimits, ...ownRequests } } };
}

function quantities(texts: Readonly<Record<string, string>>): Record<string, Quantity> {
  return Object.fromEntries(Object.entries(texts).map(([resource, text]) => [resource, Quantity.parse(resource, text)]));
}
