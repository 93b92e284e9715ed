import type { IConstruct } from 'constructs';
import type { Endpoint } from '../network/endpoint';
import { Session } from '../policy/session';

/** What a workload asks of whoever calls one of its ports: a token of an issuer. */
export interface TokenDemand {
  readonly port: number;
  readonly issuer: string;
}

/** The tokens that workloads of an app ask for. */
export class TokenDemands {
  public static of(construct: IConstruct): TokenDemands {
    const session = Session.of(construct);
    return session.part('token-demands', () => new TokenDemands(session));
  }

  private readonly demands = new Map<Endpoint, TokenDemand[]>();

  private constructor(private readonly session: Session) {}

  public add(endpoint: Endpoint, demand: TokenDemand): void {
    this.demands.set(endpoint, [...this.demands.get(endpoint) ?? [], demand]);
    this.session.touch();
  }

  public has(endpoint: Endpoint): boolean {
    return this.demands.has(endpoint);
  }

  /** Every workload that asks for one. */
  public get endpoints(): readonly Endpoint[] {
    return [...this.demands.keys()];
  }

  /** The issuers of whose tokens a port takes; none where it asks for no token. */
  public issuersFor(endpoint: Endpoint, port: number): readonly string[] {
    return this.demands.get(endpoint)?.filter(demand => demand.port === port).map(({ issuer }) => issuer).sort() ?? [];
  }
}
