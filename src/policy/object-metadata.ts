import type { ApiObject } from 'cdk8s';
import { orderedCopy } from './ordered-copy';

/** Parts of the metadata of an object that cdk8s keeps to itself; the same in every release that this library works with. */
interface Inside {
  readonly name?: string;
  readonly namespace?: string;
  readonly labels: Record<string, unknown>;
  readonly annotations: Record<string, unknown>;
  readonly finalizers: unknown[];
  readonly ownerReferences: unknown[];
  readonly _additionalAttributes: Record<string, unknown>;
}

const KNOWN = new Set(['name', 'namespace', 'labels', 'annotations']);

/** Metadata as cdk8s renders it. Where there is nothing in it but names, labels and annotations, no resolver need look at it. */
export function metadataOf(object: ApiObject): object {
  const inside = object.metadata as unknown as Inside;
  const { name, namespace, labels, annotations, finalizers, ownerReferences, _additionalAttributes: others } = inside;
  const ordinary = finalizers.length === 0 && ownerReferences.length === 0 && areKnown(others);
  if (!ordinary || !areTexts(labels) || !areTexts(annotations)) { return object.metadata.toJson(); }
  const json: Record<string, unknown> = {};
  if (Object.keys(annotations).length > 0) { json.annotations = orderedCopy(annotations); }
  if (Object.keys(labels).length > 0) { json.labels = orderedCopy(labels); }
  json.name = name;
  if (namespace !== undefined) { json.namespace = namespace; }
  return json;
}

function areKnown(values: Record<string, unknown>): boolean {
  for (const key in values) {
    if (!KNOWN.has(key)) { return false; }
  }
  return true;
}

function areTexts(values: Record<string, unknown>): boolean {
  for (const key in values) {
    if (typeof values[key] !== 'string') { return false; }
  }
  return true;
}

/** Does something while an object has further annotations. Those that it has already stay as they are: somebody chose them. */
export function withAnnotations<T>(object: ApiObject, further: Readonly<Record<string, string>>, act: () => T): T {
  const { annotations } = object.metadata as unknown as Inside;
  const added = Object.keys(further).filter(key => !Object.hasOwn(annotations, key));
  added.forEach(key => { annotations[key] = further[key]; });
  try {
    return act();
  } finally {
    // Backwards: JavaScript takes the last addition back, but makes another kind of object of one that loses an earlier field.
    for (let i = added.length - 1; i >= 0; i--) { delete annotations[added[i]]; }
  }
}
