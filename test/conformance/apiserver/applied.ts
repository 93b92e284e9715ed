import { setTimeout as pause } from 'timers/promises';
import type { Cluster } from '../cluster/cluster';
import type { Manifest } from '../examples';
import { nameOf } from '../examples';

/** As users apply: on the server's side, with unknown and doubled fields refused, and warnings taken for errors. */
const APPLY = ['apply', '--server-side', '--validate=strict', '--warnings-as-errors', '--field-manager=conformance', '-f', '-'];

/** Applies a manifest, which must be taken as a whole and without a word. What kubectl says, one line an object. */
export async function apply(cluster: Cluster, manifest: string): Promise<string[]> {
  const { status, stdout, stderr } = await cluster.kubectl(APPLY, { input: manifest });
  if (status !== 0 || stderr.trim() !== '') { throw new Error(`not applied:\n${stderr}`); }
  return stdout.trim().split('\n');
}

/** What the cluster says to a manifest that it is to refuse: its errors and warnings, line by line. */
export async function refusals(cluster: Cluster, manifest: string): Promise<string[]> {
  const { status, stderr } = await cluster.kubectl([...APPLY, '--dry-run=server'], { input: manifest });
  return status === 0 ? [] : stderr.trim().split('\n');
}

/**
 * Each object with the version that any write of it changes. Of a Gateway that is its content: its definition gives it a status, which the
 * server writes once more at the second apply, whatever is applied.
 */
export async function versions(cluster: Cluster, objects: readonly Manifest[]): Promise<Map<string, string>> {
  const items = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
  const said = JSON.parse(await cluster.mustKubectl(['get', '-f', '-', '-o', 'json'], { input: items }));
  return new Map((said.items as Manifest[] ?? [said]).map(object => [nameOf(object), versionOf(object)]));
}

function versionOf({ metadata: { resourceVersion, ...metadata }, ...object }: Manifest): string {
  return object.apiVersion.startsWith('gateway.networking.k8s.io/') && object.kind === 'Gateway' ? JSON.stringify({ ...object, metadata }) : resourceVersion;
}

/** Waits until something holds. Says what is missing when it does not come to pass. */
export async function eventually(missing: () => Promise<readonly string[]>, seconds = 60): Promise<void> {
  const until = Date.now() + seconds * 1000;
  let last = await missing();
  while (last.length > 0 && Date.now() < until) {
    await pause(500);
    last = await missing();
  }
  if (last.length > 0) { throw new Error(`not so after ${seconds} s:\n${last.join('\n')}`); }
}

/** What controllers could not do: a ReplicaSet whose pods are refused says so in an event, and nowhere else. */
export async function failures(cluster: Cluster, namespace: string): Promise<string[]> {
  const { items } = await cluster.get('events', '-n', namespace, '--field-selector=reason=FailedCreate');
  return items.map((event: any) => `${event.involvedObject.kind} ${event.involvedObject.name}: ${event.message}`);
}

/** Deployments that do not have the pods of their newest template that they ask for. */
export async function withoutPods(
  cluster: Cluster, namespace: string, least: (replicas: number) => number = replicas => replicas,
): Promise<string[]> {
  const { items } = await cluster.get('deployments', '-n', namespace);
  return items.flatMap(({ metadata, spec, status }: any) => {
    const has = status.observedGeneration === metadata.generation ? status.updatedReplicas ?? 0 : 0;
    return has < least(spec.replicas) ? [`Deployment ${metadata.name} has ${has} pods of ${least(spec.replicas)}`] : [];
  });
}
