import { Yaml } from 'cdk8s';
import { PATCH_DIRECTORY } from './encryption-paths';
import type { KubernetesVersion } from '../kube/kubernetes-version';

/** The first minor version whose kubeadm reads v1beta4. */
const V1BETA4 = 31;

/** A directory of the node that the API server sees. */
export interface ApiServerVolume {
  readonly name: string;
  readonly path: string;
  readonly readOnly: boolean;
  readonly type: 'Directory' | 'DirectoryOrCreate';
}

/** What the API server is given. */
export interface ApiServerSettings {
  readonly flags: { readonly [flag: string]: string };
  readonly volumes: readonly ApiServerVolume[];
}

/**
 * The part of kubeadm's configuration about the API server, in the form that kubeadm of this version reads.
 *
 * @see https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/
 */
export function kubeadmConfiguration(version: KubernetesVersion, settings: ApiServerSettings): string {
  const isList = version.minor >= V1BETA4;
  const apiVersion = `kubeadm.k8s.io/${isList ? 'v1beta4' : 'v1beta3'}`;
  return Yaml.stringify(
    { apiVersion, kind: 'ClusterConfiguration', apiServer: apiServerArguments(settings, isList) },
    { apiVersion, kind: 'InitConfiguration', patches: { directory: PATCH_DIRECTORY } },
  );
}

/**
 * Flags and directories of the API server.
 *
 * @param isList whether flags are a list of pairs, and not a map
 */
export function apiServerArguments({ flags, volumes }: ApiServerSettings, isList: boolean): object {
  const sorted = Object.entries(flags).sort(([a], [b]) => a < b ? -1 : 1);
  return {
    extraArgs: isList ? sorted.map(([name, value]) => ({ name, value })) : Object.fromEntries(sorted),
    extraVolumes: volumes.map(({ name, path, readOnly, type }) => ({ name, hostPath: path, mountPath: path, readOnly, pathType: type })),
  };
}

/**
 * A patch for the static pod of the API server, which also reaches nodes whose kubeadm has its configuration from the cluster.
 *
 * @param excluded health checks for whose failure the kubelet must not restart the API server
 * @see https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/control-plane-flags/#patches
 */
export function kubeadmPatch({ volumes }: ApiServerSettings, excluded: readonly string[]): string {
  // Each its own: YAML would write one object in two places as an alias.
  const probe = () => ({ httpGet: { path: `/livez?${excluded.map(name => `exclude=${name}`).join('&')}` } });
  return Yaml.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'kube-apiserver', namespace: 'kube-system' },
    spec: {
      containers: [{
        name: 'kube-apiserver',
        ...(excluded.length > 0 ? { livenessProbe: probe(), startupProbe: probe() } : {}),
        volumeMounts: volumes.map(({ name, path, readOnly }) => ({ mountPath: path, name, readOnly })),
      }],
      volumes: volumes.map(({ name, path, type }) => ({ hostPath: { path, type }, name })),
    },
  });
}
