import { Rule, Severity } from '../rule';

const DATA = 'object.?data.orValue({})';
const NAMES = '(?i)(passw(or)?d|secret|token|api[._-]?key|access[._-]?key|private[._-]?key)$';
const HARMLESS = '^(/.*|true|false|)$';
const LINES = '(?im)^[[:space:]]*[a-z0-9._-]*passw(or)?d[[:space:]]*[=:][[:space:]]*[^[:space:]/$<{][^[:space:]]';

/**
 * Fields: data of a ConfigMap.
 * Allowed: no key with the name of a credential, unless its value is empty, a path or a switch; no line that sets a password.
 */
export const secretValuesAbsentFromConfigMap: Rule = {
  id: 'secret-values-absent-from-config-map',
  title: 'No ConfigMap seems to hold a credential',
  why: 'ConfigMaps are read by the role view, are not encrypted at rest, and stand in Git and in every log of a deployment',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['ConfigMap'],
  expression: `${DATA}.all(key, (!key.matches('${NAMES}') || ${DATA}[key].matches('${HARMLESS}')) && !${DATA}[key].matches('${LINES}'))`,
  message: 'config map seems to hold a credential; put it into a secret store, and mount it as a file',
  enforced: 'object',
  controls: {
    mitre: ['T1552'],
    kubescape: ['C-0012'],
    trivy: ['KSV-0109'],
    polaris: ['sensitiveConfigmapContent'],
  },
};
