import { Rule, Severity } from '../rule';

/**
 * Fields: subjects[*].name of a RoleBinding and a ClusterRoleBinding.
 * Allowed: any but system:masters, system:anonymous and system:unauthenticated.
 */
export const systemMastersUnbound: Rule = {
  id: 'system-masters-unbound',
  title: 'Nothing is given to system:masters, nor to callers without a name',
  why: 'What the anonymous may do, everybody may who reaches the API server; and a member of system:masters passes every check, so a binding for it hides who needs what',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRoleBinding', 'rbac.authorization.k8s.io/RoleBinding'],
  expression: "object.?subjects.orValue([]).all(subject, !(subject.name in ['system:anonymous', 'system:masters', 'system:unauthenticated']))",
  message: 'binding gives rights to system:masters or to the anonymous; name groups or service accounts',
  enforced: 'object',
  controls: {
    cis: ['5.1.7'],
    mitre: ['T1078'],
    kubescape: ['C-0246', 'C-0262'],
    trivy: ['KSV-0122', 'KSV-0123'],
    kubesec: ['BindingsToSystemAnonymous'],
  },
};
