import { Rule, Severity } from './rule';

/** The whole name of an image, as runtimes read it: without a host it is of Docker Hub, and there without a path an official one. */
const WHOLE_NAME = [
  "[container.?image.orValue('')]",
  "map(name, name.startsWith('index.docker.io/') ? name.substring(6) : name)",
  "map(name, name.matches('^([^/]*[.:][^/]*|localhost)/') ? name : 'docker.io/' + name)",
  "map(name, name.matches('^docker[.]io/[^/]*$') ? 'docker.io/library' + name.substring(9) : name)",
].join('.');

/**
 * Fields: spec.containers[*].image, and of init and ephemeral containers.
 * Allowed: images from the registries, or parts of registries, that the app trusts. Which these are only the app knows, so it stands in no catalog.
 *
 * @param registries hosts, with or without a path below them, as settings have them
 */
export function imageRegistryTrusted(registries: readonly string[]): Rule {
  return {
    id: 'image-registry-trusted',
    title: 'Every image comes from a registry that the app trusts',
    why: 'Whoever can publish an image somewhere runs programs in the cluster, if images are taken from everywhere',
    severity: Severity.ERROR,
    on: 'container',
    covers: 'all',
    expression: `${WHOLE_NAME}.all(name, ${JSON.stringify(registries.flatMap(beginnings))}.exists(beginning, (name + ':').startsWith(beginning)))`,
    message: 'image is from a registry that the app does not trust; mirror it to one that it trusts, or add the registry to those',
    enforced: 'template',
    controls: {
      mitre: ['T1525'],
      kubescape: ['C-0001', 'C-0078'],
      trivy: ['KSV-0125'],
    },
  };
}

/**
 * How names of images begin that are in a registry, or in a part of one. A part can be a repository itself, with its tag, its digest or
 * nothing after it.
 */
function beginnings(registry: string): string[] {
  if (registry.endsWith('/')) { return [registry]; }
  return registry.includes('/') ? ['/', ':', '@'].map(end => registry + end) : [`${registry}/`];
}
