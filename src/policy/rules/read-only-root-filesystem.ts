import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].securityContext.readOnlyRootFilesystem, and of init containers.
 * Allowed: true; anything on Windows, which cannot have it.
 */
export const readOnlyRootFilesystem: Rule = {
  id: 'read-only-root-filesystem',
  title: 'No container can write to the file system of its image',
  why: 'Whoever gets in can put programs of their own beside those of the image, and change what runs next',
  severity: Severity.WARNING,
  on: 'container',
  covers: 'declared',
  expression: "pod.?os.?name.orValue('') == 'windows' || container.?securityContext.?readOnlyRootFilesystem.orValue(false) == true",
  message: 'container can write to its image; set securityContext.readOnlyRootFilesystem: true, and mount an emptyDir where it must write',
  enforced: 'template',
  controls: {
    nsa: ['1.1'],
    checkov: ['CKV_K8S_22'],
    kubeLinter: ['no-read-only-root-fs'],
    kubescape: ['C-0017', 'C-0211'],
    trivy: ['KSV-0014'],
    kubeScore: ['container-security-context-readonlyrootfilesystem'],
    kubesec: ['ReadOnlyRootFilesystem'],
    polaris: ['notReadOnlyRootFilesystem'],
  },
};
