import { AuthorizationPolicy, readAuthorizationPolicy } from './authorization-policy';
import { Identity } from './identity';
import { PeerAuthentication, readPeerAuthentication } from './peer-authentication';
import { readRequestAuthentication, RequestAuthentication } from './request-authentication';
import { MeshService, readService } from './service';
import { readWaypoint, Waypoint } from './waypoint';
import { Cluster, Pod } from '../../network/oracle/cluster';
import { Labels } from '../../network/oracle/selector';

/** What stands in front of a workload: a proxy in each of its pods, one per node, one that is the workload itself, or nothing. */
export type DataPlane = 'sidecar' | 'ambient' | 'gateway' | 'none';

export interface MeshWorkload {
  readonly pod: Pod;
  readonly serviceAccount: string;
  readonly plane: DataPlane;
}

export interface MeshSettings {
  readonly rootNamespace?: string;
  readonly trustDomain?: string;
  readonly trustDomainAliases?: readonly string[];
  /** Providers of external authorization that speak gRPC. Others are asked about HTTP only, and bytes pass them by. */
  readonly grpcProviders?: readonly string[];
}

const VERSIONS: Record<string, string> = {
  AuthorizationPolicy: 'security.istio.io/v1', PeerAuthentication: 'security.istio.io/v1', RequestAuthentication: 'security.istio.io/v1',
};
export const GATEWAY_NAME = 'gateway.networking.k8s.io/gateway-name';

/** What decides in a mesh who may ask whom for what: namespaces, workloads, Services, waypoints and policies. */
export class Mesh {
  public static of(manifests: readonly any[], settings: MeshSettings = {}): Mesh {
    const mesh = new Mesh(Cluster.of(manifests), settings);
    manifests.forEach(manifest => mesh.read(manifest));
    return mesh;
  }

  public readonly rootNamespace: string;
  /** The own one first. */
  public readonly trustDomains: readonly string[];
  public readonly grpcProviders: readonly string[];
  public readonly authorizations: AuthorizationPolicy[] = [];
  public readonly peers: PeerAuthentication[] = [];
  public readonly tokens: RequestAuthentication[] = [];
  public readonly services: MeshService[] = [];
  public readonly waypoints: Waypoint[] = [];
  private readonly accounts = new Map<string, string>();

  private constructor(private readonly cluster: Cluster, settings: MeshSettings) {
    this.rootNamespace = settings.rootNamespace ?? 'istio-system';
    this.grpcProviders = settings.grpcProviders ?? [];
    this.trustDomains = [settings.trustDomain ?? 'cluster.local', ...settings.trustDomainAliases ?? []];
  }

  /** A workload by `namespace/name`. */
  public workload(id: string): MeshWorkload {
    const pod = this.cluster.pod(id);
    return { pod, serviceAccount: this.accounts.get(id) ?? 'default', plane: planeOf(pod, this.namespaceLabels(pod.namespace)) };
  }

  public namespaceLabels(namespace: string): Labels {
    return this.cluster.namespaceLabels(namespace);
  }

  public identity(namespace: string, serviceAccount: string): Identity {
    return { trustDomain: this.trustDomains[0], namespace, serviceAccount };
  }

  private read(manifest: any): void {
    const { kind, apiVersion } = manifest;
    if (VERSIONS[kind] !== undefined && VERSIONS[kind] !== apiVersion) {
      throw new Error(`${kind} ${manifest.metadata.name}: got the version ${apiVersion}, expected ${VERSIONS[kind]}`);
    }
    if (kind === 'List') { manifest.items.forEach((item: any) => this.read(item)); }
    if (kind === 'AuthorizationPolicy') { this.authorizations.push(...[readAuthorizationPolicy(manifest)].filter(policy => policy !== undefined)); }
    if (kind === 'PeerAuthentication') { this.peers.push(readPeerAuthentication(manifest)); }
    if (kind === 'RequestAuthentication') { this.tokens.push(readRequestAuthentication(manifest)); }
    if (kind === 'Service') { this.services.push(readService(manifest)); }
    if (kind === 'Gateway' && manifest.spec.gatewayClassName === 'istio-waypoint') { this.waypoints.push(readWaypoint(manifest)); }
    const spec = podSpec(manifest);
    const { namespace = 'default', name } = manifest.metadata ?? {};
    if (spec?.serviceAccountName !== undefined) { this.accounts.set(`${namespace}/${name}`, spec.serviceAccountName); }
  }
}

function podSpec({ kind, spec }: any): any {
  if (kind === 'Pod') { return spec; }
  return kind === 'CronJob' ? spec.jobTemplate.spec.template.spec : spec?.template?.spec;
}

/** What a pod says goes before what its namespace says, and a proxy in the pod before one on the node. The host's network has neither. */
function planeOf({ labels, hostNetwork }: Pod, namespace: Labels): DataPlane {
  if (hostNetwork) { return 'none'; }
  if (labels[GATEWAY_NAME] !== undefined) { return 'gateway'; }
  const injects = labels['sidecar.istio.io/inject'] ?? ofNamespace(labels, namespace);
  if (injects === 'true') { return 'sidecar'; }
  return (labels['istio.io/dataplane-mode'] ?? namespace['istio.io/dataplane-mode']) === 'ambient' ? 'ambient' : 'none';
}

function ofNamespace(labels: Labels, namespace: Labels): string {
  const injection = namespace['istio-injection'];
  if (injection !== undefined) { return String(injection === 'enabled'); }
  return String((labels['istio.io/rev'] ?? namespace['istio.io/rev']) !== undefined);
}
