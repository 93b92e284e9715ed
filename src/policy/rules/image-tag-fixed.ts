import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].image, and of init and ephemeral containers.
 * Allowed: a reference with a tag other than latest, or with a digest.
 */
export const imageTagFixed: Rule = {
  id: 'image-tag-fixed',
  title: 'Every image is named by a tag other than latest, or by a digest',
  why: 'What latest means changes without a trace: nobody can tell what runs, nor go back to what ran before',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression: "container.?image.orValue('').matches('@|:[^/:]+$') && !container.?image.orValue('').endsWith(':latest')",
  message: 'image has no tag, or latest; write the tag of a release, and its digest behind an @',
  enforced: 'template',
  controls: {
    mitre: ['T1525'],
    checkov: ['CKV_K8S_14'],
    kubeLinter: ['latest-tag'],
    trivy: ['KSV-0013'],
    kubeScore: ['container-image-tag'],
    polaris: ['tagNotSpecified'],
  },
};
