import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].env[*].name, and of init and ephemeral containers.
 * Allowed: each once.
 */
export const envNamesUnique: Rule = {
  id: 'env-names-unique',
  title: 'No variable is set twice',
  why: 'The last one wins without a word, so a value that was meant to be replaced, or a password to be taken out, may still be there',
  severity: Severity.WARNING,
  on: 'container',
  covers: 'all',
  expression: 'container.?env.orValue([]).all(variable, container.env.exists_one(other, other.name == variable.name))',
  message: 'variable is set twice; remove one of them',
  enforced: 'template',
  controls: {
    kubeLinter: ['duplicate-env-var'],
    kubescape: ['C-0295'],
    kubeScore: ['environment-variable-key-duplication'],
  },
};
