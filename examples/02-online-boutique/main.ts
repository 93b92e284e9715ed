import {
  AppProtocol, ContainerResources, HardenedDeployment, Health, IngressController, KubernetesVersion, SecureApp, SecureChart, SecureIngress,
  SecureNamespace,
} from 'cdk8s-hardened';

/*
 * Online Boutique, the microservices demo of Google Cloud: a web shop of ten services with a Redis, and customers who never tire.
 * Images, ports, environment, limits and calls are those of its release. What makes it secure comes from the library.
 */
const REGISTRY = 'us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo';
const OFFICIAL = 'docker.io/library';
const RELEASE = 'v0.10.6';
const SMALL = { cpu: '100m', cpuLimit: '200m', memory: '128Mi' };

const app = new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36, trustedRegistries: [REGISTRY, OFFICIAL] });
const chart = new SecureChart(app, 'online-boutique');
const boutique = new SecureNamespace(chart, 'online-boutique');

/** A service that speaks gRPC and answers the gRPC health protocol, as eight of the ten do on the port of their Service. */
function grpcService(name: string, port: number, env: { [name: string]: string }, resources: ContainerResources = SMALL) {
  return new HardenedDeployment(boutique, name, {
    image: `${REGISTRY}/${name}:${RELEASE}`,
    ports: [{ number: port, appProtocol: AppProtocol.GRPC }],
    health: Health.grpc(),
    env,
    resources,
  });
}

// Those who call nobody.

const ads = grpcService('adservice', 9555, { PORT: '9555' }, { cpu: '200m', cpuLimit: '300m', memory: '300Mi' });
const currency = grpcService('currencyservice', 7000, { PORT: '7000', DISABLE_PROFILER: '1' });
const payment = grpcService('paymentservice', 50051, { PORT: '50051', DISABLE_PROFILER: '1' });
const products = grpcService('productcatalogservice', 3550, { PORT: '3550', DISABLE_PROFILER: '1' });
const shipping = grpcService('shippingservice', 50051, { PORT: '50051', DISABLE_PROFILER: '1' });

const email = new HardenedDeployment(boutique, 'emailservice', {
  image: `${REGISTRY}/emailservice:${RELEASE}`,
  // Callers dial 5000. A policy sees the pods' port, which is therefore what a flow names.
  ports: [{ number: 8080, servicePort: 5000, appProtocol: AppProtocol.GRPC }],
  health: Health.grpc(),
  env: { PORT: '8080', DISABLE_PROFILER: '1' },
  resources: SMALL,
});

const redis = new HardenedDeployment(boutique, 'redis-cart', {
  image: `${OFFICIAL}/redis:8.2-alpine`,
  ports: [{ number: 6379, appProtocol: AppProtocol.REDIS }],
  // While Redis loads its data it accepts connections and answers PING with an error, which -e makes a failure: alive, and not ready.
  health: Health.exec({ ready: ['redis-cli', '-e', 'ping'] }),
  writablePaths: [{ path: '/data', size: '256Mi' }],
  resources: { cpu: '70m', cpuLimit: '125m', memory: '256Mi' },
  // Two would be two stores, and a customer would find the cart in every other request.
  replicas: 1,
});

// Those who call others, by the names and ports of their Services.

const cart = grpcService('cartservice', 7070, { REDIS_ADDR: 'redis-cart:6379' }, { cpu: '200m', cpuLimit: '300m', memory: '128Mi' });

const recommendation = grpcService('recommendationservice', 8080, {
  PORT: '8080',
  PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550',
  DISABLE_PROFILER: '1',
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
  image: `${REGISTRY}/frontend:${RELEASE}`,
  ports: [{ number: 8080, servicePort: 80 }],
  // The frontend answers both paths by itself. Readiness asks for a fixed text and not for `/`, which needs the services behind it: were
  // one of them ill, every frontend would leave its Service, and customers would not even see an error page. With the cookie, probes open
  // no sessions.
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
    // The assistant is no part of this shop, but the program does not start without an address for it.
    SHOPPING_ASSISTANT_SERVICE_ADDR: 'shoppingassistantservice:80',
    ENABLE_PROFILER: '0',
  },
  resources: SMALL,
});

const customers = new HardenedDeployment(boutique, 'loadgenerator', {
  image: `${REGISTRY}/loadgenerator:${RELEASE}`,
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

// Who calls whom. Whatever is not said here stays closed, at both ends.

customers.connections.allowTo(frontend);
for (const service of [ads, cart, checkout, currency, products, recommendation, shipping]) { frontend.connections.allowTo(service); }
for (const service of [cart, currency, email, payment, products, shipping]) { checkout.connections.allowTo(service); }
recommendation.connections.allowTo(products);
cart.connections.allowTo(redis);

new SecureIngress(boutique, 'shop', {
  host: 'shop.example.com',
  tlsSecretName: 'shop-tls',
  workload: frontend,
  ingressClassName: 'traefik',
  controller: IngressController.pods('traefik', { 'app.kubernetes.io/name': 'traefik' }),
});

app.synth();
