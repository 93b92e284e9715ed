import type { ControlPlaneDistribution } from './distribution';
import type { EncryptionProvider } from './encryption-provider';
import type { NodeRole } from '../host/node-role';

/**
 * Properties for `KmsPluginPod`.
 */
export interface KmsPluginPodProps {
  /**
   * The provider that `EncryptionProvider.kmsV2` made: the plugin listens on its socket.
   */
  readonly provider: EncryptionProvider;

  /**
   * Image of the plugin, by digest. The kubelet pulls it, only where it is missing, before there is an API server, and so without a pull
   * secret: from a registry that asks for none, or with a credential provider of the kubelet.
   */
  readonly image: string;

  /**
   * Arguments of the plugin. One of them names the socket, none of them a Service of the cluster, which would need the plugin first.
   */
  readonly args: string[];

  /**
   * Port on which the plugin says over HTTP whether it lives, at 127.0.0.1: the pod is in the network of the node, so elsewhere everybody
   * could ask it.
   */
  readonly healthPort: number;

  /**
   * Path that is asked for. Better one that does not ask the KMS: a plugin that is restarted while the KMS is away is no nearer to it.
   *
   * @default /healthz
   */
  readonly healthPath?: string;

  /**
   * The program in the image.
   *
   * @default - what the image starts
   */
  readonly command?: string[];

  /**
   * Environment of the plugin, without credentials: the manifest lies on every control-plane node.
   *
   * @default - none
   */
  readonly env?: Record<string, string>;

  /**
   * Files and directories of the node that the plugin reads, such as that with its certificate for the KMS. They must be there, and be
   * readable for its user.
   *
   * @default - none
   */
  readonly readOnlyPaths?: string[];

  /**
   * User and group of the plugin, which own the directory of the socket.
   *
   * @default 10001
   */
  readonly user?: number;

  /**
   * CPU that is kept free for the plugin.
   *
   * @default 50m
   */
  readonly cpu?: string;

  /**
   * Memory that is kept free for the plugin, and that it gets at most.
   *
   * @default 128Mi
   */
  readonly memory?: string;

  /**
   * What installs the control plane, and so where its kubelet looks for static pods.
   *
   * @default ControlPlaneDistribution.KUBEADM
   */
  readonly distribution?: ControlPlaneDistribution;

  /**
   * Which nodes get the files.
   *
   * @default NodeRole.CONTROL_PLANE
   */
  readonly role?: NodeRole;
}
