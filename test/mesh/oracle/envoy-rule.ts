import { Action, AuthorizationRule, OF_FILTERS, readAddresses, Requirement } from './authorization-policy';
import { addressOf, Facts } from './facts';
import { showIdentity, withAliases } from './identity';
import { Claims } from './request-authentication';
import { literal, means, meansPath, whole } from './values';

/** Where a rule stands. */
export interface RuleContext {
  readonly action: Action;
  /** Of the policy. */
  readonly namespace: string;
  /** The own one first, then its aliases. */
  readonly trustDomains: readonly string[];
}

/**
 * Whether a sidecar, a gateway or a waypoint takes a rule for this request. Where it sees only bytes, what asks for HTTP cannot be answered:
 * a rule of ALLOW that asks for it anywhere is for nobody, and in all other rules the question is left out, so that they are for more.
 *
 * @see https://istio.io/latest/docs/tasks/security/authorization/authz-tcp/
 */
export function envoyMatches({ from, to, when }: AuthorizationRule, context: RuleContext, facts: Facts): boolean {
  const blind = facts.http === undefined;
  if (blind && context.action === 'ALLOW' && [...from.flat(), ...to.flat(), ...when].some(asksForHttp)) { return false; }
  const met = (requirement: Requirement) => (blind && asksForHttp(requirement)) || meets(requirement, context, facts);
  return (from.length === 0 || from.some(source => source.every(met)))
    && (to.length === 0 || to.some(operation => operation.every(met)))
    && when.every(met);
}

export function asksForHttp({ key }: Requirement): boolean {
  return key.startsWith('request.') || ['methods', 'paths', 'hosts'].includes(key);
}

function meets({ key, values, notValues }: Requirement, context: RuleContext, facts: Facts): boolean {
  const has = (value: string) => isMeant(key, value, context, facts);
  return (values.length === 0 || values.some(has)) && !notValues.some(has);
}

function isMeant(key: string, value: string, { namespace, trustDomains }: RuleContext, facts: Facts): boolean {
  const { identity, http, claims = {}, port, sni = '' } = facts;
  if (OF_FILTERS.test(key)) { return false; }
  const peer = identity && showIdentity(identity);
  switch (key) {
    case 'source.principal': return peer !== undefined && withAliases(value, trustDomains).some(principal => means(principal, peer));
    case 'source.namespace': return peer !== undefined && whole(`.*/ns/${value.split('*').map(literal).join('.*')}/.*`).test(peer);
    case 'source.serviceAccount': return identity !== undefined && qualified(value, namespace) === `${identity.namespace}/${identity.serviceAccount}`;
    case 'source.trustDomain': return identity !== undefined && (trustDomains.includes(value) ? trustDomains : [value]).some(each => means(each, identity.trustDomain));
    case 'source.ip': case 'remote.ip': case 'destination.ip': return readAddresses(value).has(addressOf(facts, key));
    case 'destination.port': return port === Number(value);
    case 'connection.sni': return means(value, sni);
    case 'methods': return means(value, http!.method);
    case 'paths': return meansPath(value, http!.path);
    case 'hosts': return means(value.toLowerCase(), http!.host.toLowerCase());
    case 'request.auth.principal': return isRequestPrincipal(value, claims);
    case 'request.auth.audiences': return isClaim(value, claims.aud);
    case 'request.auth.presenter': return isClaim(value, claims.azp);
    default: return isNamed(key, value, http!.headers ?? {}, claims);
  }
}

/** A service account without namespace is one of the policy's own. */
export function qualified(value: string, namespace: string): string {
  return value.includes('/') ? value : `${namespace}/${value}`;
}

/** Issuer and subject are compared each on its own, split at the last slash; one star at either end of the whole. */
function isRequestPrincipal(value: string, { iss, sub }: Claims): boolean {
  if (typeof iss !== 'string' || typeof sub !== 'string') { return false; }
  if (value === '*') { return iss !== '' && sub !== ''; }
  const slash = value.lastIndexOf('/');
  const [issuer, subject] = slash >= 0 ? [value.slice(0, slash), value.slice(slash + 1)] : [value, ''];
  if (value.startsWith('*')) { return slash >= 0 ? means(issuer, iss) && subject === sub : iss !== '' && sub.endsWith(value.slice(1)); }
  if (value.endsWith('*')) { return slash >= 0 ? issuer === iss && means(subject, sub) : iss.startsWith(value.slice(0, -1)) && sub !== ''; }
  return issuer === iss && subject === sub;
}

/** One of a list, or the text itself. Numbers and truth values are nobody's. */
function isClaim(value: string, claim: unknown): boolean {
  return [claim].flat().some(text => typeof text === 'string' && means(value, text));
}

function isNamed(key: string, value: string, headers: Readonly<Record<string, string>>, claims: Claims): boolean {
  const names = key.slice(key.indexOf('[') + 1, -1).split('][');
  if (key.startsWith('request.auth.')) { return isClaim(value, names.reduce((claim: any, name) => claim?.[name], claims)); }
  const header = Object.entries(headers).find(([name]) => name.toLowerCase() === names[0].toLowerCase());
  return header !== undefined && (value === '*' || means(value, header[1]));
}
