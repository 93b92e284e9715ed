import { EntryTable } from './entry-table';
import type { Entry } from './entry-table';
import { namespaceOf, peerAuthenticationOf } from './graph-namespace';
import type { Namespace, PeerAuthentication } from './graph-namespace';
import { gatewayRouteOf, ingressOf, serviceMonitorOf, serviceOf, webhookConfigurationOf } from './graph-network';
import type { GatewayRoute, Ingress, Service, ServiceMonitor, WebhookConfiguration } from './graph-network';
import { networkPolicyOf } from './graph-policies';
import type { NetworkPolicy } from './graph-policies';
import { bindingOf, roleOf, serviceAccountOf } from './graph-rights';
import type { Binding, Role, ServiceAccount } from './graph-rights';
import { autoscalerOf, claimOf, disruptionBudgetOf } from './graph-scaling';
import type { Autoscaler, Claim, DisruptionBudget } from './graph-scaling';
import { workloadOf } from './graph-workload';
import type { Workload } from './graph-workload';
import { objectOf } from './json-reading';
import { LabelIndex } from './label-index';
import type { Labelled } from './label-index';
import type { LabelSelector } from './label-selector';
import { scopeOf } from '../kube/kinds';
import { groupKind } from '../kube/pod';
import type { JsonObject } from '../kube/pod';

/** Notes what one kind of object says. */
type Reader = (json: JsonObject, entry: Entry) => void;

/** What is to be known of a kind. */
interface Kind {
  readonly isCluster: boolean;
  readonly reader?: Reader;
}

/** By it the pods are known that a controller makes from a Gateway. */
const GATEWAY_NAME = 'gateway.networking.k8s.io/gateway-name';
const NO_KIND: Kind = { isCluster: false };

/**
 * What the rules about several objects need to know of a set of them, found by namespace, name and label. Of each object it keeps a few
 * words and never the JSON: a large set would not fit.
 */
export class ObjectGraph {
  public readonly namespaces = new EntryTable<Namespace>();
  public readonly workloads = new EntryTable<Workload>();
  public readonly services = new EntryTable<Service>();
  public readonly serviceMonitors = new EntryTable<ServiceMonitor>();
  public readonly ingresses = new EntryTable<Ingress>();
  public readonly gatewayRoutes = new EntryTable<GatewayRoute>();
  public readonly gateways = new EntryTable<Entry>();
  public readonly webhooks = new EntryTable<WebhookConfiguration>();
  public readonly policies = new EntryTable<NetworkPolicy>();
  /** Policies that only one network plugin understands. */
  public readonly pluginPolicies = new EntryTable<Entry>();
  public readonly quotas = new EntryTable<Entry>();
  public readonly limitRanges = new EntryTable<Entry>();
  public readonly budgets = new EntryTable<DisruptionBudget>();
  public readonly autoscalers = new EntryTable<Autoscaler>();
  public readonly accounts = new EntryTable<ServiceAccount>();
  /** Roles of namespaces, and of the cluster in the empty namespace. */
  public readonly roles = new EntryTable<Role>();
  public readonly clusterRoles = new EntryTable<Role>();
  public readonly bindings = new EntryTable<Binding>();
  public readonly configMaps = new EntryTable<Entry>();
  /** Secrets, and what makes some. */
  public readonly secrets = new EntryTable<Entry>();
  public readonly claims = new EntryTable<Claim>();
  public readonly peerAuthentications = new EntryTable<PeerAuthentication>();
  public readonly priorityClasses = new EntryTable<Entry>();
  public readonly storageClasses = new EntryTable<Entry>();

  private readonly pods = new Map<string, LabelIndex<Workload>>();
  private readonly workloadsByKind = new Map<string, EntryTable<Workload>>();
  private readonly labelledServices = new Map<string, LabelIndex<Service>>();
  private readonly kinds = new Map<string, Map<string, Kind>>();
  private readonly readers: ReadonlyMap<string, Reader> = this.makeReaders();
  private count = 0;

  /** Takes note of the next object. */
  public see(json: JsonObject): void {
    const { apiVersion, kind, metadata } = objectOf(json);
    const { name, namespace } = objectOf(metadata);
    const { isCluster, reader } = this.kindOf(apiVersion, kind);
    const entry: Entry = { index: this.count++, kind: String(kind), namespace: isCluster ? '' : String(namespace ?? ''), name: String(name ?? '') };
    if (reader) {
      reader(json, entry);
      return;
    }
    const workload = workloadOf(json, entry);
    if (workload) { this.addWorkload(workload); }
  }

  /** The pods of a namespace. All of them must have been seen. */
  public podsIn(namespace: string): LabelIndex<Workload> {
    return indexIn(this.pods, this.workloads, namespace);
  }

  /** Whether a selector selects pods of a namespace: those of the set, or those that are made from a Gateway of it. All must have been seen. */
  public hasPods(namespace: string, selector: LabelSelector): boolean {
    return this.podsIn(namespace).has(selector)
      || selector.asks.some(({ key, values = [] }) => key === GATEWAY_NAME && values.some(name => this.gateways.get(namespace, name) !== undefined));
  }

  /** Whether a selector selects a Service of a namespace, by the labels of the Service itself. All of them must have been seen. */
  public hasService(namespace: string, selector: LabelSelector): boolean {
    return indexIn(this.labelledServices, this.services, namespace).has(selector);
  }

  /** A workload by its group and kind, such as `apps/Deployment`, and its name. */
  public workload(namespace: string, kind: string, name: string): Workload | undefined {
    return this.workloadsByKind.get(kind)?.get(namespace, name);
  }

