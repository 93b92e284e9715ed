import { EtcdVersion, etcdVersionFor } from '../../src/controlplane/etcd-version';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';

test('each version of Kubernetes brings its etcd', () => {
  const { V1_28, V1_33, V1_34, V1_36, V1_37 } = KubernetesVersion;
  const { V3_5, V3_6, V3_7 } = EtcdVersion;
  expect([V1_28, V1_33, V1_34, V1_36, V1_37].map(etcdVersionFor)).toEqual([V3_5, V3_5, V3_6, V3_6, V3_7]);
});
