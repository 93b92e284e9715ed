import { providersOf } from './encryption-configuration';
import type { EncryptionPlan } from './encryption-configuration';
import { CONFIG_PATH, KUBEADM_PATH, PATCH_DIRECTORY } from './encryption-paths';
import { EncryptionState } from './encryption-state';

/** How the configuration comes to the control-plane nodes. */
export enum EncryptionDelivery {
  /** As files, beside those of kubeadm. */
  KUBEADM = 'kubeadm',
  /** As files, beside those of RKE2, which starts the API server with them. */
  RKE2 = 'rke2',
  /** In a Secret of the management cluster, from which Cluster API takes it. */
  CLUSTER_API = 'cluster-api',
}

const { NEW_CLUSTER, ENABLING } = EncryptionState;
const UPGRADE = `kubeadm upgrade node --patches ${PATCH_DIRECTORY}`;

/** How the API servers get what is new in a state. */
export function deliverySteps({ state }: EncryptionPlan, delivery: EncryptionDelivery): string[] {
  const isFirst = state === NEW_CLUSTER || state === ENABLING;
  switch (delivery) {
    case EncryptionDelivery.RKE2:
      return [isFirst
        ? 'Bring the files to every server before `rke2-server` starts there for the first time: RKE2 would encrypt with a key of its own.'
        : `Bring the new \`${CONFIG_PATH}\` to every server, one after the other. The API server takes it over by itself within a minute.`];
    case EncryptionDelivery.CLUSTER_API:
      return [
        'Merge `cluster-api.yaml`, and the flags and directories below, into `spec.kubeadmConfigSpec` of the KubeadmControlPlane. The name of the Secret is new with every change, so the machines are replaced one after the other.',
        'Wait until the last machine of before is gone. Only then delete the Secret of before.',
      ];
    case EncryptionDelivery.KUBEADM:
      return [isFirst
        ? `Give the API server its flags and directories: \`kubeadm init --config\` with what \`${KUBEADM_PATH}\` says; in a cluster that runs, put it into the ConfigMap \`kubeadm-config\` and run \`${UPGRADE}\` on one control-plane node after the other. A node that joins needs \`patches.directory: ${PATCH_DIRECTORY}\` in its JoinConfiguration.`
        : `Bring the new \`${CONFIG_PATH}\` to every control-plane node, one after the other. The API server takes it over by itself within a minute.`];
  }
}

/** Names of the keys that are no KMS's, in the order of the configuration. */
export function localKeys(plan: EncryptionPlan): string[] {
  return providersOf(plan).flatMap(({ _keyName: name }) => name === undefined ? [] : [name]);
}

/** Whether the key that the cluster goes over to is made in this state. */
export function isKeyMade({ state, provider }: EncryptionPlan): boolean {
  return [NEW_CLUSTER, ENABLING, EncryptionState.KEY_ADDED].includes(state) && provider._keyName !== undefined;
}
