import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].ports[*].containerPort, and of init containers.
 * Allowed: 1024 or more.
 */
export const privilegedPortUnused: Rule = {
  id: 'privileged-port-unused',
  title: 'No container listens on a port below 1024',
  why: 'Such a port asks for a capability or for root, which nothing else in the container may need',
  severity: Severity.WARNING,
  on: 'container',
  covers: 'declared',
  expression: 'container.?ports.orValue([]).all(port, port.containerPort >= 1024)',
  message: 'container listens on a port below 1024; listen on a higher one, and let the Service keep the old number',
  enforced: 'template',
  controls: {
    mitre: ['T1611'],
    kubeLinter: ['privileged-ports'],
    trivy: ['KSV-0117'],
  },
};
