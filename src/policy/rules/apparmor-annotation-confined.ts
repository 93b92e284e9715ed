import { Rule, Severity } from '../rule';

const PREFIX = 'container.apparmor.security.beta.kubernetes.io/';

/**
 * Fields: metadata.annotations["container.apparmor.security.beta.kubernetes.io/*"].
 * Allowed: absent, empty, runtime/default, localhost/*. The annotation came before the field, and the API server still heeds it.
 */
export const apparmorAnnotationConfined: Rule = {
  id: 'apparmor-annotation-confined',
  title: 'No annotation takes a container out of AppArmor',
  why: 'The annotation works like the field: a container named in it runs without what AppArmor would close',
  severity: Severity.ERROR,
  on: 'meta',
  expression: `meta.?annotations.orValue({}).all(key, !key.startsWith('${PREFIX}') || meta.annotations[key] in ['', 'runtime/default'] || meta.annotations[key].startsWith('localhost/'))`,
  message: `annotation takes a container out of AppArmor; remove metadata.annotations["${PREFIX}…"], or set it to runtime/default`,
  level: 'baseline',
  enforced: 'pod',
  controls: {
    pss: ['baseline: AppArmor'],
    nsa: ['1.8'],
    mitre: ['T1611'],
    trivy: ['KSV-0002'],
    kubesec: ['ApparmorUnconfined'],
    polaris: ['linuxHardening'],
  },
};
