import { grantsNone } from '../role-grants';
import { Rule, Severity } from '../rule';

const WRITES = ['create', 'delete', 'deletecollection', 'patch', 'update'];
const NETWORK = ['endpoints', 'endpointslices', 'ingresses', 'networkpolicies', 'services'];

/**
 * Fields: rules of a Role and a ClusterRole.
 * Allowed: only reading of Services, endpoints, policies and Ingresses, unless resourceNames are given.
 */
export const roleNetworkUnwritten: Rule = {
  id: 'role-network-unwritten',
  title: 'The role does not change who is reached, nor by whom',
  why: 'Whoever writes Services, endpoints or policies leads the traffic of others to themselves, or opens what is closed',
  severity: Severity.OFF,
  on: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/Role'],
  expression: grantsNone({ verbs: WRITES, groups: ['', 'discovery.k8s.io', 'networking.k8s.io'], resources: NETWORK, unlessNamed: true }),
  message: 'role writes Services, endpoints, policies or Ingresses; remove these verbs, or list the names in resourceNames',
  enforced: 'object',
  controls: {
    mitre: ['T1557'],
    trivy: ['KSV-0056'],
  },
};
