import { Rule, Severity } from '../rule';

/**
 * Fields: spec.hosts of a VirtualService.
 * Allowed: names without a wildcard.
 */
export const virtualServiceHostsNamed: Rule = {
  id: 'virtual-service-hosts-named',
  title: 'Routes of the mesh are for the hosts that they name, and no others',
  why: 'A route for all hosts, or for a whole domain, also takes the traffic of names that other teams use or will use',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['networking.istio.io/VirtualService'],
  expression: "object.?spec.?hosts.orValue([]).all(host, !host.startsWith('*'))",
  message: 'routes are for hosts that they do not name; list each host in spec.hosts, and remove wildcards',
  enforced: 'object',
  controls: {
    mitre: ['T1557'],
  },
};
