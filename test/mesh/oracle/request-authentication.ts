import { demand, only, texts } from './demand';
import { readTarget, Target } from './target';

/** A token as it comes with a request. */
export interface Token {
  readonly issuer: string;
  readonly subject?: string;
  readonly audiences?: readonly string[];
  /** Other claims. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Whether its signature is wrong, or its time over. */
  readonly broken?: boolean;
}

export interface RequestAuthentication extends Target {
  readonly namespace: string;
  readonly name: string;
  readonly rules: readonly JwtRule[];
}

export interface JwtRule {
  readonly issuer: string;
  /** Empty for any. */
  readonly audiences: readonly string[];
  /** Claims that are lists in one text. */
  readonly spaced: readonly string[];
}

const FIELDS = [
  'issuer', 'audiences', 'jwksUri', 'jwks', 'fromHeaders', 'fromParams', 'fromCookies', 'outputPayloadToHeader', 'forwardOriginalToken',
  'outputClaimToHeaders', 'timeout', 'spaceDelimitedClaims',
];

export function readRequestAuthentication(manifest: any): RequestAuthentication {
  const { namespace = 'default', name, annotations = {} } = manifest.metadata;
  const at = `RequestAuthentication ${namespace}/${name}`;
  const spec = manifest.spec ?? {};
  only(at, spec, ['selector', 'targetRefs', 'jwtRules']);
  demand(annotations['istio.io/dry-run'] === undefined, `dry run of ${at}`, annotations);
  return { namespace, name, rules: (spec.jwtRules ?? []).map((rule: any) => readRule(`jwtRule of ${at}`, rule)), ...readTarget(at, spec) };
}

function readRule(at: string, rule: any): JwtRule {
  only(at, rule, FIELDS);
  const { issuer, jwksUri, jwks, audiences, spaceDelimitedClaims } = rule;
  demand(typeof issuer === 'string' && issuer !== '', `issuer of ${at}`, issuer);
  demand(jwksUri == null || jwks == null, `jwks with jwksUri of ${at}`, jwksUri);
  demand(jwksUri == null || isAddress(jwksUri), `jwksUri of ${at}`, jwksUri);
  demand(jwks == null || isKeySet(jwks), `jwks of ${at}`, jwks);
  demand(rule.timeout == null || /^(\d+(\.\d+)?(h|m|s|ms))+$/.test(rule.timeout), `timeout of ${at}`, rule.timeout);
  readPlaces(at, rule);
  return { issuer, audiences: texts(`audiences of ${at}`, audiences), spaced: ['scope', 'permission', ...texts(`spaceDelimitedClaims of ${at}`, spaceDelimitedClaims)] };
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^/]/.test(text) && URL.canParse(text);
}

function isKeySet(text: string): boolean {
  try {
    const { keys } = JSON.parse(text);
    return Array.isArray(keys);
  } catch {
    return false;
  }
}

/** Where a token is looked for, and where its claims are put. */
function readPlaces(at: string, { fromHeaders, fromParams, fromCookies, outputClaimToHeaders }: any): void {
  texts(`fromParams of ${at}`, fromParams);
  texts(`fromCookies of ${at}`, fromCookies);
  for (const header of fromHeaders ?? []) {
    only(`fromHeaders of ${at}`, header, ['name', 'prefix']);
    texts(`fromHeaders of ${at}`, [header.name]);
  }
  for (const claim of outputClaimToHeaders ?? []) {
    only(`outputClaimToHeaders of ${at}`, claim, ['claim', 'header']);
    texts(`outputClaimToHeaders of ${at}`, [claim.claim]);
    demand(/^[-_A-Za-z0-9]+$/.test(claim.header), `header of ${at}`, claim.header);
  }
}

/** What policies make of a token: its claims, nothing where nobody looks at it, or a refusal. A missing token is never refused here. */
export type Judgement = { readonly refused: string } | { readonly claims?: Claims };

export type Claims = Readonly<Record<string, unknown>>;

/**
 * A token must be good for one of the rules as soon as there is one, and a token of an issuer that no rule knows is good for none.
 *
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export function judge(policies: readonly RequestAuthentication[], token: Token | undefined): Judgement {
  const rules = policies.flatMap(policy => policy.rules);
  if (token === undefined || rules.length === 0) { return {}; }
  const known = rules.filter(({ issuer }) => issuer === token.issuer);
  if (known.length === 0) { return { refused: `token of ${token.issuer}, whom no RequestAuthentication knows` }; }
  if (token.broken === true) { return { refused: `token of ${token.issuer} that does not hold` }; }
  const { audiences = [] } = token;
  const rule = known.find(each => each.audiences.length === 0 || each.audiences.some(audience => audiences.includes(audience)));
  return rule ? { claims: claimsOf(token, rule) } : { refused: `token of ${token.issuer} for ${audiences.join(' and ') || 'nobody'}` };
}

function claimsOf({ issuer, subject, audiences, claims = {} }: Token, { spaced }: JwtRule): Claims {
  const split = Object.entries(claims).map(([name, value]) => [name, typeof value === 'string' && spaced.includes(name) ? value.split(' ') : value]);
  return {
    ...Object.fromEntries(split),
    iss: issuer,
    ...subject === undefined ? {} : { sub: subject },
    ...audiences === undefined ? {} : { aud: audiences },
  };
}
