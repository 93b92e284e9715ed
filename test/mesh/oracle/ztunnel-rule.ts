import { AuthorizationRule, OF_FILTERS, readAddresses, Requirement } from './authorization-policy';
import { asksForHttp, qualified, RuleContext } from './envoy-rule';
import { addressOf, Facts } from './facts';
import { showIdentity } from './identity';
import { means } from './values';

/**
 * Whether the proxy of an ambient node takes a rule for this connection. It sees no HTTP, knows no trust domains but in principals, and
 * reads a few conditions only. A rule of ALLOW that asks for more is for nobody. From any other rule the question is left out, and a source,
 * an operation or a condition that nothing is left of is for nobody: a DENY of methods alone, or of methods from somebody, denies nothing.
 *
 * @see https://istio.io/latest/docs/ambient/usage/l4-policy/
 */
export function ztunnelMatches({ from, to, when }: AuthorizationRule, context: RuleContext, facts: Facts): boolean {
  const clauses = [to, from, ...when.map(condition => [[condition]])].filter(clause => clause.length > 0);
  const sees = (requirement: Requirement) => isSeen(requirement, when.includes(requirement));
  if (context.action === 'ALLOW' && !clauses.flat(2).every(sees)) { return false; }
  return clauses.every(clause => clause
    .map(requirements => requirements.filter(sees))
    .some(requirements => requirements.length > 0 && requirements.every(requirement => meets(requirement, context, facts))));
}

function isSeen(requirement: Requirement, isCondition: boolean): boolean {
  const { key } = requirement;
  return !asksForHttp(requirement)
    && !OF_FILTERS.test(key)
    && !['remote.ip', 'source.trustDomain', 'connection.sni'].includes(key)
    && !(isCondition && key === 'source.serviceAccount');
}

function meets({ key, values, notValues }: Requirement, context: RuleContext, facts: Facts): boolean {
  const has = (value: string) => isMeant(key, value, context, facts);
  return (values.length === 0 || values.some(has)) && !notValues.some(has);
}

/** Aliases of trust domains are unknown here, and stars are stars only at the ends. */
function isMeant(key: string, value: string, { namespace }: RuleContext, facts: Facts): boolean {
  const { identity } = facts;
  switch (key) {
    case 'source.principal': return identity !== undefined && means(value, showIdentity(identity));
    case 'source.namespace': return identity !== undefined && means(value, identity.namespace);
    case 'source.serviceAccount': return identity !== undefined && qualified(value, namespace) === `${identity.namespace}/${identity.serviceAccount}`;
    case 'destination.port': return facts.port === Number(value);
    default: return readAddresses(value).has(addressOf(facts, key));
  }
}
