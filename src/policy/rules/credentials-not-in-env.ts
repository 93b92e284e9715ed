import { Rule, Severity } from '../rule';

const NAMES = '(?i)(passw(or)?d|secret|token|api[._-]?key|access[._-]?key|private[._-]?key)$';
const HARMLESS = '^(/.*|[$][(].*[)]|true|false|)$';

/**
 * Fields: spec.containers[*].env[*], and of init and ephemeral containers.
 * Allowed: no value under the name of a credential, unless it is empty, a path, a switch or a reference to another variable.
 */
export const credentialsNotInEnv: Rule = {
  id: 'credentials-not-in-env',
  title: 'No variable seems to hold a credential',
  why: 'What stands in a manifest is in Git, in the object and in every log of a deployment, for everybody who may read one of them',
  severity: Severity.WARNING,
  on: 'container',
  covers: 'all',
  expression: `container.?env.orValue([]).all(variable, !variable.name.matches('${NAMES}') || variable.?value.orValue('').matches('${HARMLESS}'))`,
  message: 'variable seems to hold a credential; put it into a secret store, mount it as a file, and name the file instead',
  enforced: 'template',
  controls: {
    mitre: ['T1552'],
    kubeLinter: ['env-var-secret'],
    kubescape: ['C-0012', 'C-0259'],
    polaris: ['sensitiveContainerEnvVar'],
  },
};
