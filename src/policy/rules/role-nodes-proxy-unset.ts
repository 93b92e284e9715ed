import { grantsNone } from '../role-grants';
import { Rule, Severity } from '../rule';

/**
 * Fields: rules of a Role and a ClusterRole.
 * Allowed: no create and get on nodes/proxy.
 */
export const roleNodesProxyUnset: Rule = {
  id: 'role-nodes-proxy-unset',
  title: 'The role does not speak to kubelets',
  why: 'The kubelet runs any program in any pod of its node for who may use this, past admission and past the audit log; get is enough for it',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/Role'],
  expression: grantsNone({ verbs: ['create', 'get'], groups: [''], resources: ['nodes/proxy'] }),
  message: 'role speaks to kubelets; replace nodes/proxy with nodes/metrics, nodes/stats or nodes/log',
  enforced: 'object',
  controls: {
    cis: ['5.1.10'],
    mitre: ['T1609'],
    checkov: ['CKV2_K8S_2'],
    kubescape: ['C-0279'],
    trivy: ['KSV-0047'],
  },
};
