import { dialsOf } from './dialled-hosts';
import type { Dial } from './dialled-hosts';
import type { Entry } from './entry-table';
import { NONE, numberOf, objectOf, textOf, textsOf } from './json-reading';
import { LabelSelector } from './label-selector';
import { referencesOf } from './pod-references';
import type { PodReference } from './pod-references';
import { containersOf, groupKind, podOf } from '../kube/pod';
import type { ContainerView, JsonObject, PodView } from '../kube/pod';

/** A port that a container says it listens on. */
export interface ContainerPort {
  readonly container: string;
  readonly field: string;
  readonly name?: string;
  readonly number: number;
  readonly protocol: string;
  readonly hostPort?: number;
}

export interface DialledProbe {
  readonly container: string;
  readonly field: string;
}

/** An object that makes pods, or a pod, with what the rules ask of it. */
export interface Workload extends Entry {
  /** `apps/Deployment`, with the group alone. */
  readonly groupKind: string;
  /** Whether its kind is none of Kubernetes' own: an operator then decides what becomes of the template. */
  readonly isCustom: boolean;
  /** Labels of its pods. */
  readonly labels: Readonly<Record<string, string>>;
  /** Annotations of its pods that are for the sidecar of the mesh. */
  readonly meshAnnotations: Readonly<Record<string, string>>;
  /** Where the pod spec stands. */
  readonly path: string;
  readonly selector?: LabelSelector;
  /** As it is written: nothing where it is left to the server, or to an autoscaler. */
  readonly replicas?: number;
  readonly ports: readonly ContainerPort[];
  readonly hostNetwork: boolean;
  /** Whether it says on which nodes its pods may run. */
  readonly isPlaced: boolean;
  readonly serviceAccount: string;
  /** What the pod itself says of its token; a volume that asks for one counts as yes. */
  readonly mountsToken?: boolean;
  readonly references: readonly PodReference[];
  readonly dials: readonly Dial[];
  readonly priorityClass?: string;
  /** The type of `spec.strategy`, where it is written. */
  readonly strategy?: string;
  /** The Service that gives a StatefulSet's pods their names. */
  readonly serviceName?: string;
  /** Storage classes of the claims that a StatefulSet makes. */
  readonly storageClasses: readonly string[];
  /** Probes that the kubelet makes over the network, of pods whose sidecar is told not to answer them. */
  readonly dialledProbes: readonly DialledProbe[];
  /** Where it runs as the user of the mesh's own proxies. */
  readonly proxyUsers: readonly UserField[];
  /** Whether something runs before its containers, and ends. */
  readonly hasInit: boolean;
}

/** Where a user is named: for a container, or for all of a pod. */
export interface UserField {
  readonly container?: string;
  readonly field: string;
}

const SIDECAR = 'sidecar.istio.io/';

/** The user of the mesh's own proxies, whose traffic no proxy sees. */
const PROXY_USER = 1337;
const NO_ANNOTATIONS: Readonly<Record<string, string>> = Object.freeze({});

/** Pods of which this is "false" are asked by the kubelet itself; of no others need it be known which probes they have. */
export const REWRITE_PROBES = `${SIDECAR}rewriteAppHTTPProbers`;

/** What an object says of the pods that it makes; nothing where it makes none. */
export function workloadOf(json: JsonObject, entry: Entry): Workload | undefined {
  const known = podOf(json);
  const pod = known ?? customPodOf(json);
  if (!pod) { return undefined; }
  const { spec, path, containers } = pod;
  const { replicas, selector, strategy, serviceName, volumeClaimTemplates } = objectOf(json.spec);
  const kind = kindOf(json);
  const meshAnnotations = meshAnnotationsOf(pod);
  return {
    index: entry.index,
    kind: entry.kind,
    namespace: entry.namespace,
    name: entry.name,
    groupKind: kind,
    isCustom: !known,
    labels: pod.labels,
    meshAnnotations,
    path,
    selector: selectorOf(kind, selector),
    replicas: numberOf(replicas),
    ports: portsOf(containers),
    hostNetwork: spec.hostNetwork === true,
    isPlaced: isPlaced(spec),
    serviceAccount: textOf(spec.serviceAccountName) ?? textOf(spec.serviceAccount) ?? 'default',
    mountsToken: mountsToken(spec),
    references: referencesOf(pod),
    dials: dialsOf(containers),
    priorityClass: textOf(spec.priorityClassName),
    strategy: textOf(objectOf(strategy).type),
    serviceName: textOf(serviceName),
    storageClasses: storageClassesOf(volumeClaimTemplates),
    dialledProbes: meshAnnotations[REWRITE_PROBES] === 'false' ? containers.flatMap(probesOf) : NONE,
    proxyUsers: proxyUsersOf(pod),
    hasInit: containers.some(({ role }) => role === 'init'),
  };
}

