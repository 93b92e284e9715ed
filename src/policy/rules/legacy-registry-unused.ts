import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].image, and of init and ephemeral containers.
 * Allowed: any that is not from k8s.gcr.io, gcr.io/google_containers or gcr.io/google-containers.
 */
export const legacyRegistryUnused: Rule = {
  id: 'legacy-registry-unused',
  title: 'No image comes from the registry that Kubernetes left',
  why: 'Nothing is mended there any more, and what is pulled from it can end to come on any day',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression: "!container.?image.orValue('').matches('^(k8s[.]gcr[.]io|gcr[.]io/google[_-]containers)/')",
  message: 'image is from a registry that is no longer kept; replace its host with registry.k8s.io',
  enforced: 'template',
  controls: {
    mitre: ['T1525'],
    kubescape: ['C-0253'],
  },
};
