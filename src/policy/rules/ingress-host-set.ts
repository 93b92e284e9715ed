import { Rule, Severity } from '../rule';

/**
 * Fields: spec.rules[*].host and spec.defaultBackend of an Ingress.
 * Allowed: a host that is no wildcard in each rule, and no default backend.
 */
export const ingressHostSet: Rule = {
  id: 'ingress-host-set',
  title: 'The Ingress answers for the hosts that it names, and no others',
  why: 'An Ingress for all hosts, or for a whole domain, also answers for names that other teams use or will use',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['networking.k8s.io/Ingress'],
  expression: "!has(object.spec.defaultBackend) && object.spec.?rules.orValue([]).all(rule, !(rule.?host.orValue('') == '' || rule.host.startsWith('*')))",
  message: 'ingress answers for hosts that it does not name; set host in each rule, and remove wildcards and defaultBackend',
  enforced: 'object',
  controls: {
    mitre: ['T1557'],
  },
};
