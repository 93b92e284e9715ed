import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { App, Chart } from 'cdk8s';
import * as yaml from 'yaml';
import { mustBe } from './node';
import { EncryptedEtcdConfig } from '../../../src/controlplane/encrypted-etcd-config';
import { KUBEADM_PATH, PATCH_DIRECTORY, PATCH_PATH } from '../../../src/controlplane/encryption-paths';
import { EncryptionProvider } from '../../../src/controlplane/encryption-provider';
import { kubeadmPatch } from '../../../src/controlplane/kubeadm-files';
import { KubernetesVersion } from '../../../src/kube/kubernetes-version';
import { Session } from '../../../src/policy/session';
import { Settings } from '../../../src/policy/settings';
import { mustRun } from '../program';
import type { Report } from '../report';
import type { Tool } from '../tools';
import { goTool } from '../tools';

const VERSION = 'k8s.io/component-base/version';

interface Kubeadm {
  readonly minor: string;
  readonly tool: Tool;
}

/** One that reads v1beta4, and one that reads v1beta3 alone. */
export const KUBEADMS: readonly Kubeadm[] = ['1.37', '1.30'].map(minor => ({
  minor,
  tool: goTool(`kubeadm-${minor}`, {
    tags: 'providerless',
    variables: () => ({ [`${VERSION}.gitMajor`]: '1', [`${VERSION}.gitMinor`]: minor.slice(2), [`${VERSION}.gitVersion`]: `v${minor}.0` }),
  }),
}));

const PROVIDER = EncryptionProvider.kmsV2({ name: 'cloud', socket: '/var/run/kmsplugin/socket.sock' });
const FLAGS = ['--encryption-provider-config=/etc/kubernetes/enc/encryption-config.yaml', '--encryption-provider-config-automatic-reload=true'];
const DIRECTORIES = ['/etc/kubernetes/enc', '/var/run/kmsplugin'];

/** kubeadm takes the configuration and the patch, and makes of them the pod that we mean. */
export async function kubeadmAgrees(report: Report, { minor, tool }: Kubeadm): Promise<void> {
  const program = path.join(await tool.make(() => undefined), 'kubeadm');
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-kubeadm-'));
  try {
    const app = new App();
    Session.of(app).settings = new Settings({ kubernetesVersion: KubernetesVersion.of(minor) });
    const { bundle } = new EncryptedEtcdConfig(new Chart(app, 'cluster'), 'encryption', { provider: PROVIDER });
    const text = (file: string) => bundle.files.find(each => each.path === file)!.content;
    const render = (patch: string) => rendered(program, directory, withNode(text(KUBEADM_PATH), minor, directory), patch);
    await report.check(`${minor}: kubeadm makes an API server with the flags, and each directory once`, async () => {
      const { spec: { containers: [container], volumes } } = await render(text(PATCH_PATH));
      mustBe(FLAGS.filter(flag => container.command.includes(flag)).length, FLAGS.length);
      for (const of of DIRECTORIES) {
        mustBe(container.volumeMounts.filter(({ mountPath, readOnly }: any) => mountPath === of && readOnly).length, 1);
        mustBe(volumes.filter(({ hostPath }: any) => hostPath?.path === of).length, 1);
      }
    });
    await report.check(`${minor}: a patch of probes changes their paths, and nothing else of them`, async () => {
      const [before, after] = [await render(text(PATCH_PATH)), await render(kubeadmPatch({ flags: {}, volumes: [] }, ['kms-providers']))].map(pod => pod.spec.containers[0]);
      for (const probe of ['livenessProbe', 'startupProbe']) {
        mustBe(after[probe].httpGet.path, '/livez?exclude=kms-providers');
        mustBe(JSON.stringify({ ...after[probe], httpGet: { ...after[probe].httpGet, path: '/livez' } }), JSON.stringify(before[probe]));
      }
    });
    await plantedFault(report, program, directory, minor, text(KUBEADM_PATH));
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

/** What the administrator adds: the version and the address of the node; and the patches where this test has them. */
function withNode(text: string, minor: string, directory: string): string {
  const [cluster, init] = yaml.parseAllDocuments(text).map(document => document.toJS());
  const own = { ...init, localAPIEndpoint: { advertiseAddress: '10.0.0.1' }, patches: { directory: init.patches.directory.replace(PATCH_DIRECTORY, directory) } };
  return [{ ...cluster, kubernetesVersion: `v${minor}.0` }, own].map(document => yaml.stringify(document)).join('---\n');
}

/** The static pod of the API server, as kubeadm would write it. */
async function rendered(program: string, directory: string, config: string, patch: string): Promise<any> {
  const [file, out] = [path.join(directory, 'config'), path.join(directory, 'out')];
  fs.rmSync(out, { recursive: true, force: true });
  fs.mkdirSync(out);
  fs.writeFileSync(file, config);
  fs.writeFileSync(path.join(directory, path.basename(PATCH_PATH)), patch);
  await mustRun(program, ['config', 'validate', '--config', file]);
  const env = { ...process.env, KUBEADM_INIT_DRYRUN_DIR: out };
  await mustRun(program, ['init', 'phase', 'control-plane', 'apiserver', '--dry-run', '--config', file], { env });
  // Older ones make a directory below the one that they are given.
  const written = fs.readdirSync(out, { recursive: true, encoding: 'utf8' }).find(name => path.basename(name) === 'kube-apiserver.yaml');
  return yaml.parse(fs.readFileSync(path.join(out, written!), 'utf8'));
}

/** The form of the other version is refused. */
async function plantedFault(report: Report, program: string, directory: string, minor: string, text: string): Promise<void> {
  const file = path.join(directory, 'config');
  const other = minor === '1.37' ? text.replace(/v1beta4/g, 'v1beta3') : text.replace(/v1beta3/g, 'v1beta4');
  fs.writeFileSync(file, other);
  const said = await mustRun(program, ['config', 'validate', '--config', file]).then(() => 'nothing', error => String(error));
  report.planted(`${minor}: the form of another version`, [said], /v1beta|cannot unmarshal|unknown field/);
}
