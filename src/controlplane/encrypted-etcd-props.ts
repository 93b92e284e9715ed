import type { ControlPlaneDistribution } from './distribution';
import type { EncryptionProvider } from './encryption-provider';
import type { EncryptionState } from './encryption-state';
import type { NodeRole } from '../host/node-role';

/**
 * Properties for `EncryptedEtcdConfig`.
 */
export interface EncryptedEtcdConfigProps {
  /**
   * What encrypts.
   */
  readonly provider: EncryptionProvider;

  /**
   * The key or provider that has written until now, in the states `KEY_ADDED` and `KEY_PROMOTED`.
   *
   * @default - none
   */
  readonly predecessor?: EncryptionProvider;

  /**
   * How far the cluster is.
   *
   * @default EncryptionState.NEW_CLUSTER
   */
  readonly state?: EncryptionState;

  /**
   * The state that every API server has now. A state that is left out on the way is refused, since it would lose data.
   *
   * @default - none, in the states that come first
   */
  readonly previousState?: EncryptionState;

  /**
   * What is encrypted beside Secrets and ConfigMaps, as it is stored: `pandas.bears.example` for a custom resource, `*.apps` for a group.
   *
   * @default - nothing else
   */
  readonly moreResources?: string[];

  /**
   * Whether everything but events is encrypted, also what will be added to the cluster. Each write then costs an encryption.
   *
   * @default false
   */
  readonly everything?: boolean;

  /**
   * How many control-plane nodes the cluster has. With more than one, no key can be made on a node.
   *
   * @default 3
   */
  readonly controlPlaneNodes?: number;

  /**
   * What installs the control plane.
   *
   * @default ControlPlaneDistribution.KUBEADM
   */
  readonly distribution?: ControlPlaneDistribution;

  /**
   * The data directory of etcd on the control-plane nodes. Where it has data, no key is made: a new one could read nothing of it.
   *
   * @default /var/lib/etcd
   */
  readonly etcdDirectory?: string;

  /**
   * Beginning of the names of Secrets in the management cluster of Cluster API, each of which holds the whole configuration of one state:
   * so all control-plane nodes get the same keys, and no key stands in a manifest. The runbook has the commands that make the Secret.
   *
   * @default - none: keys are made on the node
   */
  readonly clusterApiSecret?: string;

  /**
   * Whether the cluster rewrites by itself, through a StorageVersionMigration, what it wrote before. Where the feature needs a gate and a
   * runtime-config, from 1.30 to 1.36, it must have been turned on.
   *
   * @default - true from 1.37 on, where it is served without settings; before, people rewrite with kubectl
   */
  readonly storageVersionMigration?: boolean;

  /**
   * Which nodes get the files: another role for each cluster, where one app describes several.
   *
   * @default NodeRole.CONTROL_PLANE
   */
  readonly role?: NodeRole;
}
