import { Rule, Severity } from '../rule';

/**
 * Fields: type of a Secret.
 * Allowed: any but kubernetes.io/service-account-token.
 */
export const secretTokenUnset: Rule = {
  id: 'secret-token-unset',
  title: 'No Secret is a token of a service account',
  why: 'Such a token never expires, is bound to no pod, and is read by everybody who reads secrets: one copy in a backup is a login for ever',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['Secret'],
  expression: "object.?type.orValue('') != 'kubernetes.io/service-account-token'",
  message: 'secret is a token that never expires; mount a projected token, or ask for one with kubectl create token',
  enforced: 'object',
  controls: {
    cis: ['5.1.6'],
    mitre: ['T1528'],
  },
};
