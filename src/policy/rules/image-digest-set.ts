import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].image, and of init and ephemeral containers.
 * Allowed: a reference that ends with a whole digest, sha256 or sha512.
 */
export const imageDigestSet: Rule = {
  id: 'image-digest-set',
  title: 'Every image is named by its digest',
  why: 'Whoever can write to the registry can move a tag to another image, and the next node that pulls it runs that one',
  severity: Severity.WARNING,
  on: 'container',
  covers: 'all',
  expression: "container.?image.orValue('').matches('@sha(256:[0-9a-f]{64}|512:[0-9a-f]{128})$')",
  message: 'image can become another one under the same tag; write its digest behind an @',
  enforced: 'template',
  controls: {
    mitre: ['T1525'],
    checkov: ['CKV_K8S_43'],
    kubescape: ['C-0306'],
  },
};
