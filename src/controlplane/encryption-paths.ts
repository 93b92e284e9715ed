/** Where things stand on a control-plane node. */

/** Seen by the API server, and so without anything else in it. */
export const CONFIG_DIRECTORY = '/etc/kubernetes/enc';
export const CONFIG_PATH = `${CONFIG_DIRECTORY}/encryption-config.yaml`;

/** One file for each key, which only root reads. */
export const KEY_DIRECTORY = '/etc/kubernetes/enc-keys';

const SOURCE_DIRECTORY = '/etc/kubernetes/enc-source';
export const TEMPLATE_PATH = `${SOURCE_DIRECTORY}/encryption-config.yaml`;
/** Not below /usr, which some systems for nodes do not let be written. */
export const SCRIPT_PATH = `${SOURCE_DIRECTORY}/make-encryption-config.sh`;

export const REWRITE_PATH = `${SOURCE_DIRECTORY}/storage-version-migrations.yaml`;

export const UNIT_NAME = 'k8s-encryption-at-rest.service';
export const UNIT_PATH = `/etc/systemd/system/${UNIT_NAME}`;
export const DROP_IN_PATH = '/etc/systemd/system/kubelet.service.d/05-encryption-at-rest.conf';

export const KUBEADM_PATH = '/etc/kubernetes/kubeadm/encryption-at-rest.yaml';
export const PATCH_DIRECTORY = '/etc/kubernetes/patches';
export const PATCH_PATH = `${PATCH_DIRECTORY}/kube-apiserver0+strategic.yaml`;
/** The key under which a Secret of Cluster API holds the configuration. */
export const SECRET_KEY = 'encryption-config.yaml';

export const RKE2_PATH = '/etc/rancher/rke2/config.yaml.d/60-encryption-at-rest.yaml';
