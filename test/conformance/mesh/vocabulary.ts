import { Identity } from '../../mesh/oracle/identity';
import { SeededRandom } from '../../network/oracle/random';

/** A request in all its parts, for any of the judges. */
export interface AnyRequest {
  readonly identity?: Identity;
  readonly port: number;
  readonly sourceAddress: string;
  readonly remoteAddress: string;
  readonly destinationAddress: string;
  readonly sni: string;
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Without a token where there is none. */
  readonly claims?: { readonly iss: string; readonly sub?: string; readonly aud?: readonly string[]; readonly [name: string]: unknown };
}

type Values = ReadonlyMap<string, readonly string[]>;

/** Attributes that some policies ask for, with the values that they name. */
function named(policies: readonly any[]): Values {
  const values = new Map<string, string[]>();
  const add = (key: string, more: readonly string[] = []) => values.set(key, [...values.get(key) ?? [], ...more]);
  for (const { from = [], to = [], when = [] } of policies.flatMap(policy => policy.spec?.rules ?? []).filter(Boolean)) {
    for (const part of [...from.map((each: any) => each.source), ...to.map((each: any) => each.operation)]) {
      for (const [field, list] of Object.entries<any>(part ?? {})) { add(field.replace(/^not(.)/, (_, first) => first.toLowerCase()), list); }
    }
    for (const { key, values: some, notValues } of when) { add(key, some); add(key, notValues); }
  }
  return values;
}

/** Texts around each value: what it means, what it nearly means, and what has nothing to do with it. */
function around(value: string): string[] {
  const plain = value.replace(/\{\*\*\}/g, 'a/b').replace(/\{\*\}/g, 'a').replace(/^\*|\*$/g, 'x');
  return [plain, `${plain}y`, `y${plain}`, plain.toUpperCase(), plain.replace(/^x|x$/, '')];
}

/** Requests that policies may be about, the same for the same seed. */
export class Vocabulary {
  private readonly values: Values;
  private readonly random: SeededRandom;

  constructor(policies: readonly any[], seed: number, private readonly trustDomains: readonly string[] = ['cluster.local']) {
    this.values = named(policies);
    this.random = new SeededRandom(seed);
  }

  /** Every port that a policy names, and one more. */
  public get ports(): readonly number[] {
    return [...new Set([8080, ...[...this.of('ports'), ...this.of('destination.port')].map(Number)])];
  }

  public get issuers(): readonly string[] {
    return [...new Set(['https://id.example', ...[...this.of('requestPrincipals'), ...this.of('request.auth.principal')].flatMap(value => {
      const slash = value.lastIndexOf('/');
      return around(slash < 0 ? value : value.slice(0, slash));
    }), ...this.of('request.auth.claims[iss]').flatMap(around)])].filter(issuer => issuer !== '');
  }

  public request(): AnyRequest {
    return {
      identity: this.one(8) === 0 ? undefined : this.identity(),
      port: this.random.pick(this.ports),
      sourceAddress: this.address('ipBlocks', 'source.ip'),
      remoteAddress: this.address('remoteIpBlocks', 'remote.ip'),
      destinationAddress: this.address('destination.ip'),
      sni: this.text(['connection.sni'], ['', 'server.example']),
      // A request of HTTP has all three, and its path begins with a slash.
      method: this.text(['methods'], ['GET', 'POST']) || 'GET',
      path: `/${this.text(['paths'], ['/', '/items?id=1', '/items#a']).replace(/^\//, '')}`,
      host: this.text(['hosts'], ['cart', 'Cart.shop']) || 'cart',
      headers: Object.fromEntries(this.bracketed('request.headers[').filter(() => this.one(4) > 0).map(([key, [name]]) => [name, this.text([key], ['v'])])),
      claims: this.one(3) === 0 ? undefined : this.claims(),
    };
  }

  private of(key: string): readonly string[] {
    return this.values.get(key) ?? [];
  }

  private one(bound: number): number {
    return this.random.below(bound);
  }

  private text(keys: readonly string[], others: readonly string[]): string {
    const meant = keys.flatMap(key => this.of(key)).flatMap(around);
    return meant.length > 0 && this.one(5) > 0 ? this.random.pick(meant) : this.random.pick(others);
  }

  private address(...keys: readonly string[]): string {
    const blocks = keys.flatMap(key => this.of(key)).map(value => value.split('/')[0]);
    return blocks.length > 0 && this.one(4) > 0 ? this.random.pick(blocks) : this.random.pick(['10.1.2.3', '192.0.2.7', '2001:db8::1']);
  }

  /** Whole principals are taken apart; what is none becomes a part of one. */
  private identity(): Identity {
    const principals = [...this.of('principals'), ...this.of('source.principal')].flatMap(around);
    const accounts = this.of('serviceAccounts');
    const whole = principals.map(text => /^([^/]+)\/ns\/([^/]+)\/sa\/([^/]+)$/.exec(text)).filter(found => found !== null);
    const identity: Identity = {
      trustDomain: this.part(this.text(['trustDomains', 'source.trustDomain'], this.trustDomains)),
      namespace: this.part(this.text(['namespaces', 'source.namespace'], ['foo', 'bar', ...accounts.filter(each => each.includes('/')).map(each => each.split('/')[0])])),
      serviceAccount: this.part(this.random.pick(['web', ...accounts.map(each => each.split('/').pop()!)])),
    };
    const choice = this.one(4);
    if (choice === 0 && whole.length > 0) {
      const [, trustDomain, namespace, serviceAccount] = this.random.pick(whole);
      return { ...identity, trustDomain, namespace: this.one(3) > 0 ? namespace : identity.namespace, serviceAccount };
    }
    if (choice === 1 && principals.length > 0) {
      const text = this.part(this.random.pick(principals));
      return this.one(2) === 0 ? { ...identity, trustDomain: text } : { ...identity, serviceAccount: text };
    }
    return identity;
  }

  private part(text: string): string {
    return text.replace(/[/*]/g, '') || 'none';
  }

  private claims(): AnyRequest['claims'] {
    const issuer = this.random.pick(this.issuers);
    const subjects = [...this.of('requestPrincipals'), ...this.of('request.auth.principal')].flatMap(value => around(value.slice(value.lastIndexOf('/') + 1)));
    const claims: Record<string, unknown> = {};
    for (const [key, names] of this.bracketed('request.auth.claims[')) {
      const value = this.text([key], ['v']);
      const [last, ...outer] = [...names].reverse();
      if (names[0] !== 'iss' && names[0] !== 'sub' && names[0] !== 'aud' && this.one(3) > 0) {
        const inner: Record<string, unknown> = { [last]: this.one(2) === 0 ? value : [value, 'other'] };
        Object.assign(claims, outer.reduce((nested, name) => ({ [name]: nested }), inner));
      }
    }
    if (this.of('request.auth.presenter').length > 0) { claims.azp = this.text(['request.auth.presenter'], ['p']); }
    const audience = this.text(['request.auth.audiences'], ['a']);
    return { ...claims, iss: issuer, sub: subjects.length > 0 ? this.random.pick([...subjects, 'ann']) : 'ann', aud: [audience] };
  }

  private bracketed(prefix: string): (readonly [key: string, names: readonly string[]])[] {
    return [...this.values.keys()].filter(key => key.startsWith(prefix)).map(key => [key, key.slice(prefix.length, -1).split('][')] as const);
  }
}
