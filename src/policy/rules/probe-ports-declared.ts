import { Rule, Severity } from '../rule';

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const HANDLERS = ['grpc', 'httpGet', 'tcpSocket'];
const CONTAINERS = '(pod.?containers.orValue([]) + pod.?initContainers.orValue([]))';
const declared = (port: string) => (
  `(!${port}.hasValue() || ${CONTAINERS}.exists(each, each.?ports.orValue([]).exists(port, port.containerPort == ${port}.value() || port.?name.orValue('') == ${port}.value())))`
);

/**
 * Fields: port of livenessProbe, readinessProbe and startupProbe of spec.containers[*], and ports of all containers of the pod.
 * Allowed: a port that a container of the pod declares, by its number or its name.
 */
export const probePortsDeclared: Rule = {
  id: 'probe-ports-declared',
  title: 'Probes ask on ports that the pod declares',
  why: 'A probe on a port that nobody listens on never succeeds: the pod is ended again and again, or never gets a request',
  severity: Severity.WARNING,
  on: 'container',
  covers: 'running',
  expression: PROBES.flatMap(probe => HANDLERS.map(handler => declared(`container.?${probe}.?${handler}.?port`))).join(' && '),
  message: 'probe asks on a port that the pod does not declare; add the port to ports, or correct it',
  enforced: 'template',
  controls: {
    kubeLinter: ['liveness-port', 'readiness-port', 'startup-port'],
  },
};
