import type { IConstruct } from 'constructs';
import { authorizationRules } from './authorization-rules';
import { IstioVersion } from './istio-version';
import { annotationsOfMadePods } from './made-pods';
import { MeshModel, WAYPOINT } from './mesh-model';
import { MeshScope } from './mesh-scope';
import { outsideHosts, serviceEntrySpec } from './service-entries';
import { callsAnything, NO_HOST, sidecarSpec } from './sidecar-scope';
import { TokenIssuers } from './token-issuers';
import { waypointOpenings, waypointSelector, waypointSpec } from './waypoint-policy';
import { permissionsOf } from './workload-permissions';
import { PortProtocol } from '../kube/port';
import type { Endpoint } from '../network/endpoint';
import { networkPolicySpec } from '../network/policy-rules';
import { makeObject, ObjectRank } from '../policy/object-order';
import type { Session } from '../policy/session';

const SECURITY = 'security.istio.io/v1';
const NETWORKING = 'networking.istio.io/v1';
const GATEWAY = 'gateway.networking.k8s.io';

/** Two, since the old one stays until the new one can serve. */
const WAYPOINT_PODS = 2;

/** What an object of the mesh is; its metadata beyond this follows from where it stands. */
interface MeshObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
  readonly render: () => Record<string, unknown>;
}

/** Makes the objects of a mesh as they are called for. What was made once stays: flows are only ever added. */
export class MeshObjects {
  private readonly made = new Set<string>();
  private readonly tokens: TokenIssuers;

  constructor(private readonly session: Session, private readonly model: MeshModel, private readonly owner: IConstruct) {
    this.tokens = TokenIssuers.of(session.root);
  }

  /** Makes what the program calls for by now. */
  public make(): void {
    const byNamespace = this.model.endpointsByNamespace;
    for (const namespace of this.model.made) { this.makeNamespace(namespace, byNamespace.get(namespace) ?? []); }
    for (const endpoint of this.model.endpoints) { this.makeWorkload(endpoint); }
    if (this.model.settings.scope === MeshScope.WHOLE_MESH) { this.makeMesh(); }
  }

  private makeNamespace(namespace: string, endpoints: readonly Endpoint[]): void {
    const { model, model: { settings, namespaces } } = this;
    const owner = namespaces.constructOf(namespace);
    const put = (rank: ObjectRank, object: MeshObject) => this.put(rank, namespace, owner, object);
    const behind = () => endpoints.filter(endpoint => model.hasWaypoint(endpoint));
    const hasWaypoint = behind().length > 0;
    this.once(`labels ${namespace}`, () => namespaces.label(namespace, this.membership()));
    this.once(`proxies ${namespace} ${hasWaypoint}`, () => {
      namespaces.addProxies(namespace, { inEachPod: !model.isAmbient, pods: hasWaypoint ? WAYPOINT_PODS : 0 });
    });
    put(ObjectRank.MESH, { apiVersion: SECURITY, kind: 'PeerAuthentication', name: 'default', render: () => ({ spec: { mtls: { mode: this.mode() } } }) });
    if (settings.accessLog) {
      put(ObjectRank.MESH, {
        apiVersion: 'telemetry.istio.io/v1',
        kind: 'Telemetry',
        name: 'access-log',
        render: () => ({ spec: { accessLogging: [{ providers: [{ name: 'envoy' }] }] } }),
      });
    }
    if (!settings.isPermissive) { put(ObjectRank.MESH, { apiVersion: SECURITY, kind: 'AuthorizationPolicy', name: 'allow-nothing', render: () => ({ spec: {} }) }); }
    if (!model.isAmbient) { put(ObjectRank.MESH, { apiVersion: NETWORKING, kind: 'Sidecar', name: 'default', render: () => ({ spec: nothingKnown() }) }); }
    if (hasWaypoint) { this.makeWaypoint(namespace, behind); }
    for (const outside of model.isAmbient ? [] : outsideHosts(model, namespace, endpoints)) {
      put(ObjectRank.MESH_ALLOW, {
        apiVersion: NETWORKING,
        kind: 'ServiceEntry',
        name: outside.host,
        render: () => ({ spec: serviceEntrySpec(outsideHosts(model, namespace, endpoints).find(({ host }) => host === outside.host)!) }),
      });
    }
  }

