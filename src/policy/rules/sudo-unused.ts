import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].command and args, and of init containers.
 * Allowed: no word sudo.
 */
export const sudoUnused: Rule = {
  id: 'sudo-unused',
  title: 'No container starts by way of sudo',
  why: 'Whoever may use sudo is root in the container, whatever runAsUser says; where privilege escalation is off, it starts nothing at all',
  severity: Severity.WARNING,
  on: 'container',
  covers: 'declared',
  expression: "(container.?command.orValue([]) + container.?args.orValue([])).all(word, !word.matches('(^|[^A-Za-z0-9_-])sudo([^A-Za-z0-9_-]|$)'))",
  message: 'container starts by way of sudo; start the program itself, as the user that it needs',
  enforced: 'template',
  controls: {
    mitre: ['T1548'],
    kubescape: ['C-0062'],
  },
};
