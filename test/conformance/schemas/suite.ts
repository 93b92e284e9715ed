import * as path from 'path';
import { changed, LOCKS, MESH_FAULTS, SCHEMA_FAULTS } from './faults';
import { OpenApi } from './openapi';
import { apply, eventually, refusals } from '../apiserver/applied';
import { Cluster } from '../cluster/cluster';
import { ETCD, NEWEST, OLDEST, Release } from '../cluster/programs';
import { Manifest, nameOf, objectsOf, synthesizeFor, topics } from '../examples';
import { installDefinitions } from '../mesh/installed';
import type { Report } from '../report';
import type { Suite } from '../suite';

const CRD = path.join(__dirname, 'crds', 'locks.yaml');
const GROUP = 'conformance.example.com/v1';

/** Every object is judged by the schema that a running API server publishes for it, with no field left open. */
export const schemas: Suite = {
  name: 'schemas',
  what: 'every object of every example against the OpenAPI of the real API server, closed; custom resources against their own',
  tools: [ETCD, NEWEST.tool, OLDEST.tool],
  async run(report) {
    for (const release of [NEWEST, OLDEST]) {
      report.step(`starting etcd and kube-apiserver ${release.tool.version} on loopback`);
      const cluster = await Cluster.start(release);
      try {
        await installDefinitions(cluster);
        await judge(cluster, new OpenApi(cluster), report, release);
      } finally {
        await cluster.stop();
      }
    }
  },
};

async function judge(cluster: Cluster, openapi: OpenApi, report: Report, release: Release): Promise<void> {
  let deployment: Manifest | undefined;
  for (const topic of topics()) {
    const objects = objectsOf(await synthesizeFor(topic, release.minor));
    deployment ??= objects.find(({ kind }) => kind === 'Deployment');
    await report.check(`${release.minor}, ${topic}: each of ${objects.length} objects keeps its schema`, async () => {
      const wrong = [];
      for (const object of objects) { wrong.push(...(await openapi.judge(object)).map(text => `${nameOf(object)}: ${text}`)); }
      if (wrong.length > 0) { throw new Error(wrong.join('\n')); }
    });
  }
  await cluster.mustKubectl(['create', 'namespace', deployment!.metadata.namespace!]);
  for (const { name, change, found } of SCHEMA_FAULTS) {
    const object = changed(deployment!, change);
    report.planted(`${release.minor}: ${name}`, await openapi.judge(object), found);
    report.planted(`${release.minor}: ${name}, as the server sees it`, await refusals(cluster, JSON.stringify(object)), /./);
  }
  for (const { name, object, found } of MESH_FAULTS) {
    report.planted(`${release.minor}: an object of a mesh with ${name}`, await openapi.judge(object), found);
    report.planted(`${release.minor}: an object of a mesh with ${name}, as the server sees it`, await refusals(cluster, JSON.stringify(object)), /./);
  }
  await customResources(cluster, openapi, report, release);
}

async function customResources(cluster: Cluster, openapi: OpenApi, report: Report, release: Release): Promise<void> {
  await report.check(`${release.minor}: a kind that no CustomResourceDefinition defines is told`, async () => {
    const said = await openapi.judge(LOCKS[0].object).then(() => 'nothing', (error: Error) => error.message);
    if (!/no CustomResourceDefinition for it is installed/.test(said)) { throw new Error(said); }
  });
  await cluster.mustKubectl(['apply', '-f', CRD]);
  await eventually(async () => {
    openapi.forget(GROUP);
    return openapi.judge(LOCKS[0].object).then(() => [], (error: Error) => [error.message]);
  });
  for (const { name, object, schema, server } of LOCKS) {
    const [bySchema, byServer] = [await openapi.judge(object), await refusals(cluster, JSON.stringify(object))];
    const judges: [string, string[], RegExp | undefined][] = [['its schema', bySchema, schema], ['the server', byServer, server]];
    for (const [judgeName, said, expected] of judges) {
      const title = `${release.minor}: a custom resource, ${name}, before ${judgeName}`;
      if (expected) { report.planted(title, said, expected); } else { await report.check(title, () => { if (said.length > 0) { throw new Error(said.join('\n')); } }); }
    }
  }
  await apply(cluster, JSON.stringify(LOCKS[0].object));
}
