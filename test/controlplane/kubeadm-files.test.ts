import * as yaml from 'yaml';
import { ApiServerSettings, kubeadmConfiguration, kubeadmPatch } from '../../src/controlplane/kubeadm-files';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';

const SETTINGS: ApiServerSettings = {
  flags: { 'encryption-provider-config-automatic-reload': 'true', 'encryption-provider-config': '/etc/kubernetes/enc/encryption-config.yaml' },
  volumes: [
    { name: 'k8s-enc', path: '/etc/kubernetes/enc', readOnly: true, type: 'Directory' },
    { name: 'k8s-kms-1', path: '/run/kms/a', readOnly: true, type: 'DirectoryOrCreate' },
  ],
};
const configuration = (version: KubernetesVersion) => (
  yaml.parseAllDocuments(kubeadmConfiguration(version, SETTINGS)).map(document => document.toJS())
);

test.each([KubernetesVersion.V1_31, KubernetesVersion.V1_37])('kubeadm $text reads flags as a list', version => {
  const [cluster, init] = configuration(version);
  expect(cluster).toEqual({
    apiVersion: 'kubeadm.k8s.io/v1beta4',
    kind: 'ClusterConfiguration',
    apiServer: {
      extraArgs: [
        { name: 'encryption-provider-config', value: '/etc/kubernetes/enc/encryption-config.yaml' },
        { name: 'encryption-provider-config-automatic-reload', value: 'true' },
      ],
      extraVolumes: [
        { name: 'k8s-enc', hostPath: '/etc/kubernetes/enc', mountPath: '/etc/kubernetes/enc', readOnly: true, pathType: 'Directory' },
        { name: 'k8s-kms-1', hostPath: '/run/kms/a', mountPath: '/run/kms/a', readOnly: true, pathType: 'DirectoryOrCreate' },
      ],
    },
  });
  expect(init).toEqual({ apiVersion: 'kubeadm.k8s.io/v1beta4', kind: 'InitConfiguration', patches: { directory: '/etc/kubernetes/patches' } });
});

test.each([KubernetesVersion.V1_28, KubernetesVersion.V1_30])('kubeadm $text reads flags as a map of texts', version => {
  const [cluster, init] = configuration(version);
  expect([cluster.apiVersion, init.apiVersion]).toEqual(['kubeadm.k8s.io/v1beta3', 'kubeadm.k8s.io/v1beta3']);
  expect(cluster.apiServer.extraArgs).toEqual({
    'encryption-provider-config': '/etc/kubernetes/enc/encryption-config.yaml', 'encryption-provider-config-automatic-reload': 'true',
  });
});

test('the patch mounts the directories, and takes the KMS out of the probes that restart the API server', () => {
  const text = kubeadmPatch(SETTINGS, ['kms-providers']);
  expect(text).not.toContain('&');
  const { spec: { containers: [container], volumes } } = yaml.parse(text);
  expect(container).toEqual({
    name: 'kube-apiserver',
    livenessProbe: { httpGet: { path: '/livez?exclude=kms-providers' } },
    startupProbe: { httpGet: { path: '/livez?exclude=kms-providers' } },
    volumeMounts: [{ mountPath: '/etc/kubernetes/enc', name: 'k8s-enc', readOnly: true }, { mountPath: '/run/kms/a', name: 'k8s-kms-1', readOnly: true }],
  });
  expect(volumes).toEqual([
    { hostPath: { path: '/etc/kubernetes/enc', type: 'Directory' }, name: 'k8s-enc' }, { hostPath: { path: '/run/kms/a', type: 'DirectoryOrCreate' }, name: 'k8s-kms-1' },
  ]);
});

test('without a KMS the probes stay as kubeadm has them', () => {
  expect(Object.keys(yaml.parse(kubeadmPatch(SETTINGS, [])).spec.containers[0])).toEqual(['name', 'volumeMounts']);
});
