import { Yaml } from 'cdk8s';
import { Construct } from 'constructs';
import { AppMesh, meshMissing } from './app-mesh';
import { GatewayApi } from './gateway-api';
import { GatewaySettings, settleGateway } from './gateway-settings';
import {
  gatewayAuthorizationSpec, gatewaySpec, HTTP_PORT, HTTPS_PORT, infrastructure, istioGatewaySpec, redirectSpec, routeSpec, virtualServiceSpec,
} from './gateway-specs';
import { IstioVersion } from './istio-version';
import { annotationsOfMadePods } from './made-pods';
import { istiodOpening } from './mesh-passage';
import type { SecureGatewayProps } from './secure-gateway-props';
import { PortProtocol } from '../kube/port';
import { refuse, sentence } from '../kube/problem';
import { FlowGraph } from '../network/flow-graph';
import { ManagedNamespaces } from '../network/managed-namespaces';
import { networkPolicySpec } from '../network/policy-rules';
import { makeObject, ObjectRank } from '../policy/object-order';
import { propsByField } from '../policy/prop-of-field';
import { SealPhase, Session } from '../policy/session';

const API = 'gateway.networking.k8s.io/v1';

/** Two, and one more while they are replaced. */
const PODS = 3;
/** Those of TLS, of the redirect, and of the state that load balancers ask for. */
const NODE_PORTS = 3;

/** The first version that reads how pods of a Gateway are to be made. */
const READS_PARAMETERS = IstioVersion.of('1.26');

/** Props by the fields that they change. */
const PROP_OF = propsByField({
  'data': 'clientCidrs',
  'metadata.name': 'name',
  'spec.egress': 'workload',
  'spec.exportTo': 'gateway',
  'spec.hostnames': 'hosts',
  'spec.hosts': 'hosts',
  'spec.http[].match': 'paths',
  'spec.http[].route[].destination.host': 'workload',
  'spec.http[].route[].destination.port': 'port',
  'spec.ingress': 'clientCidrs',
  'spec.listeners': 'hosts',
  'spec.listeners[].tls.certificateRefs': 'credentialName',
  'spec.infrastructure': 'name',
  'spec.parentRefs': 'hosts',
  'spec.parentRefs[].name': 'name',
  'spec.podSelector': 'name',
  'spec.targetRefs': 'name',
  'spec.rules[].backendRefs[].name': 'workload',
  'spec.rules[].backendRefs[].port': 'port',
  'spec.rules[].matches': 'paths',
  'spec.rules[].to[].operation.hosts': 'hosts',
  'spec.rules[].to[].operation.methods': 'methods',
  'spec.rules[].to[].operation.paths': 'paths',
  'spec.selector': 'gateway',
  'spec.servers[].hosts': 'hosts',
  'spec.servers[].tls.credentialName': 'credentialName',
});

/**
 * Opens a workload of the mesh to clients outside of it, over TLS 1.3 alone, and lets the gateway, and nobody else, bring their requests.
 *
 * Whoever asks in the clear is sent to TLS. The gateway answers for its hosts and no others, and has an identity of its own in the mesh, by
 * which the workload knows it; where a waypoint stands before the workload, its requests go through that too.
 *
 * With `GatewayApi.KUBERNETES` istiod makes the gateway's pods in the namespace of the workload, which are let out to the workload alone,
 * and into which only the named clients are let. From Istio 1.26 on there are two of them, restricted Pod Security admits them, and their
 * load balancer keeps the addresses of clients; of an older version they are one, admitted only where the values of `SecureIstioValues` are
 * used, and clients have the addresses of nodes. The API has no field for the least version of TLS: it is that of `meshConfig.tlsDefaults`,
 * which `SecureIstioValues` sets to 1.3.
 *
 * With `GatewayApi.ISTIO` the pods are those of somebody else, and the least version stands in the Gateway itself.
 *
 * An app without an `IstioMtlsMesh` that the workload is part of is an error.
 *
 * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/
 * @see https://istio.io/latest/docs/ambient/usage/waypoint/
 */
export class SecureGateway extends Construct {
  /** @internal */
  public readonly _propOf = PROP_OF;

  /**
   * Name of the gateway.
   */
  public readonly name: string;

  private readonly graph: FlowGraph;
  private hasParameters = false;

  constructor(scope: Construct, id: string, props: SecureGatewayProps) {
    super(scope, id);
    const settings = settleGateway(id, props);
    this.name = settings.name;
    this.graph = FlowGraph.of(this);
    this.graph.add(settings.flow);
    this.node.addValidation({ validate: () => this.faults(settings) });
    if (props.api === GatewayApi.ISTIO) {
      this.describeToIstio(settings);
    } else {
      this.describeToKubernetes(settings);
    }
  }

