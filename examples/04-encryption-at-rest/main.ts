import {
  EncryptedEtcdConfig, EncryptionProvider, HardenedDeployment, Health, KmsPluginPod, KubernetesVersion, Mount, NodeRole, SecureApp, SecureChart,
  SecureNamespace,
} from 'cdk8s-hardened';

/*
 * A bookshop whose database password is a Secret, and the two clusters that run it: one of three control-plane nodes, which has a KMS, and one
 * of a single node in a branch office, which has none. What the workloads get stands among the manifests; what the nodes get stands in
 * hardened.out/nodes, and its runbook beside it.
 */
const ORDERS = 'registry.example.com/bookshop/orders:3.2.0@sha256:0fd3d71ab9c16e5d5f2d2d6a54a9a1f0f0a0cb9b1c1ab0d6a6ef3d7b7a1cf1e0';
const WEB = 'registry.example.com/bookshop/web:2.0.1@sha256:c20c9617908fd6069da07363fccd0f2ce28b2c7258dfb98a2771698654720508';
const KMS_PLUGIN = 'registry.example.com/platform/kms-plugin:0.9.4@sha256:5f1d7a84db00d2fce00fa4cb1f2f1e3f5a8ab79ed0eb9dd4fb5af4b4a6f1f6a2';

const app = new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36, trustedRegistries: ['registry.example.com'] });
const chart = new SecureChart(app, 'bookshop');
const bookshop = new SecureNamespace(chart, 'bookshop');

const orders = new HardenedDeployment(bookshop, 'orders', {
  image: ORDERS,
  port: 8080,
  health: Health.http({ live: '/livez', ready: '/readyz' }),
  mounts: [Mount.secret('/etc/orders/database', 'orders-database')],
});
const web = new HardenedDeployment(bookshop, 'web', { image: WEB, port: 8080, health: Health.http({ live: '/livez', ready: '/readyz' }) });
web.connections.allowTo(orders);

// The cluster of the shop itself. No key is on its nodes: every Secret is encrypted with one that the KMS protects.

const kms = EncryptionProvider.kmsV2({
  name: 'platform', socket: '/var/run/kmsplugin/socket.sock', upstream: 'kms.eu-central-1.example.com',
});
new KmsPluginPod(chart, 'kms-plugin', {
  provider: kms,
  image: KMS_PLUGIN,
  args: ['--listen=/var/run/kmsplugin/socket.sock', '--health=127.0.0.1:8083', '--key=bookshop-etcd'],
  healthPort: 8083,
  readOnlyPaths: ['/etc/ssl/certs'],
});
new EncryptedEtcdConfig(chart, 'encryption', { provider: kms });

// The branch office. The node makes its key at the first boot, and never another one beside the data of etcd.

new EncryptedEtcdConfig(chart, 'branch-encryption', {
  role: NodeRole.named('branch'),
  controlPlaneNodes: 1,
  provider: EncryptionProvider.secretbox({ escrow: 'safe of the platform team, record branch-etcd' }),
});

app.synth();
