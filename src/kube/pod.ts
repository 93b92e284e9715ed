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

/** The pods that a manifest describes. */
export interface PodView {
  /** Where the pod spec stands in the manifest, such as `spec.template.spec`. */
  readonly path: string;
  /** The pod spec; empty where the manifest has something else than an object, so that it is judged as a pod all the same. */
  readonly spec: JsonObject;
  /** Where the metadata of the pods stands, such as `spec.template.metadata`. */
  readonly metadataPath: string;
  /** Metadata of the pods; empty where the manifest has something else than an object. */
  readonly metadata: JsonObject;
  /** Labels of the pods, those that are text. */
  readonly labels: Record<string, string>;
  /** Init containers and sidecars as they start, then main, then ephemeral ones. */
  readonly containers: readonly ContainerView[];
}

const TEMPLATE = ['spec', 'template'];

/** Where the object with `metadata` and `spec` of the pods stands, by API group and kind. */
const POD_AT: ReadonlyMap<string, readonly string[]> = new Map([
  ['/Pod', []],
  ['/PodTemplate', ['template']],
  ['/ReplicationController', TEMPLATE],
  ...['apps', 'extensions'].flatMap(group => ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'].map(kind => [`${group}/${kind}`, TEMPLATE] as const)),
  ['batch/Job', TEMPLATE],
  ['batch/CronJob', ['spec', 'jobTemplate', ...TEMPLATE]],
]);

/** The pods that a manifest of a built-in kind describes; undefined where it describes none. Never throws, whatever it is given. */
export function podOf(manifest: unknown): PodView | undefined {
  const at = POD_AT.get(groupKind(manifest));
  if (!at) { return undefined; }
  const pod = objectAt(manifest, at);
  const spec = objectAt(pod, ['spec']);
  const path = [...at, 'spec'].join('.');
  const metadata = objectAt(pod, ['metadata']);
  const labels = Object.entries(objectAt(metadata, ['labels'])).filter(([, value]) => typeof value === 'string');
  return {
    path,
    spec,
    metadataPath: [...at, 'metadata'].join('.'),
    metadata,
    labels: Object.fromEntries(labels),
    containers: containersOf(spec, path),
  };
}

/** The containers of a pod spec. */
export function containersOf(spec: unknown, path = 'spec'): ContainerView[] {
  const list = (field: string, role: (raw: JsonObject) => ContainerRole) => {
    const found = objectAt(spec, [])[field];
    return (Array.isArray(found) ? found : []).map((entry, i): ContainerView => {
      const raw = objectAt(entry, []);
      return { path: `${path}.${field}[${i}]`, name: typeof raw.name === 'string' ? raw.name : '', raw, role: role(raw) };
    });
  };
  return [
    ...list('initContainers', raw => raw.restartPolicy === 'Always' ? 'sidecar' : 'init'),
    ...list('containers', () => 'main'),
    ...list('ephemeralContainers', () => 'ephemeral'),
  ];
}

/** API group and kind of a manifest as `group/kind`, with an empty group for core; empty where it has none. */
export function groupKind(manifest: unknown): string {
  const { apiVersion, kind } = objectAt(manifest, []);
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') { return ''; }
  return `${apiVersion.slice(0, Math.max(apiVersion.indexOf('/'), 0))}/${kind}`;
}

/** The object at a path; an empty one where there is something else. */
export function objectAt(value: unknown, path: readonly string[]): JsonObject {
  const found = path.reduce<unknown>((at, key) => isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined, value);
  return isObject(found) ? found : {};
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
