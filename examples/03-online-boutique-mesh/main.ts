import { ApiObject } from 'cdk8s';
import { BUSYBOX, image, OFFICIAL, REDIS, REGISTRY } from './images';
import {
  AppProtocol, ContainerResources, External, GatewayApi, HardenedDeployment, Health, IngressController, IstioDataPlane, IstioMtlsMesh,
  KubernetesVersion, Mount, RequireJwt, SecureApp, SecureChart, SecureGateway, SecureIngress, SecureNamespace,
} from 'cdk8s-hardened';

/*
 * Online Boutique in a mesh: everybody is known by a certificate, and may call those methods alone that its program really calls. The shop
 * itself is that of the example before; here the calls are told more exactly, payments go to a host outside, and partners get a list of prices
 * for a token.
 *
 * In ambient mode the services whose callers are told by method get a waypoint. With IstioDataPlane.SIDECAR in its place, the same program
 * writes the same shop for sidecars.
 */
const SMALL = { cpu: '100m', cpuLimit: '200m', memory: '128Mi' };
const app = new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36, trustedRegistries: [REGISTRY, OFFICIAL] });
const chart = new SecureChart(app, 'online-boutique-mesh');
const boutique = new SecureNamespace(chart, 'boutique');
function grpcService(name: string, port: number, env: { [name: string]: string }, resources: ContainerResources = SMALL) {
  return new HardenedDeployment(boutique, name, {
    image: image(name), ports: [{ number: port, appProtocol: AppProtocol.GRPC }], health: Health.grpc(), env, resources,
  });
}

const ads = grpcService('adservice', 9555, { PORT: '9555' }, { cpu: '200m', cpuLimit: '300m', memory: '300Mi' });
const currency = grpcService('currencyservice', 7000, { PORT: '7000', DISABLE_PROFILER: '1' });
const payment = grpcService('paymentservice', 50051, { PORT: '50051', DISABLE_PROFILER: '1' });
const products = grpcService('productcatalogservice', 3550, { PORT: '3550', DISABLE_PROFILER: '1' });
const shipping = grpcService('shippingservice', 50051, { PORT: '50051', DISABLE_PROFILER: '1' });
const email = new HardenedDeployment(boutique, 'emailservice', {
  image: image('emailservice'),
  // Callers dial 5000. A waypoint sees that port, and the pods the other: neither is for the program to know.
  ports: [{ number: 8080, servicePort: 5000, appProtocol: AppProtocol.GRPC }],
  health: Health.grpc(),
  env: { PORT: '8080', DISABLE_PROFILER: '1' },
  resources: SMALL,
});
const redis = new HardenedDeployment(boutique, 'redis-cart', {
  image: REDIS,
  ports: [{ number: 6379, appProtocol: AppProtocol.REDIS }],
  health: Health.exec({ ready: ['redis-cli', '-e', 'ping'] }),
  writablePaths: [{ path: '/data', size: '256Mi' }],
  resources: { cpu: '70m', cpuLimit: '125m', memory: '256Mi' },
  replicas: 1,
});
const cart = grpcService('cartservice', 7070, { REDIS_ADDR: 'redis-cart:6379' }, { cpu: '200m', cpuLimit: '300m', memory: '128Mi' });
const recommendation = grpcService('recommendationservice', 8080, {
  PORT: '8080', PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550', DISABLE_PROFILER: '1',
}, { ...SMALL, memory: '450Mi' });
const checkout = grpcService('checkoutservice', 5050, {
  PORT: '5050',
  PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550',
  SHIPPING_SERVICE_ADDR: 'shippingservice:50051',
  PAYMENT_SERVICE_ADDR: 'paymentservice:50051',
  EMAIL_SERVICE_ADDR: 'emailservice:5000',
  CURRENCY_SERVICE_ADDR: 'currencyservice:7000',
  CART_SERVICE_ADDR: 'cartservice:7070',
});
const frontend = new HardenedDeployment(boutique, 'frontend', {
  image: image('frontend'),
  ports: [{ number: 8080, servicePort: 80 }],
  health: Health.http({ live: '/_healthz', ready: '/robots.txt', headers: { Cookie: 'shop_session-id=x-health-probe' } }),
  env: {
    PORT: '8080',
    PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550',
    CURRENCY_SERVICE_ADDR: 'currencyservice:7000',
    CART_SERVICE_ADDR: 'cartservice:7070',
    RECOMMENDATION_SERVICE_ADDR: 'recommendationservice:8080',
    SHIPPING_SERVICE_ADDR: 'shippingservice:50051',
    CHECKOUT_SERVICE_ADDR: 'checkoutservice:5050',
    AD_SERVICE_ADDR: 'adservice:9555',
    SHOPPING_ASSISTANT_SERVICE_ADDR: 'shoppingassistantservice:80',
    ENABLE_PROFILER: '0',
  },
  resources: SMALL,
});
const customers = new HardenedDeployment(boutique, 'loadgenerator', {
  image: image('loadgenerator'),
  env: { FRONTEND_ADDR: 'frontend:80', USERS: '10', RATE: '1' },
  initContainers: [{
    name: 'frontend-check',
    image: BUSYBOX,
    command: ['sh', '-c', 'until wget -q -O /dev/null "http://$FRONTEND_ADDR/"; do sleep 5; done'],
    env: { FRONTEND_ADDR: 'frontend:80' },
  }],
  resources: { cpu: '300m', cpuLimit: '500m', memory: '512Mi' },
  replicas: 1,
  waivers: [{ rule: 'probes-set', reason: 'Locust runs without its web interface: it listens on no port, and nobody waits for it to be ready.' }],
});

