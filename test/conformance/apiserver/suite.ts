import { apply, eventually, failures, refusals, versions, withoutPods } from './applied';
import { operate } from './operations';
import { WEAKNESSES } from './weakened';
import { Cluster } from '../cluster/cluster';
import type { Release } from '../cluster/programs';
import { ETCD, NEWEST, OLDEST } from '../cluster/programs';
import type { Manifest } from '../examples';
import { nameOf, objectsOf, synthesizeFor, topics } from '../examples';
import { installDefinitions } from '../mesh/installed';
import type { Report } from '../report';
import type { Suite } from '../suite';

/** The API server of Kubernetes, with its default admission, takes every example and refuses what is weakened. */
export const apiserver: Suite = {
  name: 'apiserver',
  what: 'the real kube-apiserver and its controllers take every example, at once and for good, and refuse what is weakened',
  tools: [ETCD, NEWEST.tool, OLDEST.tool],
  async run(report) {
    for (const release of [NEWEST, OLDEST]) {
      report.step(`starting etcd, kube-apiserver and kube-controller-manager ${release.tool.version} on loopback`);
      const cluster = await Cluster.start(release);
      try {
        await installDefinitions(cluster);
        for (const topic of topics()) { await judge(cluster, report, topic, release); }
      } finally {
        await cluster.stop();
      }
    }
  },
};

async function judge(cluster: Cluster, report: Report, topic: string, release: Release): Promise<void> {
  const manifest = await synthesizeFor(topic, release.minor);
  const objects = objectsOf(manifest);
  const of = `${release.minor}, ${topic}`;
  const namespaces = objects.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name);

  await report.check(`${of}: each of ${objects.length} objects is accepted, with no unknown field and no warning`, async () => {
    const lines = await apply(cluster, manifest);
    if (lines.length !== objects.length) { throw new Error(`${lines.length} were applied:\n${lines.join('\n')}`); }
  });

  for (const namespace of namespaces) {
    await report.check(`${of}: the Deployments of ${namespace} become ReplicaSets and pods, which Pod Security, quota and limit range admit`, async () => {
      await eventually(() => withoutPods(cluster, namespace));
      const failed = await failures(cluster, namespace);
      if (failed.length > 0) { throw new Error(failed.join('\n')); }
    });
  }

  await report.check(`${of}: a second apply changes nothing`, async () => {
    await eventually(() => unsettled(cluster, objects));
    const before = await versions(cluster, objects);
    await apply(cluster, manifest);
    const after = await versions(cluster, objects);
    const changed = objects.map(nameOf).filter(name => before.get(name) === undefined || before.get(name) !== after.get(name));
    if (changed.length > 0) { throw new Error(changed.join('\n')); }
  });

  const [deployment] = objects.filter(({ kind, spec }) => kind === 'Deployment' && spec.template.spec.containers[0].ports);
  for (const { name, object, refusal } of WEAKNESSES) {
    report.planted(`${of}: ${name}`, await refusals(cluster, JSON.stringify(object(deployment))), refusal);
  }
  for (const namespace of namespaces) { await operate(cluster, report, of, namespace); }
}

/** Controllers write the status of what they care for; once they are done, two looks see the same. */
async function unsettled(cluster: Cluster, objects: readonly Manifest[]): Promise<string[]> {
  const before = await versions(cluster, objects);
  await new Promise(resolve => setTimeout(resolve, 3000));
  const after = await versions(cluster, objects);
  return [...after].filter(([name, version]) => before.get(name) !== version).map(([name]) => name);
}