/** One text for all of a kind. */
function kindOf(json: JsonObject): string {
  return json.kind === 'Deployment' && json.apiVersion === 'apps/v1' ? 'apps/Deployment' : groupKind(json);
}

/** What a Job, a pod or a PodTemplate selects is the server's to say; a ReplicationController has a map. */
function selectorOf(kind: string, selector: unknown): LabelSelector | undefined {
  if (kind.startsWith('batch/') || kind === '/Pod') { return undefined; }
  return kind === '/ReplicationController' ? LabelSelector.ofMap(selector) : LabelSelector.of(selector);
}

/** Kinds of others that hold a template as a Deployment does, such as a Rollout. */
function customPodOf(json: JsonObject): PodView | undefined {
  const template = objectOf(objectOf(objectOf(json).spec).template);
  const spec = objectOf(template.spec);
  if (!Array.isArray(spec.containers)) { return undefined; }
  const metadata = objectOf(template.metadata);
  const path = 'spec.template.spec';
  return { path, spec, metadataPath: 'spec.template.metadata', metadata, labels: { ...textsOf(metadata.labels) }, containers: containersOf(spec, path) };
}

function meshAnnotationsOf({ metadata }: PodView): Readonly<Record<string, string>> {
  const annotations = objectOf(metadata.annotations);
  let found: Record<string, string> | undefined;
  for (const key in annotations) {
    if (key.startsWith(SIDECAR) && typeof annotations[key] === 'string') { (found ??= {})[key] = annotations[key]; }
  }
  return found ?? NO_ANNOTATIONS;
}

function proxyUsersOf({ spec, path, containers }: PodView): readonly UserField[] {
  let found: UserField[] | undefined;
  if (objectOf(spec.securityContext).runAsUser === PROXY_USER) { (found ??= []).push({ field: `${path}.securityContext.runAsUser` }); }
  for (const { raw, name: container, path: at } of containers) {
    if (objectOf(raw.securityContext).runAsUser === PROXY_USER) { (found ??= []).push({ container, field: `${at}.securityContext.runAsUser` }); }
  }
  return found ?? NONE;
}

function portsOf(containers: readonly ContainerView[]): readonly ContainerPort[] {
  let ports: ContainerPort[] | undefined;
  for (const { raw, name: container, path } of containers) {
    if (!Array.isArray(raw.ports)) { continue; }
    for (let i = 0; i < raw.ports.length; i++) {
      const { name, containerPort: number, protocol, hostPort } = objectOf(raw.ports[i]);
      if (typeof number !== 'number') { continue; }
      const field = `${path}.ports[${i}]`;
      const port = { container, field, name: textOf(name), number, protocol: textOf(protocol) ?? 'TCP', hostPort: numberOf(hostPort) };
      if (ports) { ports.push(port); } else { ports = [port]; }
    }
  }
  return ports ?? NONE;
}

function isPlaced({ nodeSelector, affinity }: JsonObject): boolean {
  for (const key in objectOf(nodeSelector)) {
    if (key !== 'kubernetes.io/os') { return true; }
  }
  return Object.hasOwn(objectOf(affinity), 'nodeAffinity');
}

function mountsToken({ automountServiceAccountToken: automount, volumes }: JsonObject): boolean | undefined {
  if (Array.isArray(volumes) && volumes.some(volume => asksForToken(objectOf(volume)))) { return true; }
  return typeof automount === 'boolean' ? automount : undefined;
}

function asksForToken({ projected }: JsonObject): boolean {
  const { sources } = objectOf(projected);
  return Array.isArray(sources) && sources.some(source => objectOf(source).serviceAccountToken);
}

function storageClassesOf(claims: unknown): readonly string[] {
  if (!Array.isArray(claims)) { return NONE; }
  return claims.map(claim => textOf(objectOf(objectOf(claim).spec).storageClassName)).filter(each => each !== undefined);
}

function probesOf({ name: container, path, raw }: ContainerView): DialledProbe[] {
  return ['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap(probe => {
    const { httpGet, tcpSocket, grpc } = objectOf(raw[probe]);
    return httpGet || tcpSocket || grpc ? [{ container, field: `${path}.${probe}` }] : [];
  });
}
