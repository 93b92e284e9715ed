import { Rule, Severity } from '../rule';

const HANDLERS = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.?postStart', 'lifecycle.?preStop'];
const CALLS = ['httpGet', 'tcpSocket'];

/**
 * Fields: httpGet.host and tcpSocket.host of livenessProbe, readinessProbe, startupProbe, lifecycle.postStart and lifecycle.preStop of
 * spec.containers[*], and of init and ephemeral containers.
 * Allowed: absent, empty: the kubelet then calls the pod itself. Demanded from 1.34.
 */
export const handlerHostUnset: Rule = {
  id: 'handler-host-unset',
  title: 'Probes and lifecycle handlers call no host but the pod',
  why: 'It is the kubelet that calls: whoever writes the pod makes the node call what the pod itself could not reach, its loopback and the metadata service included',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression: HANDLERS.flatMap(handler => CALLS.map(call => `container.?${handler}.?${call}.?host.orValue('') == ''`)).join(' && '),
  since: 34,
  message: 'probe or lifecycle handler makes the kubelet call another host; remove host from its httpGet or tcpSocket',
  level: 'baseline',
  enforced: 'pod',
  controls: {
    pss: ['baseline: Host Probes / Lifecycle Hooks'],
  },
};
