import { scannerExemptions } from '../policy/scanner-exemptions';

/** For scanners, which look for the pods of a policy in the manifests: those of a Gateway are made in the cluster. */
export function annotationsOfMadePods(): Record<string, string> {
  return scannerExemptions([{
    reason: 'istiod makes the pods from a Gateway', checks: { kubeLinter: ['dangling-networkpolicy'], kubeScore: ['networkpolicy-targets-pod'] },
  }]);
}
