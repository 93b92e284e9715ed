import { Identity } from './identity';
import { Claims } from './request-authentication';
import { Address, readAddress } from '../../network/oracle/address';

/** What is known of a request of HTTP, gRPC among it. */
export interface Http {
  readonly method: string;
  /** As sent: with the query, and normalised as the mesh is set to do. */
  readonly path: string;
  /** As sent: with the port, if the client sends it. */
  readonly host: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a proxy knows of a request when it decides. */
export interface Facts {
  /** Whom the certificate names; nobody on a plain connection. */
  readonly identity?: Identity;
  /** The port by the number that this proxy knows it under. */
  readonly port: number;
  readonly sourceAddress?: string;
  readonly remoteAddress?: string;
  readonly destinationAddress?: string;
  readonly sni?: string;
  /** Undefined where the proxy sees only bytes. */
  readonly http?: Http;
  /** Of a token that some RequestAuthentication took. */
  readonly claims?: Claims;
}

/** The address that a policy asks for. A question without it has no answer. */
export function addressOf(facts: Facts, key: string): Address {
  const { sourceAddress, remoteAddress = sourceAddress, destinationAddress } = facts;
  const text = key === 'source.ip' ? sourceAddress : key === 'remote.ip' ? remoteAddress : destinationAddress;
  if (text === undefined) { throw new Error(`${key} of the request: got none, expected an address, since a policy asks for it`); }
  return readAddress(text);
}
