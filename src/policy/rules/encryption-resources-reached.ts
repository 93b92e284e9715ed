import { Rule, Severity } from '../rule';

const SIZE = 'object.?resources.orValue([]).size()';
const INDEXES = `[${Array.from({ length: 16 }, (_, i) => i).join(', ')}]`;
const EACH = (index: string, holds: string) => `${INDEXES}.all(${index}, ${index} >= ${SIZE} || ${holds})`;
const NAMES = (index: string) => `object.resources[${index}].?resources.orValue([])`;
const GROUP = "name.contains('.') && name.split('.', 2)[1] == wide.split('.', 2)[1]";
const HOLDS = `wide == '*.*' || wide == '*.' && !name.contains('.') || wide.startsWith('*.') && ${GROUP}`;

/**
 * Fields: resources[*].resources of an EncryptionConfiguration, of the first sixteen.
 * Allowed: nothing beside or behind a wildcard that holds it.
 */
export const encryptionResourcesReached: Rule = {
  id: 'encryption-resources-reached',
  title: 'No entry of the encryption at rest is hidden by a wildcard before it',
  why: 'The API server takes the first entry that fits, and does not start where a later one could never count',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['apiserver.config.k8s.io/EncryptionConfiguration', 'EncryptionConfig'],
  expression: EACH('i', EACH('j', `j < i || ${NAMES('i')}.all(wide, ${NAMES('j')}.all(name, i == j && name == wide || !(${HOLDS})))`)),
  message: 'resource stands beside or behind a wildcard that holds it; move the wildcard into an entry at the end',
  enforced: 'object',
  controls: {
    cis: ['1.2.28'],
  },
};
