/** Manifests with one fault in what a mesh is told. */
export interface MeshFault {
  /** Where, and into what. */
  readonly what: string;
  readonly manifests: readonly any[];
}

const KINDS = ['AuthorizationPolicy', 'PeerAuthentication', 'Gateway', 'Sidecar'];
/** Labels by which pods and Services are part of a mesh. */
const LABELS = ['istio.io/dataplane-mode', 'istio.io/rev', 'istio.io/use-waypoint', 'istio.io/waypoint-for'];
/** What stands there anyway where nothing is written. */
const DEFAULTS: Readonly<Record<string, string>> = { action: 'ALLOW', group: '' };

type Path = readonly (string | number)[];

/**
 * Everything taken away that can be, one at a time: objects, fields, elements of lists and labels; and everything wider that has a way to
 * be wider. Left out is only what means the same: a field whose value is what Istio takes where there is none.
 */
export function meshFaults(manifests: readonly any[]): MeshFault[] {
  return manifests.flatMap((manifest, at) => {
    const name = `${manifest.kind} ${manifest.metadata.namespace ?? ''}/${manifest.metadata.name}`;
    const fault = (what: string, ...changed: readonly any[]): MeshFault => ({
      what: `${what} of ${name}`, manifests: [...manifests.slice(0, at), ...changed, ...manifests.slice(at + 1)],
    });
    const isOfMesh = KINDS.includes(manifest.kind);
    return [
      ...isOfMesh ? [fault('all')] : [],
      ...labelsOf(manifest).map(label => fault(`label ${label}`, without(manifest, ['metadata', 'labels', label]))),
      ...isOfMesh ? places(manifest.spec, ['spec']).flatMap(([path, value]) => [
        ...isDefault(path, value) ? [] : [fault(path.join('.'), without(manifest, path))],
        ...widened(manifest.kind, path, value).map(wider => fault(`${path.join('.')} as ${JSON.stringify(wider)} instead`, withValue(manifest, path, wider))),
      ]) : [],
    ];
  });
}

/** Those in what is told to the whole mesh, which nothing else says once more. */
export function rootFaults(manifests: readonly any[]): MeshFault[] {
  return meshFaults(manifests).filter(({ what }) => what.includes(' istio-system/'));
}

function labelsOf({ kind, metadata: { labels = {} } }: any): string[] {
  return ['Namespace', 'Service', 'Gateway'].includes(kind) ? LABELS.filter(label => label in labels && labels[label] !== 'service') : [];
}

function isDefault(path: Path, value: unknown): boolean {
  return DEFAULTS[path[path.length - 1]] === value;
}

function places(value: any, path: Path): [Path, any][] {
  const inner = value !== null && typeof value === 'object' ? Object.keys(value).flatMap(key => places(value[key], [...path, Array.isArray(value) ? Number(key) : key])) : [];
  return path.length === 1 ? inner : [[path, value], ...inner];
}

/** Other values of a field that let more through than they did, or another. */
function widened(kind: string, path: Path, value: any): any[] {
  const field = path[path.length - 1];
  switch (field) {
    case 'serviceAccounts': return [[...value, 'elsewhere/web', 'elsewhere/cart', 'elsewhere/db'], value.map((each: string) => `elsewhere/${each.split('/')[1]}`)];
    case 'methods': return [[...value, 'PATCH'], ['*']];
    case 'paths': return [[...value, '/odd'], ['/*'], value.map((each: string) => `${each.replace(/\*$/, '')}*`).filter((each: string, i: number) => each !== value[i])].filter(list => list.length > 0);
    case 'ports': return kind === 'AuthorizationPolicy' ? [[...value, '9999'], value.map((each: string) => `${Number(each) + 1}`)] : [];
    case 'matchLabels': return [{ 'app.kubernetes.io/instance': 'nobody' }];
    case 'mode': return kind === 'PeerAuthentication' ? ['PERMISSIVE', 'DISABLE', 'UNSET'] : ['ALLOW_ANY'];
    case 'hosts': return [['*/*'], [...value, 'elsewhere/*']];
    case 'action': return ['DENY', 'AUDIT'];
    case 'source': return [{ principals: ['*'] }, { namespaces: ['*'] }];
    case 'name': return ['other'];
    case 'gatewayClassName': return ['istio'];
    case 'port': return [15009];
    case 'rules': return [[...value, {}], [{}], []];
    default: return [];
  }
}

function without(manifest: any, path: Path): any {
  const copy = structuredClone(manifest);
  const [holder, last] = holderOf(copy, path);
  if (Array.isArray(holder)) { holder.splice(last as number, 1); } else { delete holder[last]; }
  return copy;
}

function withValue(manifest: any, path: Path, value: unknown): any {
  const copy = structuredClone(manifest);
  const [holder, last] = holderOf(copy, path);
  holder[last] = value;
  return copy;
}

function holderOf(object: any, path: Path): [any, string | number] {
  return [path.slice(0, -1).reduce((holder, key) => holder[key], object), path[path.length - 1]];
}
