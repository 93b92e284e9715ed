import type { NamedPod, Pod } from './evaluator';
import { Manifest, nameOf } from '../examples';

function podOf({ kind, metadata, spec }: Manifest): Pod | undefined {
  if (kind === 'Pod') { return { metadata, spec }; }
  const template = kind === 'CronJob' ? spec.jobTemplate.spec.template : spec?.template;
  return template?.spec?.containers && template;
}

/** The pod of every workload among the objects, with its namespace. */
export function podsOf(objects: readonly Manifest[]): (NamedPod & { readonly namespace?: string })[] {
  return objects.flatMap(object => {
    const pod = podOf(object);
    return pod ? [{ name: nameOf(object), namespace: object.metadata.namespace, pod }] : [];
  });
}

/** What a namespace demands of its pods: a level, and the version at which it is read. */
export function demandOf(objects: readonly Manifest[], namespace?: string): { readonly level: any; readonly version: string } {
  const labels = objects.find(({ kind, metadata }) => kind === 'Namespace' && metadata.name === namespace)?.metadata.labels;
  if (!labels) { throw new Error(`no object is namespace ${namespace}, so nothing is demanded of its pods`); }
  return { level: labels['pod-security.kubernetes.io/enforce'], version: labels['pod-security.kubernetes.io/enforce-version'] };
}
