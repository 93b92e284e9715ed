import { Rule, Severity } from '../rule';

const DATA = 'object.?data.orValue({})';
const PEM = '-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY-----([[:space:]]|[\\\\][rn])+[A-Za-z0-9+/]{16}';

/**
 * Fields: data of a ConfigMap.
 * Allowed: no private key in PEM.
 */
export const configMapPrivateKeyAbsent: Rule = {
  id: 'config-map-private-key-absent',
  title: 'No ConfigMap holds a private key',
  why: 'ConfigMaps are read by the role view, are not encrypted at rest, and stand in Git and in every log of a deployment',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['ConfigMap'],
  expression: `${DATA}.all(key, !${DATA}[key].contains('PRIVATE KEY') || !${DATA}[key].matches(r'${PEM}'))`,
  message: 'config map holds a private key; make a new key, put it into a secret store, and mount it as a file',
  enforced: 'object',
  controls: {
    mitre: ['T1552.004'],
    kubescape: ['C-0012'],
    trivy: ['KSV-0109'],
    polaris: ['sensitiveConfigmapContent'],
  },
};
