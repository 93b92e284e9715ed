import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].ports[*].hostPort, and of init and ephemeral containers.
 * Allowed: absent, 0. On the network of the node every port is one of the node, and the API server writes it down.
 */
export const hostPortUnused: Rule = {
  id: 'host-port-unused',
  title: 'No container takes a port of the node',
  why: 'Whoever reaches the node reaches the container, past Services, gateways and with some networks past network policies; and the port can catch traffic meant for the node',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression: 'container.?ports.orValue([]).all(port, port.?hostPort.orValue(0) == 0)',
  message: 'container takes a port of the node; remove hostPort from ports, and hostNetwork, and use a Service',
  level: 'baseline',
  enforced: 'pod',
  controls: {
    pss: ['baseline: Host Ports'],
    cis: ['5.2.13'],
    checkov: ['CKV_K8S_26'],
    kubescape: ['C-0044'],
    trivy: ['KSV-0024'],
    polaris: ['hostPortSet'],
  },
};
