import { Rule, Severity } from '../rule';

const WRITTEN_AS_IS = ['auth-url', 'auth-tls-match-cn', 'mirror-target', 'mirror-host'].map(name => `nginx.ingress.kubernetes.io/${name}`);
const ANNOTATIONS = 'object.?metadata.?annotations.orValue({})';

/**
 * Fields: annotations auth-url, auth-tls-match-cn, mirror-target and mirror-host of nginx.ingress.kubernetes.io on an Ingress.
 * Allowed: a value that cannot end what the controller writes around it.
 */
export const ingressAnnotationsUninjected: Rule = {
  id: 'ingress-annotations-uninjected',
  title: 'No annotation breaks out of its place in the configuration of nginx',
  why: 'Versions that do not check it write the value as it is, so that it loads a library into the controller, which reads the TLS secrets of all namespaces',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['networking.k8s.io/Ingress'],
  expression: `${ANNOTATIONS}.all(key, !(key in ${JSON.stringify(WRITTEN_AS_IS)}) || !${ANNOTATIONS}[key].matches('[[:space:];#"]'))`,
  message: 'annotation breaks out of its place in the configuration of nginx; remove white space, semicolons, hash signs and quotes from it',
  enforced: 'object',
  controls: {
    mitre: ['T1190'],
    trivy: ['KCV-0093'],
  },
};
