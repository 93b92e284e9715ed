import * as fs from 'fs';
import * as path from 'path';
import { App, Chart } from 'cdk8s';
import * as yaml from 'yaml';
import { bundles } from './bundles';
import { EncryptedEtcdConfig } from '../../../src/controlplane/encrypted-etcd-config';
import { EncryptionProvider } from '../../../src/controlplane/encryption-provider';
import { NodeFiles } from '../../../src/host/node-files';
import { apply, eventually, refusals } from '../apiserver/applied';
import { Cluster } from '../cluster/cluster';
import { NEWEST } from '../cluster/programs';
import type { Report } from '../report';
import type { Tool } from '../tools';
import { goModule } from '../tools';

const TOOL = 'cluster-api';
const MODULE = 'sigs.k8s.io/cluster-api';
const DEFINITION = 'bootstrap/kubeadm/config/crd/bases/bootstrap.cluster.x-k8s.io_kubeadmconfigs.yaml';

/** The module that holds the definitions of Cluster API. */
export const CLUSTER_API: Tool = { name: TOOL, version: 'v1.14.2', make: () => goModule(TOOL, MODULE) };

const configOf = (name: string, spec: object) => (
  { apiVersion: 'bootstrap.cluster.x-k8s.io/v1beta2', kind: 'KubeadmConfig', metadata: { name, namespace: 'default' }, spec }
);

/** What three machines get whose key stands in a Secret: the files, and what the runbook says to write beside them. */
function specWithSecret(): any {
  const chart = new Chart(new App(), 'cluster');
  const provider = EncryptionProvider.secretbox({ escrow: 'safe of the team' });
  const { bundle } = new EncryptedEtcdConfig(chart, 'encryption', { provider, clusterApiSecret: 'shop-encryption' });
  const [[, runbook]] = NodeFiles.of(chart).sets.get(bundle.role.name)!.documents;
  return { ...yaml.parse(/```yaml\n([^]*?)```/.exec(runbook)![1]), ...yaml.parse(bundle.toClusterApi()) };
}

/** Cluster API's own definition of a KubeadmConfig, in a real API server, takes what we write for it. */
export async function clusterApiTakes(report: Report): Promise<void> {
  report.step(`starting etcd and kube-apiserver ${NEWEST.tool.version} on loopback, with the definition of Cluster API`);
  const cluster = await Cluster.start(NEWEST);
  try {
    const definition = fs.readFileSync(path.join(await CLUSTER_API.make(() => undefined), DEFINITION), 'utf8');
    // Not as users apply: it names formats that the API server does not know, which it says and passes over.
    await cluster.mustKubectl(['create', '-f', '-'], { input: definition });
    const secret = configOf('secret', specWithSecret());
    await eventually(async () => (await refusals(cluster, JSON.stringify(secret))).filter(line => /no matches for kind/.test(line)));
    await report.check('Cluster API takes a configuration whose key stands in a Secret', () => apply(cluster, JSON.stringify(secret)));
    let i = 0;
    for (const [name, bundle] of bundles()) {
      const config = configOf(`bundle-${i++}`, yaml.parse(bundle.toClusterApi()));
      await report.check(`${name}: Cluster API takes it`, () => apply(cluster, JSON.stringify(config)));
    }
    const { files: [first, ...others], ...rest } = secret.spec as any;
    const long = { path: '/etc/a', content: 'a'.repeat(10_241) };
    const without = (file: object) => refusals(cluster, JSON.stringify(configOf('weak', { ...rest, files: [file, ...others] })));
    report.planted('a file of more characters than Cluster API takes', await without(long), /Too long: may not be more than 10240/);
    report.planted('a reference without a key', await without({ ...first, contentFrom: { secret: { name: 'a' } } }), /contentFrom\.secret\.key: Required value/);
    report.planted('a field that there is not', await without({ ...first, mode: '0600' }), /mode.*field not declared|unknown field/);
  } finally {
    await cluster.stop();
  }
}
