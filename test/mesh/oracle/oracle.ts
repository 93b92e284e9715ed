import { policiesAt, policiesFor } from './attachment';
import { AuthorizationPolicy, AuthorizationRule } from './authorization-policy';
import { envoyMatches, RuleContext } from './envoy-rule';
import { Facts, Http } from './facts';
import { Identity, readIdentity } from './identity';
import { Mesh, MeshWorkload } from './mesh';
import { mtlsMode } from './peer-authentication';
import { judge, RequestAuthentication, Token } from './request-authentication';
import { serviceFor } from './service';
import { Waypoint, waypointOf } from './waypoint';
import { ztunnelMatches } from './ztunnel-rule';

/** A request, or a connection where no HTTP is said. */
export interface MeshRequest {
  /** A workload by `namespace/name`; left out for somebody whom the mesh does not know. */
  readonly from?: string;
  /** An identity that no workload here has, instead of one. */
  readonly identity?: string;
  /** Whether the source goes around its own proxy. */
  readonly plaintext?: boolean;
  readonly to: string;
  /** The container port. */
  readonly port: number;
  /** Whether the address of the pod is called, and no Service. */
  readonly direct?: boolean;
  readonly http?: Http & { readonly token?: Token };
  readonly sni?: string;
  readonly sourceAddress?: string;
  readonly remoteAddress?: string;
  readonly destinationAddress?: string;
  /** Providers of external authorization that say yes. All others say no. */
  readonly consenting?: readonly string[];
}

export interface Verdict {
  readonly allowed: boolean;
  readonly why: string;
}

type Matches = (rule: AuthorizationRule, context: RuleContext, facts: Facts) => boolean;

/**
 * Whether Istio lets a request through to a workload. Network policies are not asked.
 *
 * @see https://istio.io/latest/docs/concepts/security/
 */
export function decide(mesh: Mesh, request: MeshRequest): Verdict {
  const destination = mesh.workload(request.to);
  const { plane } = destination;
  if (plane === 'none') { return { allowed: true, why: 'no proxy before the workload' }; }
  const identity = identityOf(mesh, request);
  if (plane === 'gateway') { return atEnvoy(mesh, request, ofProxy(mesh, destination), factsOf(request, identity, request.port)); }
  const mode = mtlsMode(mesh.peers, mesh.rootNamespace, destination.pod, request.port);
  if (identity === undefined && mode === 'STRICT') { return { allowed: false, why: 'STRICT without mutual TLS' }; }
  if (plane === 'ambient') {
    if (mode === 'DISABLE') { throw new Error(`PeerAuthentication for ${request.to}: got DISABLE, expected a mode that ambient has`); }
    return inAmbient(mesh, request, destination, identity);
  }
  return atSidecar(mesh, request, destination, mode === 'DISABLE' ? undefined : identity);
}

/** Whom the certificate of the source names, as long as there is one. */
function identityOf(mesh: Mesh, { from, identity, plaintext }: MeshRequest): Identity | undefined {
  if (plaintext === true) { return undefined; }
  if (identity !== undefined) { return readIdentity(identity); }
  const source = from === undefined ? undefined : mesh.workload(from);
  return source === undefined || source.plane === 'none' ? undefined : mesh.identity(source.pod.namespace, source.serviceAccount);
}

function factsOf({ http, sni, sourceAddress, remoteAddress, destinationAddress }: MeshRequest, identity: Identity | undefined, port: number): Facts {
  return { identity, port, http, sni, sourceAddress, remoteAddress, destinationAddress };
}

function atSidecar(mesh: Mesh, request: MeshRequest, destination: MeshWorkload, identity: Identity | undefined): Verdict {
  const protocol = serviceFor(mesh.services, destination.pod, request.port)?.port.protocol ?? 'unknown';
  if (protocol === 'HTTP' && request.http === undefined) { return { allowed: false, why: 'no HTTP on a port of HTTP' }; }
  const facts = factsOf(request, identity, request.port);
  return atEnvoy(mesh, request, ofProxy(mesh, destination), protocol === 'TCP' ? { ...facts, http: undefined } : facts);
}

