import { definitions } from './istio';
import { eventually } from '../apiserver/applied';
import type { Cluster } from '../cluster/cluster';

/** Istio's own resources and those of the Gateway API, in a running API server, which then also says what they are like. */
export async function installDefinitions(cluster: Cluster): Promise<void> {
  for (const file of await definitions()) { await cluster.mustKubectl(['create', '-f', file]); }
  await cluster.mustKubectl(['wait', '--for=condition=Established', 'customresourcedefinitions', '--all', '--timeout=120s']);
  await eventually(() => unpublished(cluster));
}

/** Kinds that the OpenAPI of the server does not have yet: it is made some time after they are served. */
async function unpublished(cluster: Cluster): Promise<string[]> {
  const { items } = await cluster.get('customresourcedefinitions');
  const served: [path: string, kind: string][] = items.flatMap(({ spec: { group, names, versions } }: any) =>
    versions.filter((version: any) => version.served).map(({ name }: any) => [`apis/${group}/${name}`, names.kind]));
  const { paths } = JSON.parse(await cluster.mustKubectl(['get', '--raw', '/openapi/v3']));
  const missing: string[] = [];
  for (const path of new Set(served.map(([each]) => each))) {
    const text = paths[path] ? await cluster.mustKubectl(['get', '--raw', paths[path].serverRelativeURL]) : '';
    missing.push(...served.filter(([each, kind]) => each === path && !text.includes(`"kind":"${kind}"`)).map(([, kind]) => `${path} has no ${kind}`));
  }
  return missing;
}
