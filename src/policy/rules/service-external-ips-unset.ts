import { Rule, Severity } from '../rule';

/**
 * Fields: spec.externalIPs of a Service.
 * Allowed: absent, empty.
 */
export const serviceExternalIpsUnset: Rule = {
  id: 'service-external-ips-unset',
  title: 'The Service claims no addresses from outside of the cluster',
  why: 'Every node sends what goes to these addresses to the pods of the Service, whoever they belong to: anyone who may write a Service takes the traffic of others',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['Service'],
  expression: 'size(object.?spec.?externalIPs.orValue([])) == 0',
  message: 'service claims addresses from outside of the cluster; remove externalIPs',
  enforced: 'object',
  controls: {
    mitre: ['T1557'],
    trivy: ['KSV-0108'],
  },
};
