import type * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { departuresOf } from './departures';
import { countedPodSpec, hardenedPodSpec } from './pod-spec';
import { propOfWorkload } from './prop-of-field';
import { Autoscaling, checkPodCount, checkScalable, coresOf, SettledScale, settleScale } from './scaling';
import { SettledAccount, settleAccount } from './service-account';
import { endpointOf } from './workload-endpoint';
import { autoscalerSpec, disruptionBudgetSpec, serviceSpec } from './workload-objects';
import { WorkloadProps } from './workload-props';
import { settleWorkload, WorkloadSettings } from './workload-settings';
import { plus } from '../kube/plus';
import { Connections } from '../network/connections';
import type { Endpoint } from '../network/endpoint';
import { FlowGraph } from '../network/flow-graph';
import { ManagedNamespaces } from '../network/managed-namespaces';
import { workloadNamespace } from '../network/namespace-scope';
import { IFlowPeer, FlowPeer } from '../network/peer';
import { networkPolicySpec } from '../network/policy-rules';
import { makeObject, ObjectRank } from '../policy/object-order';
import type { RenderedObject, RenderedObjectProps } from '../policy/rendered-object';
import { scannerExemptions } from '../policy/scanner-exemptions';
import { Session } from '../policy/session';
import { markWaivable } from '../policy/waivable-at';

/**
 * Properties for `HardenedDeployment`.
 */
export interface HardenedDeploymentProps extends WorkloadProps {
  /**
   * How many pods run.
   *
   * @default 2
   */
  readonly replicas?: number;

  /**
   * How the number of pods follows the load, instead of `replicas`. A Deployment that already runs falls to one pod for a moment when it
   * is first given an autoscaler.
   *
   * @default - the number is fixed
   */
  readonly autoscaling?: Autoscaling;

  /**
   * How many pods may be away at once while nodes are drained.
   *
   * @default 1
   */
  readonly maxUnavailable?: number;
}

