import { Protocol } from './connections';
import { Policy, readPolicy } from './policies';
import { Labels, NAMESPACE_NAME } from './selector';

export interface ContainerPort {
  readonly name?: string;
  readonly number: number;
  readonly protocol: Protocol;
}

/** One pod for all pods of a workload: their labels and ports are the same. */
export interface Pod {
  readonly namespace: string;
  readonly name: string;
  readonly labels: Labels;
  readonly ports: readonly ContainerPort[];
  readonly hostNetwork: boolean;
  /** Whether a manifest describes it, and so policies are expected to hold it; not so a decoy. */
  readonly managed: boolean;
}

export interface PodProps {
  readonly namespace: string;
  readonly name?: string;
  readonly labels?: Labels;
  readonly ports?: readonly ContainerPort[];
  readonly hostNetwork?: boolean;
}

const KINDS = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Job'];

/** What decides who may connect to whom: namespaces, pods and NetworkPolicies. */
export class Cluster {
  /** Reads manifests; those of other kinds say nothing about connections. */
  public static of(manifests: readonly any[]): Cluster {
    const cluster = new Cluster();
    manifests.forEach(manifest => cluster.read(manifest));
    return cluster;
  }

  private readonly namespaces = new Map<string, Labels>();
  private readonly podList: Pod[] = [];
  private readonly policyList: Policy[] = [];

  private constructor() {}

  public get pods(): readonly Pod[] {
    return this.podList;
  }

  public get policies(): readonly Policy[] {
    return this.policyList;
  }

  /** Labels of a namespace; only its name where nothing else is known of it. */
  public namespaceLabels(name: string): Labels {
    return this.namespaces.get(name) ?? { [NAMESPACE_NAME]: name };
  }

  /** The pods of a workload, by `namespace/name`. */
  public pod(id: string): Pod {
    const found = this.podList.filter(pod => `${pod.namespace}/${pod.name}` === id);
    if (found.length !== 1) { throw new Error(`pods of ${id}: got ${found.length} workloads of that name, expected one`); }
    return found[0];
  }

  public addNamespace(name: string, labels: Labels = {}): void {
    this.namespaces.set(name, { ...readLabels(labels), [NAMESPACE_NAME]: name });
  }

  /** Adds a pod that no manifest describes. */
  public addPod(props: PodProps): Pod {
    return this.add({ labels: {}, ports: [], hostNetwork: false, name: `decoy-${this.podList.length}`, ...props, managed: false });
  }

  public copy(): Cluster {
    const copy = new Cluster();
    this.namespaces.forEach((labels, name) => copy.namespaces.set(name, labels));
    copy.podList.push(...this.podList);
    copy.policyList.push(...this.policyList);
    return copy;
  }

  private add(pod: Pod): Pod {
    this.podList.push(pod);
    return pod;
  }

  private read(manifest: any): void {
    const { kind, metadata, spec } = manifest;
    if (kind === 'List') { manifest.items.forEach((item: any) => this.read(item)); }
    if (kind === 'Namespace') { this.addNamespace(metadata.name, metadata.labels); }
    if (kind === 'NetworkPolicy') { this.policyList.push(readPolicy(manifest)); }
    if (kind === 'Pod') { this.readPods(metadata, manifest); }
    if (KINDS.includes(kind)) { this.readPods(metadata, spec.template); }
    if (kind === 'CronJob') { this.readPods(metadata, spec.jobTemplate.spec.template); }
  }

  private readPods({ namespace = 'default', name }: any, { metadata, spec }: any): void {
    const sidecars = (spec.initContainers ?? []).filter((container: any) => container.restartPolicy === 'Always');
    this.add({
      namespace,
      name,
      labels: readLabels(metadata?.labels ?? {}),
      ports: [...spec.containers ?? [], ...sidecars].flatMap((container: any) => container.ports ?? []).map(readPort),
      hostNetwork: spec.hostNetwork === true,
      managed: true,
    });
  }
}

function readPort({ name, containerPort, protocol = 'TCP' }: any): ContainerPort {
  return { name, number: containerPort, protocol };
}

function readLabels(labels: Record<string, unknown>): Labels {
  for (const [key, value] of Object.entries(labels)) {
    if (typeof value !== 'string') { throw new Error(`label ${key}: got ${JSON.stringify(value)}, expected text`); }
  }
  return labels as Labels;
}
