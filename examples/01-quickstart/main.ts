import { HardenedDeployment, Health, KubernetesVersion, SecureApp, SecureChart, SecureNamespace } from 'cdk8s-hardened';

const CART = 'registry.example.com/shop/cart:1.4.2@sha256:f48e9dc98495a282f0fe693110e8f2259216d8c6da56018353cdad0e7dc06ce1';
const WEB = 'registry.example.com/shop/web:2.0.1@sha256:c20c9617908fd6069da07363fccd0f2ce28b2c7258dfb98a2771698654720508';

const app = new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36, trustedRegistries: ['registry.example.com'] });
const chart = new SecureChart(app, 'shop');
const shop = new SecureNamespace(chart, 'shop');

const cart = new HardenedDeployment(shop, 'cart', { image: CART, port: 7070, health: Health.grpc() });
const web = new HardenedDeployment(shop, 'web', { image: WEB, port: 8080, health: Health.http({ live: '/livez', ready: '/readyz' }) });
web.connections.allowTo(cart);

app.synth();
