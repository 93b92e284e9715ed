import { Yaml } from 'cdk8s';
import { Construct } from 'constructs';
import { ControlPlaneDistribution } from './distribution';
import { EncryptionProvider } from './encryption-provider';
import { checkNotCredentials, directoryUnit, KmsPlugin, kmsPluginManifest } from './kms-plugin-manifest';
import type { KmsPluginPodProps } from './kms-plugin-props';
import { checkNamesOutside } from './kms-upstream';
import { NodeFileBundle } from '../host/node-file-bundle';
import { NodeRole } from '../host/node-role';
import { checkDnsLabel, checkMountPath } from '../kube/names';
import { checkPort } from '../kube/port';
import { refuse } from '../kube/problem';
import { Quantity } from '../kube/quantity';
import { checkList, checkMember, checkStruct, checkText } from '../kube/shape';
import { Session } from '../policy/session';
import { checkImage } from '../workload/container-image';
import { environment } from '../workload/environment';
import { checkId, DEFAULT_ID } from '../workload/user-ids';
import { ImagePullPolicy } from '../workload/workload-props';

const STATIC_PODS: { readonly [distribution in ControlPlaneDistribution]: string } = {
  [ControlPlaneDistribution.KUBEADM]: '/etc/kubernetes/manifests',
  [ControlPlaneDistribution.RKE2]: '/var/lib/rancher/rke2/agent/pod-manifests',
};
const SERVICES: { readonly [distribution in ControlPlaneDistribution]: string } = {
  [ControlPlaneDistribution.KUBEADM]: 'kubelet.service',
  [ControlPlaneDistribution.RKE2]: 'rke2-server.service',
};

/**
 * The plugin of a KMS as a pod that the kubelet of each control-plane node starts from a file, before there is an API server: the API server
 * needs it to read its first Secret. A workload would have to be read from the API server first.
 *
 * It is no ordinary user's pod, since it is in the network of the node and has a socket there; all else is restricted: it is not root, has no
 * capability, and writes nothing but the directory of its socket, which nobody but itself and the API server can enter. It refers to no
 * object of the API, which the kubelet refuses from 1.34 on.
 *
 * @see https://kubernetes.io/docs/tasks/administer-cluster/kms-provider/#implementing-a-kms-plugin
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/
 */
export class KmsPluginPod extends Construct {
  /**
   * The manifest, and the unit that makes the directory of the socket.
   */
  public readonly bundle: NodeFileBundle;

  constructor(scope: Construct, id: string, props: KmsPluginPodProps) {
    super(scope, id);
    const name = checkDnsLabel('id of a KmsPluginPod, which is the name of its pod', id);
    const distribution = checkMember('distribution of the control plane', props.distribution ?? ControlPlaneDistribution.KUBEADM, ControlPlaneDistribution);
    const plugin = pluginOf(name, props, Session.of(this).settings.trustedRegistries);
    const unit = `k8s-${name}.service`;
    this.bundle = new NodeFileBundle(this, 'files', { role: props.role ?? NodeRole.CONTROL_PLANE });
    this.bundle.addFile({ path: `${STATIC_PODS[distribution]}/${name}.yaml`, content: Yaml.stringify(kmsPluginManifest(plugin)) });
    this.bundle.addFile({ path: `/etc/systemd/system/${unit}`, content: directoryUnit(plugin, SERVICES[distribution]), mode: '0644' });
    this.bundle.enableUnit(unit);
  }
}

function pluginOf(name: string, props: KmsPluginPodProps, trusted: readonly string[]): KmsPlugin {
  const what = `KMS plugin ${name}`;
  const socket = props.provider instanceof EncryptionProvider ? props.provider._socket : undefined;
  if (socket === undefined) {
    return refuse({ what: `provider of ${what}`, expected: 'a provider with a socket', todo: 'give it the EncryptionProvider.kmsV2(…) that EncryptedEtcdConfig has' });
  }
  const args = checkList(`args of ${what}`, props.args).map(arg => checkText(`argument of ${what}`, arg));
  const command = checkList(`command of ${what}`, props.command).map(part => checkText(`command of ${what}`, part));
  const env = environment(what, props.env);
  if (![...command, ...args, ...Object.values(checkStruct(`env of ${what}`, props.env ?? {}))].some(text => text.includes(socket))) {
    refuse({ what: `no argument of ${what} names its socket`, expected: socket, todo: 'tell the plugin to listen there: the API server asks nowhere else' });
  }
  const readOnlyPaths = checkList(`readOnlyPaths of ${what}`, props.readOnlyPaths).map(path => checkMountPath(`path that ${what} reads`, path));
  const path = checkHealthPath(what, props.healthPath ?? '/healthz');
  checkNotCredentials(what, [...command, ...args, ...readOnlyPaths, path], props.env ?? {});
  for (const text of [...command, ...args, ...Object.values(props.env ?? {})]) { checkNamesOutside(`the KMS of ${what}`, text); }
  const memory = props.memory ?? '128Mi';
  const cpu = props.cpu ?? '50m';
  Quantity.parse(`memory of ${what}`, memory);
  Quantity.parse(`cpu of ${what}`, cpu);
  return {
    name,
    socket,
    image: checkImage(what, props.image, { pullPolicy: ImagePullPolicy.IF_NOT_PRESENT, mutable: false, trusted }),
    command,
    args,
    env,
    user: checkId(`user of ${what}`, props.user ?? DEFAULT_ID),
    health: { port: checkPort(`healthPort of ${what}`, props.healthPort), path },
    readOnlyPaths,
    cpu,
    memory,
  };
}

function checkHealthPath(what: string, path: string): string {
  return typeof path === 'string' && /^\/[\x21-\x7e]*$/.test(path) ? path : refuse({
    what: `healthPath of ${what}`, got: path, expected: 'a path', todo: 'write it like /healthz',
  });
}
