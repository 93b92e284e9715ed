import type { IConstruct } from 'constructs';
import { TokenDemands } from './token-demands';
import { refuse } from '../kube/problem';
import type { Endpoint } from '../network/endpoint';
import { Session } from '../policy/session';

/** Tokens of one issuer, as a port of a workload takes them. */
export interface IssuedTokens {
  readonly port: number;
  readonly issuer: string;
  /** Where the keys of the issuer are. */
  readonly jwksUri: string;
  /** For one of whom the token must be made, sorted. */
  readonly audiences: readonly string[];
  /** Whether the workload receives the token. */
  readonly forwardOriginalToken: boolean;
}

/** By what the workloads of an app know good tokens. */
export class TokenIssuers {
  public static of(construct: IConstruct): TokenIssuers {
    const session = Session.of(construct);
    return session.part('token-issuers', () => new TokenIssuers(TokenDemands.of(construct)));
  }

  private readonly known = new Map<Endpoint, IssuedTokens[]>();

  private constructor(private readonly demands: TokenDemands) {}

  /** Has a port of a workload ask for tokens. */
  public add(endpoint: Endpoint, tokens: IssuedTokens): void {
    const known = this.known.get(endpoint) ?? [];
    known.forEach(other => checkBeside(endpoint, tokens, other));
    this.known.set(endpoint, [...known, tokens]);
    this.demands.add(endpoint, { port: tokens.port, issuer: tokens.issuer });
  }

  public has(endpoint: Endpoint): boolean {
    return this.known.has(endpoint);
  }

  /** Rules of a RequestAuthentication, one for each issuer. */
  public jwtRules(endpoint: Endpoint): object[] {
    const byIssuer = new Map(this.known.get(endpoint)?.map(tokens => [tokens.issuer, tokens]));
    return [...byIssuer.values()].sort((a, b) => a.issuer < b.issuer ? -1 : 1).map(({ issuer, jwksUri, audiences, forwardOriginalToken }) => ({
      audiences: [...audiences], issuer, jwksUri, ...(forwardOriginalToken ? { forwardOriginalToken } : {}),
    }));
  }
}

/** A proxy knows of issuers, and not of ports: what is good on one port is good on all for which its issuer counts. */
function checkBeside({ name }: Endpoint, tokens: IssuedTokens, other: IssuedTokens): void {
  if (tokens.issuer !== other.issuer) {
    checkApart(name, tokens.issuer, other.issuer);
    return;
  }
  if (tokens.port === other.port) {
    refuse({
      what: `port ${tokens.port} of "${name}" asks twice for tokens of one issuer`, got: tokens.issuer, expected: 'one demand', todo: 'name all audiences in it',
    });
  }
  const differs = (['jwksUri', 'audiences', 'forwardOriginalToken'] as const).find(field => JSON.stringify(tokens[field]) !== JSON.stringify(other[field]));
  if (differs) {
    refuse({
      what: `ports of "${name}" ask for tokens of one issuer with another ${differs} each`,
      got: tokens[differs],
      expected: `what is asked on port ${other.port}, since the proxy knows of issuers, and not of ports`,
      todo: `give both the same ${differs}, or make them two workloads`,
    });
  }
}

/** Older versions of Istio compare issuer and subject as the beginning of one text. */
function checkApart(name: string, issuer: string, other: string): void {
  if (issuer.startsWith(`${other}/`) || other.startsWith(`${issuer}/`)) {
    refuse({
      what: `an issuer of tokens for "${name}" lies below another one, for which its tokens could be taken`,
      got: [issuer, other],
      expected: 'issuers of which none begins with another',
      todo: 'make them two workloads',
    });
  }
}
