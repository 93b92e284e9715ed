import { Rule, Severity } from '../rule';

/**
 * Fields: spec.type of a Service.
 * Allowed: any but NodePort.
 */
export const nodePortUnused: Rule = {
  id: 'node-port-unused',
  title: 'The Service opens no port on the nodes',
  why: 'Every node of the cluster listens on that port, on all of its addresses, and no NetworkPolicy sees who calls',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['Service'],
  expression: "object.?spec.?type.orValue('ClusterIP') != 'NodePort'",
  message: 'service opens a port on every node; set type: ClusterIP, and put an Ingress or a Gateway before it',
  enforced: 'object',
  controls: {
    mitre: ['T1133'],
    kubeLinter: ['exposed-services'],
    kubescape: ['C-0256'],
    kubeScore: ['service-type'],
  },
};
