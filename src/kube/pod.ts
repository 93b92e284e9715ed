/** A JSON object of which nothing is known yet. */
export type JsonObject = Record<string, any>;

/** What a container is for. A sidecar is an init container that keeps running. */
export type ContainerRole = 'init' | 'sidecar' | 'main' | 'ephemeral';

/** A container in a manifest. */
export interface ContainerView {
  /** Where it stands in the manifest, such as `spec.template.spec.containers[0]`. */
  readonly path: string;
  /** Its name; empty where it has none. */
  readonly name: string;
  /** Its JSON; empty where the manifest has something else than an object. */
  readonly raw: JsonObject;
  readonly role: ContainerRole;
}

/** Where a manifest says what its pods are, and what stands there. */
export interface PodPlace {
  /** Where the pod spec stands in the manifest, such as `spec.template.spec`. */
  readonly path: string;
  /** The pod spec; empty where the manifest has something else than an object, so that it is judged as a pod all the same. */
  readonly spec: JsonObject;
  /** Where the metadata of the pods stands, such as `spec.template.metadata`. */
  readonly metadataPath: string;
  /** Metadata of the pods; empty where the manifest has something else than an object. */
  readonly metadata: JsonObject;
}

/** The pods that a manifest describes. */
export interface PodView extends PodPlace {
  /** Labels of the pods, those that are text. */
  readonly labels: Record<string, string>;
  /** Init containers and sidecars as they start, then main, then ephemeral ones. */
  readonly containers: readonly ContainerView[];
}

const TEMPLATE = ['spec', 'template'];

/** Where the object with `metadata` and `spec` of the pods stands, by API group and kind. */
const POD_AT = new Map(([
  ['/Pod', []],
  ['/PodTemplate', ['template']],
  ['/ReplicationController', TEMPLATE],
  ...['apps', 'extensions'].flatMap(group => ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'].map(kind => [`${group}/${kind}`, TEMPLATE] as const)),
  ['batch/Job', TEMPLATE],
  ['batch/CronJob', ['spec', 'jobTemplate', ...TEMPLATE]],
] as const).map(([kind, at]) => [kind as string, { at: at as readonly string[], path: [...at, 'spec'].join('.'), metadataPath: [...at, 'metadata'].join('.') }]));

/** Whether manifests of a kind describe pods, by its group and name. */
export function hasPods(kind: string): boolean {
  return POD_AT.has(kind.includes('/') ? kind : `/${kind}`);
}

/** The pods that a manifest of a built-in kind describes; undefined where it describes none. Never throws, whatever it is given. */
export function podOf(manifest: unknown): PodView | undefined {
  const place = podPlaceOf(manifest);
  return place && { ...place, labels: labelsOf(place), containers: containersOf(place.spec, place.path) };
}

/** The same for those who ask for a part of it: every object of an app is asked. */
export function podPlaceOf(manifest: unknown): PodPlace | undefined {
  const known = POD_AT.get(groupKind(manifest));
  if (!known) { return undefined; }
  const pod = objectAt(manifest, known.at);
  return { path: known.path, spec: objectAt(pod, SPEC), metadataPath: known.metadataPath, metadata: objectAt(pod, METADATA) };
}

const SPEC = ['spec'];
const METADATA = ['metadata'];
const LABELS = ['labels'];

/** Labels of the pods, those that are text. */
export function labelsOf({ metadata }: Pick<PodPlace, 'metadata'>): Record<string, string> {
  return Object.fromEntries(Object.entries(objectAt(metadata, LABELS)).filter(([, value]) => typeof value === 'string'));
}

/** The lists of containers in a pod spec, as they start. */
const LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** The containers of a pod spec. */
export function containersOf(spec: unknown, path = 'spec'): ContainerView[] {
  const containers: ContainerView[] = [];
  if (!isObject(spec)) { return containers; }
  for (const field of LISTS) {
    const list: unknown = spec[field];
    if (!Array.isArray(list)) { continue; }
    for (let i = 0; i < list.length; i++) {
      const raw = isObject(list[i]) ? list[i] : {};
      containers.push({ path: `${path}.${field}[${i}]`, name: typeof raw.name === 'string' ? raw.name : '', raw, role: roleIn(field, raw) });
    }
  }
  return containers;
}

function roleIn(field: typeof LISTS[number], raw: JsonObject): ContainerRole {
  switch (field) {
    case 'initContainers': return raw.restartPolicy === 'Always' ? 'sidecar' : 'init';
    case 'containers': return 'main';
    case 'ephemeralContainers': return 'ephemeral';
  }
}

/** API group and kind of a manifest as `group/kind`, with an empty group for core; empty where it has none. */
export function groupKind(manifest: unknown): string {
  if (!isObject(manifest)) { return ''; }
  const { apiVersion, kind } = manifest;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') { return ''; }
  return `${apiVersion.slice(0, Math.max(apiVersion.indexOf('/'), 0))}/${kind}`;
}

/** The object at a path; an empty one where there is something else. */
export function objectAt(value: unknown, path: readonly string[]): JsonObject {
  let found = value;
  for (const key of path) { found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined; }
  return isObject(found) ? found : {};
}

/** Whether a value is a JSON object, and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
