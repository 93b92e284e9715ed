import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].imagePullPolicy, and of init and ephemeral containers.
 * Allowed: Always; anything where the image is named by its digest, which says all that a pull would find out.
 */
export const imagePullPolicyAlways: Rule = {
  id: 'image-pull-policy-always',
  title: 'An image that is named by a tag is pulled at each start',
  why: 'A node that has the image runs the one that it has, which may be an older one, and gives it to pods that have no right to pull it',
  severity: Severity.WARNING,
  on: 'container',
  covers: 'all',
  expression: "container.?image.orValue('').contains('@') || container.?imagePullPolicy.orValue('') == 'Always'",
  message: 'node may run an image that it pulled long ago; name the image by its digest, or set imagePullPolicy: Always',
  enforced: 'template',
  controls: {
    mitre: ['T1525'],
    checkov: ['CKV_K8S_15'],
    kubescape: ['C-0075'],
    kubeScore: ['container-image-pull-policy'],
    polaris: ['pullPolicyNotAlways'],
  },
};
