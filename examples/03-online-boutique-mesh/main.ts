import {
  AppProtocol, ContainerResources, External, HardenedDeployment, Health, IngressController, IstioDataPlane, IstioMtlsMesh, KubernetesVersion, SecureApp,
  SecureChart, SecureIngress, SecureNamespace,
} from 'cdk8s-hardened';

/*
 * Online Boutique in a mesh: everybody is known by a certificate, and may call those methods alone that its program really calls. The shop
 * itself is that of the example before; here the calls are told more exactly, and payments go to a host outside.
 *
 * In ambient mode the services whose callers are told by method get a waypoint. With IstioDataPlane.SIDECAR in its place, the same program
 * writes the same shop for sidecars.
 */
const REGISTRY = 'us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo';
const OFFICIAL = 'docker.io/library';
/** What the registry has under the tag v0.10.6, image by image. */
const DIGESTS: { [image: string]: string } = {
  adservice: 'f580c4853e896dd2083f0c270c4b7aa5feda6dd56058a93b87d0c88334a4c07d',
  cartservice: 'b5c29ddb3238474ea8d1842f07004fedeeae47f660627ab111a613a681cd0356',
  checkoutservice: 'ab40699b6d9e45c9a93b5427008f327fbe912465361e2ff7a1a1be7111e36134',
  currencyservice: '7b2f3f804555c926861d67cd22c1b7c9e32d46b81cf1a64dd3089ae424d73be9',
  emailservice: '77fd45d411b3550cbd39e30bda83ed6ea23d87fd6e58e69cf9fa2808e003984d',
  frontend: 'c06df08eccd78568a37292cfbe889df42fac48691b7fb05f2deeba0ae8d669ef',
  loadgenerator: '9bed9dec88ae439b9c10e3689dee57201aad47c9abb9faf04add562481482421',
  paymentservice: '735b6d3255e2c74b0135a95cfc2337987e492f24e163c0bb9a853635876993c4',
  productcatalogservice: 'fb8568ecfc948717eb07746a6ce360fb8e5f906ae8a874cbad666891f0d21790',
  recommendationservice: '5d8321f2d24132889f654f75308e541b0626e6ae0cbacf81b170e5eb0921b415',
  shippingservice: '8527bafff8c8776e345f2dca0641f6e8595b053ce67f9a5af66f5a85d9eaca9d',
};
const image = (name: string) => `${REGISTRY}/${name}:v0.10.6@sha256:${DIGESTS[name]}`;
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
  image: `${OFFICIAL}/redis:8.2.3-alpine@sha256:08ad0b1d280850169a790dba1393ff7a90aef951fc19632cf4d3ce4f78e679ba`,
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
    image: `${OFFICIAL}/busybox:1.38.0@sha256:fd8d9aa63ba2f0982b5304e1ee8d3b90a210bc1ffb5314d980eb6962f1a9715d`,
    command: ['sh', '-c', 'until wget -q -O /dev/null "http://$FRONTEND_ADDR/"; do sleep 5; done'],
    env: { FRONTEND_ADDR: 'frontend:80' },
  }],
  resources: { cpu: '300m', cpuLimit: '500m', memory: '512Mi' },
  replicas: 1,
  waivers: [{ rule: 'probes-set', reason: 'Locust runs without its web interface: it listens on no port, and nobody waits for it to be ready.' }],
});

// Who calls whom, and for what. Whatever is not said here is refused: by the network, and by the mesh.

/** Methods of a service of the shop. */
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
// Redis speaks no HTTP: there the mesh knows the caller and the port.
cart.connections.allowTo(redis);
customers.connections.allowTo(frontend);
payment.connections.allowTo(External.host('api.payments.example.com'), { port: 443 });

new SecureIngress(boutique, 'shop', {
  host: 'shop.example.com',
  tlsSecretName: 'shop-tls',
  workload: frontend,
  ingressClassName: 'traefik',
  // Traefik is part of the mesh too: by this account it is known.
  controller: IngressController.pods('traefik', { 'app.kubernetes.io/name': 'traefik' }, { serviceAccount: 'traefik' }),
});

new IstioMtlsMesh(chart, 'mesh', { dataPlane: IstioDataPlane.AMBIENT });

app.synth();