  /** Whether the set makes the namespace, and so can be thought to hold what belongs in it. */
  public manages(namespace: string): boolean {
    return this.namespaces.has(namespace, namespace);
  }

  /** Whether the set holds pods of the namespace, or makes it: whoever names something there can expect to find it. */
  public knows(namespace: string): boolean {
    return this.manages(namespace) || this.workloads.in(namespace).length > 0;
  }

  private addWorkload(workload: Workload): void {
    this.workloads.add(workload);
    let table = this.workloadsByKind.get(workload.groupKind);
    if (!table) {
      table = new EntryTable();
      this.workloadsByKind.set(workload.groupKind, table);
    }
    table.add(workload);
    this.pods.clear();
  }

  /** A set holds few kinds of objects, and many of each. */
  private kindOf(apiVersion: unknown, kind: unknown): Kind {
    if (typeof apiVersion !== 'string' || typeof kind !== 'string') { return NO_KIND; }
    let kinds = this.kinds.get(apiVersion);
    if (!kinds) {
      kinds = new Map();
      this.kinds.set(apiVersion, kinds);
    }
    let known = kinds.get(kind);
    if (!known) {
      known = { isCluster: scopeOf(apiVersion, kind) === 'Cluster', reader: this.readers.get(groupKind({ apiVersion, kind })) };
      kinds.set(kind, known);
    }
    return known;
  }

  private makeReaders(): Map<string, Reader> {
    const into = <T extends Entry>(table: EntryTable<T>, read: (json: JsonObject, entry: Entry) => T): Reader => (
      (json, entry) => table.add(read(json, entry))
    );
    const names = (table: EntryTable<Entry>): Reader => (_json, entry) => table.add(entry);
    const secret = (...path: string[]): Reader => (json, entry) => {
      const name = path.reduce<unknown>((at, key) => objectOf(at)[key], json);
      this.secrets.add({ ...entry, name: typeof name === 'string' && name !== '' ? name : entry.name });
    };
    return new Map<string, Reader>([
      ['/Namespace', into(this.namespaces, namespaceOf)],
      ['/Service', into(this.services, serviceOf)],
      ['/ResourceQuota', names(this.quotas)],
      ['/LimitRange', names(this.limitRanges)],
      ['/ServiceAccount', into(this.accounts, serviceAccountOf)],
      ['/ConfigMap', names(this.configMaps)],
      ['/Secret', names(this.secrets)],
      ['bitnami.com/SealedSecret', secret('spec', 'template', 'metadata', 'name')],
      ['external-secrets.io/ExternalSecret', secret('spec', 'target', 'name')],
      ['cert-manager.io/Certificate', secret('spec', 'secretName')],
      ['/PersistentVolumeClaim', into(this.claims, claimOf)],
      ['networking.k8s.io/NetworkPolicy', into(this.policies, networkPolicyOf)],
      ...['cilium.io/CiliumNetworkPolicy', 'cilium.io/CiliumClusterwideNetworkPolicy', 'projectcalico.org/NetworkPolicy',
        'projectcalico.org/GlobalNetworkPolicy', 'crd.projectcalico.org/NetworkPolicy', 'crd.projectcalico.org/GlobalNetworkPolicy',
        'policy.networking.k8s.io/AdminNetworkPolicy', 'policy.networking.k8s.io/BaselineAdminNetworkPolicy',
        'policy.networking.k8s.io/ClusterNetworkPolicy'].map(kind => [kind, names(this.pluginPolicies)] as const),
      ...['networking.k8s.io/Ingress', 'extensions/Ingress'].map(kind => [kind, into(this.ingresses, ingressOf)] as const),
      ...['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute']
        .map(kind => [`gateway.networking.k8s.io/${kind}`, into(this.gatewayRoutes, gatewayRouteOf)] as const),
      ['gateway.networking.k8s.io/Gateway', names(this.gateways)],
      ['monitoring.coreos.com/ServiceMonitor', into(this.serviceMonitors, serviceMonitorOf)],
      ...['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration']
        .map(kind => [`admissionregistration.k8s.io/${kind}`, into(this.webhooks, webhookConfigurationOf)] as const),
      ['policy/PodDisruptionBudget', into(this.budgets, disruptionBudgetOf)],
      ...['autoscaling/HorizontalPodAutoscaler', 'keda.sh/ScaledObject'].map(kind => [kind, into(this.autoscalers, autoscalerOf)] as const),
      ['rbac.authorization.k8s.io/Role', into(this.roles, roleOf)],
      ['rbac.authorization.k8s.io/ClusterRole', into(this.clusterRoles, roleOf)],
      ...['RoleBinding', 'ClusterRoleBinding'].map(kind => [`rbac.authorization.k8s.io/${kind}`, into(this.bindings, bindingOf)] as const),
      ['security.istio.io/PeerAuthentication', into(this.peerAuthentications, peerAuthenticationOf)],
      ['scheduling.k8s.io/PriorityClass', names(this.priorityClasses)],
      ['storage.k8s.io/StorageClass', names(this.storageClasses)],
    ]);
  }
}

function indexIn<T extends Entry & Labelled>(indices: Map<string, LabelIndex<T>>, table: EntryTable<T>, namespace: string): LabelIndex<T> {
  let index = indices.get(namespace);
  if (!index) {
    index = new LabelIndex(table.in(namespace));
    indices.set(namespace, index);
  }
  return index;
}