/** Through the waypoint, if the source is one that goes there, and then through the proxy of the node, which knows the waypoint only. */
function inAmbient(mesh: Mesh, request: MeshRequest, destination: MeshWorkload, identity: Identity | undefined): Verdict {
  const { pod } = destination;
  const called = request.direct === true ? undefined : serviceFor(mesh.services, pod, request.port);
  const labels = [called?.service.labels ?? pod.labels, mesh.namespaceLabels(pod.namespace)];
  const waypoint = waypointOf(mesh.waypoints, called ? 'service' : 'workload', pod.namespace, labels);
  if (waypoint === undefined || identity === undefined || !goesToWaypoints(mesh, request, labels)) {
    return atZtunnel(mesh, destination, factsOf(request, identity, request.port));
  }
  if (called?.port.protocol === 'HTTP' && request.http === undefined) { return { allowed: false, why: 'no HTTP on a port of HTTP' }; }
  const facts = factsOf(request, identity, called?.port.number ?? request.port);
  const policies: Policies = {
    place: `waypoint ${waypoint.name}`,
    authorizations: policiesAt(mesh.authorizations, mesh.rootNamespace, waypoint, called?.service),
    tokens: policiesAt(mesh.tokens, mesh.rootNamespace, waypoint, called?.service),
  };
  const first = atEnvoy(mesh, request, policies, called?.port.protocol === 'TCP' ? { ...facts, http: undefined } : facts);
  return first.allowed ? behind(mesh, waypoint, request, destination, first) : first;
}

function behind(mesh: Mesh, waypoint: Waypoint, { port }: MeshRequest, destination: MeshWorkload, first: Verdict): Verdict {
  const second = atZtunnel(mesh, destination, { identity: mesh.identity(waypoint.namespace, waypoint.name), port });
  return second.allowed ? { allowed: true, why: `${first.why}; ${second.why}` } : second;
}

/** A sidecar has chosen a pod before it could know of a waypoint; so has a gateway, unless the Service asks it to go there. */
function goesToWaypoints(mesh: Mesh, { from }: MeshRequest, labels: readonly Readonly<Record<string, string>>[]): boolean {
  const plane = from === undefined ? 'ambient' : mesh.workload(from).plane;
  return plane === 'ambient' || (plane === 'gateway' && labels.some(each => each['istio.io/ingress-use-waypoint'] === 'true'));
}

interface Policies {
  readonly place: string;
  readonly authorizations: readonly AuthorizationPolicy[];
  readonly tokens: readonly RequestAuthentication[];
}

function ofProxy(mesh: Mesh, { pod, plane }: MeshWorkload): Policies {
  return {
    place: plane,
    authorizations: policiesFor(mesh.authorizations, mesh.rootNamespace, pod),
    tokens: policiesFor(mesh.tokens, mesh.rootNamespace, pod),
  };
}

function atEnvoy(mesh: Mesh, { http, consenting = [] }: MeshRequest, { place, authorizations, tokens }: Policies, facts: Facts): Verdict {
  const judgement = facts.http === undefined ? {} : judge(tokens, http?.token);
  if ('refused' in judgement) { return { allowed: false, why: `${place}: ${judgement.refused}` }; }
  const known = { ...facts, claims: judgement.claims };
  const asked = authorizations.filter(({ action, provider }) => action === 'CUSTOM' && (facts.http !== undefined || mesh.grpcProviders.includes(provider!)));
  const several = new Set(asked.map(({ provider }) => provider)).size > 1;
  const custom = asked.find(policy => hits(mesh, envoyMatches, policy, known) && (several || !consenting.includes(policy.provider!)));
  if (custom) { return { allowed: false, why: `${place}: CUSTOM ${custom.namespace}/${custom.name}` }; }
  return byActions(mesh, envoyMatches, place, authorizations, known);
}

/** Those with targetRefs are not for it, and it knows neither CUSTOM nor AUDIT. */
function atZtunnel(mesh: Mesh, { pod }: MeshWorkload, facts: Facts): Verdict {
  const policies = policiesFor(mesh.authorizations, mesh.rootNamespace, pod).filter(({ targetRefs }) => targetRefs.length === 0);
  return byActions(mesh, ztunnelMatches, 'ztunnel', policies, facts);
}

/** Who is denied stays denied; who is not is allowed by any ALLOW, or by there being none. */
function byActions(mesh: Mesh, matches: Matches, place: string, policies: readonly AuthorizationPolicy[], facts: Facts): Verdict {
  const hit = (action: string) => policies.find(policy => policy.action === action && hits(mesh, matches, policy, facts));
  const denied = hit('DENY');
  if (denied) { return { allowed: false, why: `${place}: DENY ${denied.namespace}/${denied.name}` }; }
  if (!policies.some(({ action }) => action === 'ALLOW')) { return { allowed: true, why: `${place}: no ALLOW` }; }
  const allowed = hit('ALLOW');
  return allowed
    ? { allowed: true, why: `${place}: ALLOW ${allowed.namespace}/${allowed.name}` }
    : { allowed: false, why: `${place}: no ALLOW is for it` };
}

function hits({ trustDomains }: Mesh, matches: Matches, { action, namespace, rules }: AuthorizationPolicy, facts: Facts): boolean {
  return rules.some(rule => matches(rule, { action, namespace, trustDomains }, facts));
}