  private describeToKubernetes(settings: GatewaySettings): void {
    const { namespace } = settings.endpoint;
    ManagedNamespaces.of(this).addProxies(namespace, { inEachPod: false, pods: PODS, loadBalancers: 1, nodePorts: NODE_PORTS }, `gateway ${this.name}`);
    this.make(ObjectRank.ALLOW, 'networking.k8s.io/v1', 'NetworkPolicy', settings, () => this.policySpec(settings), this.beside);
    this.make(ObjectRank.MESH_ALLOW, 'security.istio.io/v1', 'AuthorizationPolicy', settings, () => gatewayAuthorizationSpec(settings), this.beside);
    this.make(ObjectRank.WORKLOADS, API, 'Gateway', settings, () => gatewaySpec(settings, this.hasParameters ? this.beside : undefined));
    this.make(ObjectRank.WORKLOADS, API, 'HTTPRoute', settings, () => routeSpec(settings));
    this.make(ObjectRank.WORKLOADS, API, 'HTTPRoute', settings, () => redirectSpec(settings), `${this.name}.redirect`);
    Session.of(this).addSealStep(SealPhase.OBJECTS, () => this.parametrise(settings));
  }

  private describeToIstio(settings: GatewaySettings): void {
    this.claimHosts(settings);
    this.make(ObjectRank.WORKLOADS, 'networking.istio.io/v1', 'Gateway', settings, () => istioGatewaySpec(settings));
    this.make(ObjectRank.WORKLOADS, 'networking.istio.io/v1', 'VirtualService', settings,
      () => virtualServiceSpec(settings, AppMesh.of(this).model?.settings.clusterDomain ?? 'cluster.local'));
  }

  /** Objects that stand beside the gateway; no workload has a dot in its name. */
  private get beside(): string {
    return `${this.name}.gateway`;
  }

  private make(
    rank: ObjectRank, apiVersion: string, kind: string, { endpoint }: GatewaySettings, spec: () => Record<string, unknown>, name = this.name,
  ): void {
    const annotations = kind === 'NetworkPolicy' ? annotationsOfMadePods() : {};
    makeObject(rank, { apiVersion, kind, name, namespace: endpoint.namespace, owner: this, annotations, render: () => ({ spec: spec() }) });
  }

  /** Once the version of the mesh is known. */
  private parametrise(settings: GatewaySettings): void {
    if (this.hasParameters || !AppMesh.of(this).model?.settings.version.atLeast(READS_PARAMETERS)) { return; }
    this.hasParameters = true;
    const data = Object.fromEntries(Object.entries(infrastructure(settings)).map(([key, value]) => [key, Yaml.stringify(value)]));
    makeObject(ObjectRank.MESH, {
      apiVersion: 'v1', kind: 'ConfigMap', name: this.beside, namespace: settings.endpoint.namespace, owner: this, render: () => ({ data }),
    });
  }

  private policySpec({ flow, pods, clients }: GatewaySettings): Record<string, unknown> {
    const { model } = AppMesh.of(this);
    const ports = [HTTPS_PORT, HTTP_PORT].map(number => ({ number, protocol: PortProtocol.TCP }));
    return networkPolicySpec(pods.labels, {
      into: clients.flatMap(peer => ports.map(port => ({ peer, port }))),
      outOf: [...this.graph.openingsOf(flow, 'outOf'), ...(model ? [istiodOpening(model)] : [])],
      resolvesNames: true,
    }, Session.of(this).settings);
  }

  /** Two Gateways for one host on the same pods contradict each other, and the older one wins. */
  private claimHosts({ hosts, pods }: GatewaySettings): void {
    const claimed = Session.of(this).part('gateway-hosts', () => new Map<string, string>());
    for (const host of hosts) {
      const key = JSON.stringify([pods.namespace, pods.labels, host]);
      const other = claimed.get(key);
      if (other !== undefined) {
        refuse({ what: 'two gateways answer for one host on the same pods', got: host, expected: `one, which is ${other}`, todo: 'name the host in one of them' });
      }
      claimed.set(key, this.node.path);
    }
  }

  private faults({ endpoint: { name, namespace }, pods }: GatewaySettings): string[] {
    const twin = pods.isOpened ? this.graph.endpoints.find(other => other.namespace === namespace && other.name === pods.serviceAccount) : undefined;
    return [
      ...meshMissing(this, `no mesh carries the requests of gateway "${this.name}" to "${name}"`, namespace),
      ...(twin ? [sentence({
        what: `pods of gateway "${this.name}" have the name of a workload`, got: twin.name, expected: 'a name for each', todo: 'give one of the two another name',
      })] : []),
    ];
  }
}
