import { CONTAINER_RULES } from './waivable-rules';

/** What a departure makes scanners report, by their own ids: those of the scanners that read an annotation on the object. */
export interface ScannerChecks {
  readonly checkov?: readonly string[];
  readonly kubeLinter?: readonly string[];
  readonly kubeScore?: readonly string[];
  readonly polaris?: readonly string[];
}

/**
 * What scanners report where a rule is waived.
 *
 * @see https://www.checkov.io/5.Policy%20Index/kubernetes.html
 * @see https://docs.kubelinter.io/#/generated/checks
 * @see https://github.com/zegl/kube-score/blob/master/README_CHECKS.md
 * @see https://polaris.docs.fairwinds.com/checks/security/
 */
export const CHECKS_OF_RULES: Readonly<Record<string, ScannerChecks>> = {
  [CONTAINER_RULES.readOnlyRoot]: {
    checkov: ['CKV_K8S_22'],
    kubeLinter: ['no-read-only-root-fs'],
    kubeScore: ['container-security-context-readonlyrootfilesystem'],
    polaris: ['notReadOnlyRootFilesystem'],
  },
  [CONTAINER_RULES.cpuLimit]: {
    checkov: ['CKV_K8S_11'],
    kubeScore: ['container-resources'],
    polaris: ['cpuLimitsMissing'],
  },
  [CONTAINER_RULES.probes]: {
    checkov: ['CKV_K8S_8', 'CKV_K8S_9'],
    kubeLinter: ['no-liveness-probe', 'no-readiness-probe'],
    kubeScore: ['pod-probes'],
    polaris: ['livenessProbeMissing', 'readinessProbeMissing'],
  },
  [CONTAINER_RULES.imageTag]: {
    checkov: ['CKV_K8S_14', 'CKV_K8S_43'],
    kubeLinter: ['latest-tag'],
    kubeScore: ['container-image-tag'],
    polaris: ['tagNotSpecified'],
  },
  [CONTAINER_RULES.nonRoot]: {
    checkov: ['CKV_K8S_23', 'CKV_K8S_40'],
    kubeLinter: ['run-as-non-root'],
    kubeScore: ['container-security-context-user-group-id'],
    polaris: ['runAsRootAllowed'],
  },
};
