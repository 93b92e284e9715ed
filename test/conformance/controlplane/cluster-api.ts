import * as fs from 'fs';
import * as path from 'path';
import { App, Chart } from 'cdk8s';
import * as yaml from 'yaml';
import { bundles } from './bundles';
import { Server } from './server';
import { EncryptedEtcdConfig } from '../../../src/controlplane/encrypted-etcd-config';
import { SECRET_KEY } from '../../../src/controlplane/encryption-paths';
import { EncryptionProvider } from '../../../src/controlplane/encryption-provider';
import { NodeFiles } from '../../../src/host/node-files';
import { apply, eventually, refusals } from '../apiserver/applied';
import { Cluster } from '../cluster/cluster';
import type { Release } from '../cluster/programs';
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

/** Three machines whose key stands in a Secret: what they get, and the runbook. */
function withSecret(): { readonly files: any; readonly runbook: string } {
  const chart = new Chart(new App(), 'cluster');
  const provider = EncryptionProvider.secretbox({ escrow: 'safe of the team' });
  const { bundle } = new EncryptedEtcdConfig(chart, 'encryption', { provider, clusterApiSecret: 'shop-encryption' });
  const [[, runbook]] = NodeFiles.of(chart).sets.get(bundle.role.name)!.documents;
  return { files: yaml.parse(bundle.toClusterApi()), runbook };
}

/** The files, and what the runbook says to write beside them. */
function specWithSecret(): any {
  const { files, runbook } = withSecret();
  return { ...yaml.parse(/```yaml\n([^]*?)```/.exec(runbook)![1]), ...files };
}

/** The commands that make the Secret, and its name. */
function commandsOfRunbook(): [string, string] {
  const { files: { files: [first] }, runbook } = withSecret();
  return [/```sh\n([^]*?)```/.exec(runbook)![1], first.contentFrom.secret.name];
}

/** The commands of the runbook make the Secret, with a real kubectl, and an API server starts with what is in it, as a machine would get it. */
export async function secretIsMade(report: Report, release: Release): Promise<void> {
  const [server, machine] = [await Server.create(release), await Server.create(release)];
  try {
    await server.serve([]);
    const [commands, name] = commandsOfRunbook();
    const make = () => server.shell(`export NAMESPACE_OF_THE_CLUSTER=default\n${commands}`);
    await report.check(`${release.minor}: a Secret that the commands of the runbook make holds a configuration with which an API server encrypts`, async () => {
      await make();
      const { data } = await server.must('GET', `/api/v1/namespaces/default/secrets/${name}`);
      const file = path.join(machine.root, 'from-secret.yaml');
      fs.writeFileSync(file, Buffer.from(data[SECRET_KEY], 'base64'));
      await machine.serve([`--encryption-provider-config=${file}`]);
      await machine.must('POST', '/api/v1/namespaces/default/secrets', { metadata: { name: 'first' } });
      const stored = (await machine.stored('/registry/secrets/default/first')).toString('latin1');
      if (!stored.startsWith('k8s:enc:secretbox:v1:key1:')) { throw new Error('it is not encrypted with key1'); }
    });
    fs.rmSync(path.join(server.root, 'key1'));
    const again = await make().then(() => 'it ended with 0', error => String(error));
    report.planted(`${release.minor}: a key that a Secret has already, made once more`, [again], /ended with 1/);
  } finally {
    for (const each of [server, machine]) { await each.stop(); }
  }
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
