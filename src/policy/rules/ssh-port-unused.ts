import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].ports[*].containerPort, and of init containers.
 * Allowed: any but 22, over TCP.
 */
export const sshPortUnused: Rule = {
  id: 'ssh-port-unused',
  title: 'No container lets anybody log in over SSH',
  why: 'It is a second way in, with keys of its own, that no role and no audit log of the cluster knows',
  severity: Severity.WARNING,
  on: 'container',
  covers: 'declared',
  expression: "container.?ports.orValue([]).all(port, port.containerPort != 22 || port.?protocol.orValue('TCP') != 'TCP')",
  message: 'container listens for SSH; remove the server, and use kubectl exec or kubectl debug',
  enforced: 'template',
  controls: {
    mitre: ['T1021'],
    kubeLinter: ['ssh-port'],
    kubescape: ['C-0042'],
  },
};
