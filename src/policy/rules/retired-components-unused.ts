import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].image, and of init containers.
 * Allowed: any but the Kubernetes dashboard, Tiller and ingress-nginx.
 */
export const retiredComponentsUnused: Rule = {
  id: 'retired-components-unused',
  title: 'Nothing runs that nobody mends any more, or that hands out the rights of the cluster',
  why: 'Their flaws are known and stay, and each of them reads secrets or acts with great rights for whoever reaches it',
  severity: Severity.WARNING,
  on: 'container',
  covers: 'declared',
  expression: "!container.?image.orValue('').matches('(^|/)(kubernetesui/|kubernetes-dashboard|(kubernetes-helm/)?tiller[:@]|ingress-nginx/controller)')",
  message: 'image is of a component that is retired; replace the dashboard with kubectl or a client on the desktop, Tiller with Helm 3, ingress-nginx with another controller',
  enforced: 'template',
  controls: {
    mitre: ['T1190'],
    checkov: ['CKV_K8S_33', 'CKV_K8S_34', 'CKV_K8S_45'],
    kubescape: ['C-0014', 'C-0292'],
    trivy: ['KSV-0102'],
  },
};
