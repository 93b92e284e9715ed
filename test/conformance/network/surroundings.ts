import { End, Flow, workloadsOf } from './declared';
import type { Manifest } from '../examples';

/*
 * A cluster around an example: the pods of others that it shall reach, and strangers who look like someone and shall reach nobody.
 */

const ELSEWHERE = 'elsewhere';

export interface Surroundings {
  readonly objects: readonly Manifest[];
  /** The name of the pods that stand for an end outside the app. */
  nameOf(end: End): string;
}

export function surroundings(objects: readonly Manifest[], flows: readonly Flow[]): Surroundings {
  const workloads = workloadsOf(objects).filter(({ spec }) => spec.template);
  const outside = new Map<string, Manifest>();
  for (const end of flows.flatMap(({ from, to }) => [from, to])) {
    const key = JSON.stringify(end);
    if (end.kind === 'pods' && !outside.has(key)) { outside.set(key, deployment(end.namespace, `peer-${outside.size}`, end.labels)); }
  }
  const peers = [...outside.values()];
  const namespaces = new Set([...workloads, ...peers].map(({ metadata }) => metadata.namespace!));
  const strangers = [
    // In the namespace, and not one of those who may.
    ...[...namespaces].map(namespace => deployment(namespace, 'stranger', { app: 'stranger' })),
    // With the labels of those who may, and not in the namespace.
    ...[...workloads, ...peers].map(({ metadata, spec }, i) => deployment(ELSEWHERE, `like-${metadata.name}-${i}`, spec.template.metadata.labels)),
  ];
  return {
    objects: [...peers, ...strangers],
    nameOf(end) {
      const { metadata } = outside.get(JSON.stringify(end))!;
      return `${metadata.namespace}/${metadata.name}[Deployment]`;
    },
  };
}

function deployment(namespace: string, name: string, labels: Readonly<Record<string, string>>): Manifest {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [{ name, image: 'registry.example.com/any:1' }] } } },
  };
}
