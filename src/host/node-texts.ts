import { Yaml } from 'cdk8s';
import { NodeSet } from './node-set';
import { refuse } from '../kube/problem';

/** Where the cloud gives user-data to anybody on the node, and what it gives is limited to 16 to 64 kB: there it is a text without keys. */
const CLOUD_CONFIG = '#cloud-config\n';
/** Of one file, in characters. */
const LONGEST_OF_CLUSTER_API = 10_240;

/**
 * User-data for cloud-init.
 *
 * @see https://cloudinit.readthedocs.io/en/latest/reference/modules.html#write-files
 */
export function cloudInitText(set: NodeSet): string {
  checkWithoutSecretFiles('cloud-init', set);
  const files = set.files.map(({ path, content, mode, owner }) => ({ path, content, owner, permissions: mode }));
  const commands = started(set);
  return CLOUD_CONFIG + Yaml.stringify({
    ...(files.length > 0 ? { write_files: files } : {}),
    ...(commands.length > 0 ? { runcmd: commands } : {}),
  });
}

/**
 * A configuration for Ignition.
 *
 * @see https://coreos.github.io/ignition/configuration-v3_4/
 */
export function ignitionText(set: NodeSet): string {
  checkWithoutSecretFiles('Ignition', set);
  const files = set.files.map(({ path, content, mode, owner }) => {
    const [user, group] = owner.split(':');
    return {
      path,
      mode: parseInt(mode, 8),
      // Without it, a file that the image brings would make the first boot fail.
      overwrite: true,
      user: { name: user },
      group: { name: group },
      contents: { source: `data:;base64,${Buffer.from(content, 'utf8').toString('base64')}` },
    };
  });
  const units = set.units.map(name => ({ name, enabled: true }));
  return `${JSON.stringify({
    ignition: { version: '3.4.0' },
    ...(files.length > 0 ? { storage: { files } } : {}),
    ...(units.length > 0 ? { systemd: { units } } : {}),
  }, undefined, 2)}\n`;
}

/**
 * The part of a KubeadmConfigSpec of Cluster API that brings the files, to be merged into that of the machines.
 *
 * @see https://cluster-api.sigs.k8s.io/tasks/bootstrap/kubeadm-bootstrap/
 */
export function clusterApiText(set: NodeSet): string {
  const long = set.files.find(isTooLongForClusterApi);
  if (long) {
    refuse({
      what: `${long.path} is too long for Cluster API`,
      got: `${long.content.length} characters`,
      expected: `at most ${LONGEST_OF_CLUSTER_API}`,
      todo: 'split it, or bring it with the image of the machines',
    });
  }
  const files = [
    ...set.files.map(({ path, content, mode, owner }) => ({ path, owner, permissions: mode, content })),
    ...set.secretFiles.map(({ path, secretName: name, secretKey: key, mode, owner }) => (
      { path, owner, permissions: mode, contentFrom: { secret: { name, key } } }
    )),
  ].sort((a, b) => a.path < b.path ? -1 : 1);
  const commands = started(set).map(command => command.join(' '));
  return Yaml.stringify({
    ...(files.length > 0 ? { files } : {}),
    ...(commands.length > 0 ? { preKubeadmCommands: commands } : {}),
  });
}

/** Whether the CustomResourceDefinition of a KubeadmConfig would refuse the file. */
export function isTooLongForClusterApi({ content }: { readonly content: string }): boolean {
  return content.length > LONGEST_OF_CLUSTER_API;
}

/** Only Cluster API can read a Secret for a node. */
function checkWithoutSecretFiles(format: string, { secretFiles: [first] }: NodeSet): void {
  if (first) {
    refuse({
      what: `${first.path} comes from a Secret, which ${format} cannot read`, got: first.secretName, expected: 'files with their contents', todo: 'use toClusterApi()',
    });
  }
}

function started({ units }: NodeSet): string[][] {
  return units.length === 0 ? [] : [['systemctl', 'daemon-reload'], ...units.map(unit => ['systemctl', 'enable', '--now', unit])];
}