new ApiObject(boutique, 'prices', {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'partner-prices' },
  data: { 'live.txt': 'live', 'ready.txt': 'ready', 'prices.csv': 'product,price\nOLJCESPC7Z,19.99 USD\n' },
});
const prices = new HardenedDeployment(boutique, 'partner-prices', {
  image: BUSYBOX,
  command: ['httpd', '-f', '-p', '8080', '-h', '/www'],
  port: 8080,
  health: Health.http({ live: '/live.txt', ready: '/ready.txt' }),
  mounts: [Mount.configMap('/www', 'partner-prices')],
});

// Who calls whom, and for what. Whatever is not said here is refused: by the network, and by the mesh.

const methods = (service: string, ...names: string[]) => ({ grpcMethods: names.map(name => `hipstershop.${service}/${name}`) });

frontend.connections.allowTo(ads, methods('AdService', 'GetAds'));
frontend.connections.allowTo(cart, methods('CartService', 'GetCart', 'EmptyCart', 'AddItem'));
frontend.connections.allowTo(checkout, methods('CheckoutService', 'PlaceOrder'));
frontend.connections.allowTo(currency, methods('CurrencyService', 'GetSupportedCurrencies', 'Convert'));
frontend.connections.allowTo(products, methods('ProductCatalogService', 'ListProducts', 'GetProduct'));
frontend.connections.allowTo(recommendation, methods('RecommendationService', 'ListRecommendations'));
frontend.connections.allowTo(shipping, methods('ShippingService', 'GetQuote'));
checkout.connections.allowTo(cart, methods('CartService', 'GetCart', 'EmptyCart'));
checkout.connections.allowTo(currency, methods('CurrencyService', 'Convert'));
checkout.connections.allowTo(email, methods('EmailService', 'SendOrderConfirmation'));
checkout.connections.allowTo(payment, methods('PaymentService', 'Charge'));
checkout.connections.allowTo(products, methods('ProductCatalogService', 'GetProduct'));
checkout.connections.allowTo(shipping, methods('ShippingService', 'GetQuote', 'ShipOrder'));
recommendation.connections.allowTo(products, methods('ProductCatalogService', 'ListProducts'));
cart.connections.allowTo(redis);
customers.connections.allowTo(frontend);
payment.connections.allowTo(External.host('api.payments.example.com'), { port: 443 });

new SecureIngress(boutique, 'shop', {
  host: 'shop.example.com',
  tlsSecretName: 'shop-tls',
  workload: frontend,
  ingressClassName: 'traefik',
  controller: IngressController.pods('traefik', { 'app.kubernetes.io/name': 'traefik' }, { serviceAccount: 'traefik' }),
});

// Partners come by the gateway of the mesh, may read the one list, and bring a token of the shop's own issuer with each request.
new SecureGateway(boutique, 'partners', {
  api: GatewayApi.ISTIO,
  hosts: ['partners.example.com'],
  credentialName: 'partners-tls',
  gateway: IngressController.pods('istio-ingress', { istio: 'ingress' }, { serviceAccount: 'istio-ingress' }),
  workload: prices,
  paths: ['/prices.csv'],
  methods: ['GET'],
});
const LOGIN = { issuer: 'https://login.shop.example.com', jwksUri: 'https://login.shop.example.com/keys.json' };
new RequireJwt(boutique, 'partner-token', { workload: prices, audiences: ['partner-prices'], ...LOGIN });

new IstioMtlsMesh(chart, 'mesh', { dataPlane: IstioDataPlane.AMBIENT });
app.synth();
