import { HardenedDeployment, Health, KubernetesVersion, SecureApp, SecureChart, SecureNamespace } from 'cdk8s-hardened';

const CART = 'registry.example.com/shop/cart:1.4.2';
const WEB = 'registry.example.com/shop/web:2.0.1';

const app = new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36, trustedRegistries: ['registry.example.com'] });
const chart = new SecureChart(app, 'shop');
const shop = new SecureNamespace(chart, 'shop');

const cart = new HardenedDeployment(shop, 'cart', { image: CART, port: 7070, health: Health.grpc() });
const web = new HardenedDeployment(shop, 'web', { image: WEB, port: 8080, health: Health.http({ live: '/livez', ready: '/readyz' }) });
web.connections.allowTo(cart);

app.synth();
