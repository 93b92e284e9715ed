import { Construct } from 'constructs';
import { meshMissing } from './app-mesh';
import { checkAudiences, checkIssuer, checkJwksUri } from './jwt-values';
import { portOf } from './mesh-model';
import { TokenIssuers } from './token-issuers';
import { PortProtocol } from '../kube/port';
import { refuse } from '../kube/problem';
import { checkFlag, checkStruct } from '../kube/shape';
import type { Endpoint } from '../network/endpoint';
import { READ } from '../network/flow-request';
import type { IFlowPeer } from '../network/peer';
import { Session } from '../policy/session';

/**
 * Properties for `RequireJwt`.
 */
export interface RequireJwtProps {
  /**
   * The workload that is called.
   */
  readonly workload: IFlowPeer;

  /**
   * Port on which the workload's pods listen, with an `appProtocol` of HTTP.
   *
   * @default - its only port
   */
  readonly port?: number;

  /**
   * Who makes the tokens: the claim `iss`, letter by letter.
   */
  readonly issuer: string;

  /**
   * Where the issuer shows its keys: https, and a host by its full name. istiod fetches them, no workload, so that istiod must be let out
   * to that host.
   */
  readonly jwksUri: string;

  /**
   * For whom a token must be made: the claim `aud` holds one of these. At least one: without, a token that the issuer made for any other
   * application would be good here.
   */
  readonly audiences: string[];

  /**
   * Whether the workload receives the token too. Whoever receives it can use it as its user, until it ends.
   *
   * @default false
   */
  readonly forwardOriginalToken?: boolean;
}

/**
 * Lets requests through to a port of a workload only with a valid token of an issuer, on top of what the flows say of the caller.
 *
 * A token that is broken, too old, of another issuer or for another audience is refused, and so is a request without one: Istio itself lets
 * that through where nothing but a RequestAuthentication stands, so that each rule of the workload's AuthorizationPolicy asks for the issuer.
 * A token needs the claim `sub`. Several of these on one port mean a token of one of the issuers.
 *
 * Proxies know of issuers and not of ports: on the other ports of the workload no token is asked for, but one that comes and is not good is
 * refused there too. In ambient mode a waypoint reads the tokens, which this brings with it; who goes past it is not let in. While the mesh
 * waives `mesh-mtls-strict`, no token is asked for.
 *
 * An app without an `IstioMtlsMesh` that the workload is part of is an error.
 *
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 * @see https://www.rfc-editor.org/rfc/rfc8725#section-3.9
 */
export class RequireJwt extends Construct {
  constructor(scope: Construct, id: string, props: RequireJwtProps) {
    super(scope, id);
    checkStruct(`properties of RequireJwt "${id}"`, props);
    const endpoint = workloadOf(this, props.workload);
    TokenIssuers.of(this).add(endpoint, {
      port: readablePort(endpoint, props.port),
      issuer: checkIssuer(props.issuer),
      jwksUri: checkJwksUri(props.jwksUri),
      audiences: checkAudiences(props.audiences),
      forwardOriginalToken: checkFlag('forwardOriginalToken', props.forwardOriginalToken),
    });
    this.node.addValidation({ validate: () => meshMissing(this, `nothing asks for the tokens of "${endpoint.name}"`, endpoint.namespace) });
  }
}

function workloadOf(construct: Construct, { peer }: IFlowPeer): Endpoint {
  const { _shape: shape } = peer;
  if (shape.kind !== 'workload' || Session.of(shape.endpoint.construct) !== Session.of(construct)) {
    return refuse({
      what: `tokens are asked for by ${peer.description}`, expected: 'a workload of this app', todo: 'pass the workload as workload, in the app that makes it',
    });
  }
  return shape.endpoint;
}

/** Tokens come in headers, which a proxy sees only where it knows that HTTP is spoken. */
function readablePort(endpoint: Endpoint, number: number | undefined): number {
  const readable = endpoint.ports.filter(({ protocol, appProtocol }) => protocol === PortProtocol.TCP && READ.has(appProtocol));
  const ports = readable.filter(port => number === undefined || port.number === number);
  if (ports.length !== 1) {
    const other = number === undefined ? undefined : portOf(endpoint, number);
    refuse({
      what: `tokens for "${endpoint.name}" need one port where a mesh can read them`,
      got: other ? { port: number, appProtocol: other.appProtocol } : number,
      expected: readable.map(port => port.number).join(' or ') || `a port with appProtocol ${[...READ].join(' or ')}`,
      todo: 'name the port, or say what is spoken on it',
    });
  }
  return ports[0].number;
}
