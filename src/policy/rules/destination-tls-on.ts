import { Rule, Severity } from '../rule';

const POLICIES = '([object.?spec.?trafficPolicy.orValue({})] + object.?spec.?subsets.orValue([]).map(subset, subset.?trafficPolicy.orValue({})))';
const ON = (of: string) => `${of}.?tls.?mode.orValue('') != 'DISABLE'`;

/**
 * Fields: tls.mode of spec.trafficPolicy and of spec.subsets[*].trafficPolicy of a DestinationRule, for all ports and for each.
 * Allowed: any but DISABLE.
 */
export const destinationTlsOn: Rule = {
  id: 'destination-tls-on',
  title: 'No caller of the mesh turns off TLS',
  why: 'What is sent can be read and changed on the way, and a destination that demands TLS refuses it',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['networking.istio.io/DestinationRule'],
  expression: `${POLICIES}.all(policy, ${ON('policy')} && policy.?portLevelSettings.orValue([]).all(port, ${ON('port')}))`,
  message: 'callers of the mesh turn off TLS; set tls.mode: ISTIO_MUTUAL, or remove tls',
  enforced: 'object',
  controls: {
    mitre: ['T1040', 'T1557'],
  },
};
