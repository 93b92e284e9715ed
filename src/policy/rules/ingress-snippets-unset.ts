import { Rule, Severity } from '../rule';

/**
 * Fields: metadata.annotations of an Ingress.
 * Allowed: no key with snippet in it.
 */
export const ingressSnippetsUnset: Rule = {
  id: 'ingress-snippets-unset',
  title: 'No annotation writes into the configuration of the ingress controller',
  why: 'What the annotation holds runs in the controller, which reads the TLS secrets of all namespaces',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['networking.k8s.io/Ingress'],
  expression: "object.?metadata.?annotations.orValue({}).all(key, !key.contains('snippet'))",
  message: 'annotation writes into the configuration of the ingress controller; remove it, and use an annotation made for one purpose',
  enforced: 'object',
  controls: {
    mitre: ['T1552'],
    checkov: ['CKV_K8S_152', 'CKV_K8S_153', 'CKV_K8S_154'],
    kubescape: ['C-0059'],
  },
};