/**
 * A Deployment whose pods meet the restricted Pod Security Standard, with a service account of its own, a Service for its ports, a
 * disruption budget, and one NetworkPolicy that opens exactly its declared connections.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export class HardenedDeployment extends Construct implements IFlowPeer, kplus.IPodSelector, kplus.INetworkPolicyPeer, kplus.IScalable {
  /**
   * Name of the objects.
   */
  public readonly name: string;

  /**
   * Namespace of the objects.
   */
  public readonly namespace: string;

  /**
   * What may connect to this workload, and to what it may connect.
   */
  public readonly connections: Connections;

  /**
   * Identity of the pods.
   */
  public readonly serviceAccount: kplus.IServiceAccount;

  /**
   * Whether an autoscaler decides how many pods run.
   */
  public hasAutoscaler: boolean;

  private readonly settled: WorkloadSettings;
  private readonly scale: SettledScale;
  private readonly settledAccount: SettledAccount;
  private readonly endpoint: Endpoint;
  private service?: RenderedObject;

  constructor(scope: Construct, id: string, props: HardenedDeploymentProps) {
    super(scope, id);
    this.settled = settleWorkload(this, 'Deployment', props);
    this.name = this.settled.name;
    this.scale = settleScale(this.name, props);
    this.hasAutoscaler = this.scale.autoscaling !== undefined;
    this.namespace = workloadNamespace(this, 'Deployment');
    ManagedNamespaces.of(this).checkPodSecurity(this.namespace, this.name, this.settled.waivers);
    checkPodCount(this.name, this.scale, this.holdsOneNodeVolume());

    const { name, namespace, settled: { labels, pullSecrets } } = this;
    this.settledAccount = settleAccount(this, props.serviceAccount, { name, namespace, labels, pullSecrets });
    this.serviceAccount = this.settledAccount.account;
    this.endpoint = endpointOf(this, this.settled, {
      kind: 'Deployment', namespace, serviceAccount: this.serviceAccount.name, service: () => this.service,
    });
    this.connections = Connections._of(this.endpoint);
    markWaivable(this);
    Session.of(this).waivers.add(this, this.settled.waivers.list);
    this.makeObjects();
  }

  /**
   * This workload as one end of a flow.
   */
  public get peer(): FlowPeer {
    return this.connections._peer;
  }

  /**
   * Labels that select the pods, and no others.
   */
  public get selector(): { [key: string]: string } {
    return { ...this.settled.selector };
  }

  /**
   * This workload's pods, for a Service or a NetworkPolicy of cdk8s-plus.
   */
  public toPodSelectorConfig(): kplus.PodSelectorConfig {
    return { labelSelector: plus().LabelSelector.of({ labels: this.selector }), namespaces: { names: [this.namespace] } };
  }

  /**
   * This workload's pods as a peer in a NetworkPolicy of cdk8s-plus.
   */
  public toNetworkPolicyPeerConfig(): kplus.NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /**
   * This workload itself.
   */
  public toPodSelector(): kplus.IPodSelector | undefined {
    return this;
  }

  /**
   * Says that an autoscaler of cdk8s-plus decides how many pods run: the number is then left out of the manifest.
   *
   * @throws if the workload has an autoscaler already, or a volume that only one pod can hold
   */
  public markHasAutoscaler(): void {
    checkScalable(this.name, this.scale, this.holdsOneNodeVolume());
    this.hasAutoscaler = true;
    Session.of(this).touch();
  }

  /**
   * What an autoscaler of cdk8s-plus needs to know of this workload.
   */
  public toScalingTarget(): kplus.ScalingTarget {
    const { image, resources } = this.settled.pod.main;
    const container = new (plus().Container)({
      image, name: this.name, resources: { cpu: { request: plus().Cpu.units(coresOf(resources.requests.cpu)) } },
    });
    const replicas = this.scale.isFixed ? { replicas: this.scale.replicas } : {};
    return { apiVersion: 'apps/v1', kind: 'Deployment', name: this.name, containers: [container], ...replicas };
  }

  /** @internal */
  public _propOf(field: string): string | undefined {
    return propOfWorkload(this.settled.pod, field);
  }

  private makeObjects(): void {
    const graph = FlowGraph.of(this);
    const session = Session.of(this);
    const endpoint = this.endpoint;
    const { selector, waivers, pod } = this.settled;
    this.object(ObjectRank.ALLOW, 'networking.k8s.io/v1', 'NetworkPolicy', () => ({
      spec: networkPolicySpec(selector, graph.policyOf(endpoint), session.settings),
    }));
    this.node.defaultChild = this.object(ObjectRank.WORKLOADS, 'apps/v1', 'Deployment', () => this.deployment(), {
      annotations: waivers.toAnnotations(), lateAnnotations: () => this.exemptions(), outline: () => this.counted(),
    });
    if (pod.main.ports.length > 0) {
      this.service = this.object(ObjectRank.WORKLOADS, 'v1', 'Service', () => ({ spec: serviceSpec(selector, pod.main.ports) }));
    }
    const { autoscaling, maxUnavailable } = this.scale;
    if (autoscaling) {
      this.object(ObjectRank.SCALING, 'autoscaling/v2', 'HorizontalPodAutoscaler', () => ({ spec: autoscalerSpec('Deployment', this.name, autoscaling) }));
    }
    this.object(ObjectRank.SCALING, 'policy/v1', 'PodDisruptionBudget', () => ({ spec: disruptionBudgetSpec(selector, maxUnavailable) }));
  }

  private object(
    rank: ObjectRank, apiVersion: string, kind: string, render: () => Record<string, unknown>,
    more: Pick<RenderedObjectProps, 'annotations' | 'lateAnnotations' | 'outline'> = {},
  ): RenderedObject {
    return makeObject(rank, {
      apiVersion, kind, name: this.name, namespace: this.namespace, labels: this.settled.labels, owner: this, render, ...more,
    });
  }

  /** For scanners, which see a manifest and not its reasons. */
  private exemptions(): Record<string, string> {
    const graph = FlowGraph.of(this);
    return scannerExemptions([...this.settled.waivers.departures, ...departuresOf({
      pod: this.settled.pod,
      hasAutoscaler: this.hasAutoscaler,
      replicas: this.scale.replicas,
      isReached: graph.into(this.endpoint).length > 0,
      reaches: graph.outOf(this.endpoint).length > 0 || graph.resolvesNames(this.endpoint),
    })]);
  }

  private counted(): Record<string, unknown> {
    return { spec: { ...this.fixedReplicas(), template: { spec: countedPodSpec(this.settled.pod) } } };
  }

  private fixedReplicas(): { replicas?: number } {
    return this.hasAutoscaler ? {} : { replicas: this.scale.replicas };
  }

  private deployment(): Record<string, unknown> {
    const { selector, podLabels, pod } = this.settled;
    return {
      spec: {
        ...this.fixedReplicas(),
        selector: { matchLabels: { ...selector } },
        // A volume that one node holds cannot follow a new pod to another node while the old pod has it.
        strategy: this.holdsOneNodeVolume() ? { type: 'Recreate' } : { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        template: {
          metadata: { labels: { ...podLabels } },
          spec: hardenedPodSpec({
            ...pod, spread: selector, serviceAccountName: this.serviceAccount.name, pullSecrets: this.settledAccount.pullSecrets,
          }),
        },
      },
    };
  }

  private holdsOneNodeVolume(): boolean {
    const { main, init, sidecars } = this.settled.pod;
    return [main, ...init, ...sidecars].some(container => container.mounts.some(mount => mount._oneNode));
  }
}
