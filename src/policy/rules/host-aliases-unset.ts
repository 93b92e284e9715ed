import { Rule, Severity } from '../rule';

/**
 * Fields: spec.hostAliases.
 * Allowed: absent, empty.
 */
export const hostAliasesUnset: Rule = {
  id: 'host-aliases-unset',
  title: 'The pod adds no names to its hosts file',
  why: 'A name in it wins over DNS, so a pod can be made to send what it holds to another address while its configuration looks right',
  severity: Severity.WARNING,
  on: 'pod',
  expression: 'size(pod.?hostAliases.orValue([])) == 0',
  message: 'pod adds names to its hosts file; remove hostAliases, and make a Service for each name',
  enforced: 'template',
  controls: {
    mitre: ['T1557'],
    trivy: ['KSV-0007'],
    kubesec: ['HostAliases'],
  },
};
