import { parseResource } from './stored-resource';
import type { KubernetesVersion } from '../kube/kubernetes-version';
import { refuse } from '../kube/problem';

/** How everything that was written before is written once more, with the key of today. */
export interface Rewrite {
  /** StorageVersionMigrations: the cluster does it itself. */
  readonly objects: readonly object[];
  /** Names of what people rewrite with kubectl. */
  readonly byHand: readonly string[];
}

/** The minor versions from which the API server has each form of a StorageVersionMigration. Only the last one is served without settings. */
const FORMS: readonly (readonly [number, string])[] = [[37, 'v1'], [35, 'v1beta1'], [30, 'v1alpha1']];
const SERVED = 37;
const ALPHA = 'v1alpha1';
/** The first form names a version too. Nothing tells that of a custom resource. */
const KNOWN_VERSIONS: { readonly [name: string]: string } = { configmaps: 'v1', secrets: 'v1' };

/**
 * How to rewrite what stands under these names.
 *
 * @param wanted whether the cluster is to do it; left out, it is where no setting is needed for it
 * @see https://kubernetes.io/docs/tasks/manage-kubernetes-objects/storage-version-migration/
 */
export function rewriteOf(version: KubernetesVersion, names: readonly string[], wanted: boolean | undefined): Rewrite {
  const [, form] = FORMS.find(([minor]) => version.minor >= minor) ?? [];
  if (wanted === true && form === undefined) {
    refuse({
      what: 'storageVersionMigration in a version without it', got: version.text, expected: '1.30 or newer', todo: 'leave it out: the runbook then says how to rewrite with kubectl',
    });
  }
  const isUsed = form !== undefined && (wanted ?? version.minor >= SERVED);
  const byCluster = isUsed ? names.filter(name => parseResource(name).resource !== '*' && (form !== ALPHA || Object.hasOwn(KNOWN_VERSIONS, name))) : [];
  return { objects: byCluster.map(name => migration(form!, name)), byHand: names.filter(name => !byCluster.includes(name)) };
}

/** It runs once, and the next one is needed at the next key: each gets a name of its own from the API server. */
function migration(form: string, name: string): object {
  const { group, resource } = parseResource(name);
  return {
    apiVersion: `storagemigration.k8s.io/${form}`,
    kind: 'StorageVersionMigration',
    metadata: { generateName: `encryption-at-rest-${name}-` },
    spec: { resource: form === ALPHA ? { version: KNOWN_VERSIONS[name], resource } : { group, resource } },
  };
}

/**
 * What people do for it, one line a step.
 *
 * @param path of the file with the objects, on the node
 */
export function rewriteSteps({ objects, byHand }: Rewrite, path: string): string[] {
  const wide = byHand.filter(name => parseResource(name).resource === '*');
  const commands = byHand.filter(name => !wide.includes(name)).map(name => `\`kubectl get ${name} -A -o json | kubectl replace -f -\``);
  return [
    ...(objects.length > 0 ? [`Have the cluster rewrite every object: \`kubectl wait --for=condition=Succeeded --timeout=1h $(kubectl create -o name -f ${path})\`. What has the condition Failed says why; create it once more.`] : []),
    ...(commands.length > 0 ? [`Rewrite every object: ${commands.join('; ')}. A conflict means that somebody else has just written it, and encrypted it; run the command again until it ends without another error.`] : []),
    ...(wide.length > 0 ? [`Rewrite the same way every resource that ${wide.map(name => `\`${name}\``).join(' and ')} stands for, as \`kubectl api-resources --verbs=list,update -o name\` lists them.`] : []),
  ];
}
