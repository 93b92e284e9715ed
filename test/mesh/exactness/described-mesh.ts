import { Labels } from '../../network/oracle/selector';

/** What stands between workloads. `waypoint` is ambient with flows that name what may be asked for, `ambient` one without. */
export type MeshMode = 'none' | 'sidecar' | 'ambient' | 'waypoint';

/** A namespace of the mesh in which others run. */
export const OTHERS = 'others';

export const MODES: readonly MeshMode[] = ['none', 'sidecar', 'ambient', 'waypoint'];

export interface DescribedPort {
  readonly number: number;
  /** The port of the Service. */
  readonly servicePort: number;
  readonly speaks: 'http' | 'grpc' | 'tcp' | 'udp';
}

export interface DescribedWorkload {
  readonly namespace: string;
  readonly name: string;
  readonly ports: readonly DescribedPort[];
  /** Whether the kubelet asks its first port over TCP. */
  readonly isProbed: boolean;
}

/** Pods that the app does not run, and that are part of the mesh. */
export interface Outsider {
  readonly namespace: string;
  readonly labels: Labels;
  readonly serviceAccount: string;
  /** Whether they dial pods, and no Service. */
  readonly dialsPods: boolean;
}

/** What a caller may ask for; all of it where nothing is said. */
export interface Limits {
  readonly methods?: readonly string[];
  readonly paths?: readonly string[];
  readonly grpcMethods?: readonly string[];
}

export interface DescribedCall {
  /** A workload by `namespace/name`, the callee among them, which means its replicas. */
  readonly from: string | Outsider;
  readonly to: string;
  readonly port: number;
  readonly limits?: Limits;
}

/** An app in a mesh, in words that any program can turn into constructs. */
export interface DescribedMesh {
  readonly mode: MeshMode;
  readonly namespaces: readonly string[];
  readonly workloads: readonly DescribedWorkload[];
  readonly calls: readonly DescribedCall[];
  /** Whether Istio is older than 1.25, so that callers are named by their trust domain. */
  readonly isOld: boolean;
  /** Whether the app owns the whole mesh, so that namespaces of others are closed too. */
  readonly isWhole: boolean;
}

export function idOf({ namespace, name }: DescribedWorkload): string {
  return `${namespace}/${name}`;
}

export function portOf({ workloads }: DescribedMesh, { to, port }: Pick<DescribedCall, 'to' | 'port'>): DescribedPort {
  return workloads.find(workload => idOf(workload) === to)!.ports.find(({ number }) => number === port)!;
}

/** Namespaces in which everything that nobody declared is closed. */
export function closed({ mode, namespaces, isWhole }: DescribedMesh): readonly string[] {
  return isWhole && mode !== 'none' ? [...namespaces, OTHERS] : namespaces;
}

/** Whether a waypoint can stand in the way of a call: it stands before Services. */
export function dialsService({ from, to }: DescribedCall): boolean {
  return from !== to && (typeof from === 'string' || !from.dialsPods);
}

/** The workloads that a waypoint stands before: those of which some caller of their Service may not ask everything. */
export function served(mesh: DescribedMesh): ReadonlySet<string> {
  return new Set(mesh.mode === 'waypoint' ? mesh.calls.filter(call => call.limits !== undefined && dialsService(call)).map(({ to }) => to) : []);
}