  private makeWaypoint(namespace: string, behind: () => readonly Endpoint[]): void {
    const { model, session } = this;
    const owner = model.namespaces.constructOf(namespace);
    const put = (rank: ObjectRank, object: MeshObject) => this.put(rank, namespace, owner, object);
    put(ObjectRank.ALLOW, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      name: WAYPOINT,
      annotations: annotationsOfMadePods(),
      render: () => ({ spec: networkPolicySpec(waypointSelector(namespace), waypointOpenings(model, behind()), session.settings) }),
    });
    put(ObjectRank.MESH, {
      apiVersion: `${GATEWAY}/v1`, kind: 'Gateway', name: WAYPOINT, labels: { 'istio.io/waypoint-for': 'service' }, render: () => ({ spec: waypointSpec() }),
    });
    if (model.settings.isPermissive) { return; }
    // Policies without a target close pods, and no waypoint.
    put(ObjectRank.MESH, {
      apiVersion: SECURITY,
      kind: 'AuthorizationPolicy',
      name: 'allow-nothing-waypoint',
      render: () => ({ spec: { targetRefs: [{ group: GATEWAY, kind: 'Gateway', name: WAYPOINT }] } }),
    });
  }

  private makeWorkload(endpoint: Endpoint): void {
    const { model, model: { settings } } = this;
    const { name, namespace, selector } = endpoint;
    const put = (rank: ObjectRank, object: MeshObject) => this.put(rank, namespace, endpoint.construct, object);
    if (!settings.isPermissive && model.graph.into(endpoint).some(({ port }) => port.protocol === PortProtocol.TCP)) {
      put(ObjectRank.MESH_ALLOW, {
        apiVersion: SECURITY,
        kind: 'AuthorizationPolicy',
        name,
        render: () => ({ spec: { action: 'ALLOW', rules: authorizationRules(permissionsOf(model, endpoint).atPods, settings), selector: { matchLabels: { ...selector } } } }),
      });
    }
    if (!settings.isPermissive && this.plaintextPorts(endpoint).length > 0) {
      put(ObjectRank.MESH_ALLOW, {
        apiVersion: SECURITY,
        kind: 'PeerAuthentication',
        name,
        render: () => ({
          spec: {
            mtls: { mode: 'STRICT' },
            portLevelMtls: Object.fromEntries(this.plaintextPorts(endpoint).map(port => [String(port), { mode: 'PERMISSIVE' }])),
            selector: { matchLabels: { ...selector } },
          },
        }),
      });
    }
    if (!model.isAmbient && callsAnything(model, endpoint)) {
      put(ObjectRank.MESH_ALLOW, { apiVersion: NETWORKING, kind: 'Sidecar', name, render: () => ({ spec: sidecarSpec(model, endpoint) }) });
    }
    if (model.hasWaypoint(endpoint)) { this.makeServed(endpoint); }
    if (!settings.isPermissive && this.tokens.has(endpoint)) {
      put(ObjectRank.MESH_ALLOW, {
        apiVersion: SECURITY,
        kind: 'RequestAuthentication',
        name,
        render: () => ({ spec: { jwtRules: this.tokens.jwtRules(endpoint), ...targetOf(model, endpoint) } }),
      });
    }
  }

  private makeServed(endpoint: Endpoint): void {
    const { model, model: { settings } } = this;
    const { name, namespace } = endpoint;
    const { metadata } = endpoint.service()!;
    this.once(`service ${namespace} ${name}`, () => metadata.addLabel('istio.io/use-waypoint', WAYPOINT));
    // A gateway of Istio goes past waypoints, unless the Service asks it not to.
    if (model.graph.into(endpoint).some(flow => flow.from._shape.kind === 'pods' && model.isByWaypoint(flow))) {
      this.once(`ingress ${namespace} ${name}`, () => metadata.addLabel('istio.io/ingress-use-waypoint', 'true'));
    }
    if (settings.isPermissive) { return; }
    // No workload has a dot in its name.
    this.put(ObjectRank.MESH_ALLOW, namespace, endpoint.construct, {
      apiVersion: SECURITY,
      kind: 'AuthorizationPolicy',
      name: `${name}.${WAYPOINT}`,
      render: () => ({
        spec: {
          action: 'ALLOW',
          rules: authorizationRules(permissionsOf(model, endpoint).atService, settings),
          targetRefs: [{ group: '', kind: 'Service', name }],
        },
      }),
    });
  }

  private makeMesh(): void {
    const { model: { settings, isAmbient }, owner } = this;
    const put = (object: MeshObject) => this.put(ObjectRank.MESH, settings.rootNamespace, owner, object);
    put({ apiVersion: SECURITY, kind: 'PeerAuthentication', name: 'default', render: () => ({ spec: { mtls: { mode: this.mode() } } }) });
    if (!settings.isPermissive) {
      put({ apiVersion: SECURITY, kind: 'AuthorizationPolicy', name: 'allow-nothing', render: () => ({ spec: {} }) });
      if (isAmbient && settings.version.atLeast(IstioVersion.V1_25)) {
        put({
          apiVersion: SECURITY,
          kind: 'AuthorizationPolicy',
          name: 'allow-nothing-waypoints',
          render: () => ({ spec: { targetRefs: [{ group: GATEWAY, kind: 'GatewayClass', name: 'istio-waypoint' }] } }),
        });
      }
    }
    if (!isAmbient) { put({ apiVersion: NETWORKING, kind: 'Sidecar', name: 'default', render: () => ({ spec: nothingKnown() }) }); }
  }

  private plaintextPorts(endpoint: Endpoint): number[] {
    const open = this.model.graph.into(endpoint).filter(flow => this.model.isOpenToPlaintext(endpoint, flow));
    return [...new Set(open.map(({ port }) => port.number))].sort((a, b) => a - b);
  }

  private mode(): string {
    return this.model.settings.isPermissive ? 'PERMISSIVE' : 'STRICT';
  }

  private membership(): Record<string, string> {
    return this.model.isAmbient ? { 'istio.io/dataplane-mode': 'ambient' } : { 'istio.io/rev': this.model.settings.revision };
  }

  private put(rank: ObjectRank, namespace: string, owner: IConstruct, object: MeshObject): void {
    this.once(`${object.kind} ${namespace}/${object.name}`, () => { makeObject(rank, { ...object, namespace, owner }); });
  }

  private once(what: string, run: () => void): void {
    if (this.made.has(what)) { return; }
    run();
    this.made.add(what);
  }
}

/** A sidecar that knows no host, and sends on nothing. */
function nothingKnown(): Record<string, unknown> {
  return { egress: [{ hosts: [NO_HOST] }], outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } };
}

/** The proxy that reads requests for a workload: its sidecar, or its waypoint. */
function targetOf({ isAmbient }: MeshModel, { name, selector }: Endpoint): Record<string, unknown> {
  return isAmbient ? { targetRefs: [{ group: '', kind: 'Service', name }] } : { selector: { matchLabels: { ...selector } } };
}
