import { eventually, failures, withoutPods } from './applied';
import type { Cluster } from '../cluster/cluster';
import type { Report } from '../report';

/** What operators do to a running workload, which a hardened namespace must survive. */
export async function operate(cluster: Cluster, report: Report, topic: string, namespace: string): Promise<void> {
  await report.check(`${topic}: all Deployments roll out at once, and the quota has room for it`, async () => {
    await cluster.mustKubectl(['rollout', 'restart', 'deployments', '-n', namespace]);
    // Without a kubelet no pod becomes ready, so each rollout stays at its first new pods: at least one, beside all the old ones.
    await eventually(() => withoutPods(cluster, namespace, () => 1));
    const failed = await failures(cluster, namespace);
    if (failed.length > 0) { throw new Error(failed.join('\n')); }
  });

  const [pod] = (await cluster.get('pods', '-n', namespace)).items;
  const debug = (profile: string) => ['debug', pod.metadata.name, '-n', namespace, '--image=registry.example.com/tools/debug:1.0.0', `--profile=${profile}`, '--attach=false'];
  await report.check(`${topic}: kubectl debug with the restricted profile may join a pod`, () => cluster.mustKubectl(debug('restricted')));
  const { stderr } = await cluster.kubectl(debug('sysadmin'));
  report.planted(`${topic}: kubectl debug with the profile of an administrator of the node`, stderr.split('\n'), /violates PodSecurity/);

  await report.check(`${topic}: each disruption budget counts the pods of its workload`, async () => {
    const { items } = await cluster.get('poddisruptionbudgets', '-n', namespace);
    const wrong = items.filter(({ spec, status }: any) => spec.maxUnavailable === undefined || status.expectedPods < 1)
      .map(({ metadata, status }: any) => `${metadata.name} expects ${status.expectedPods} pods`);
    if (items.length === 0 || wrong.length > 0) { throw new Error(wrong.join('\n') || 'no budget'); }
  });
}
