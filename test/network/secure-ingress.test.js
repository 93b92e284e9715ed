"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const shop_1 = require("./shop");
const port_1 = require("../../src/kube/port");
const external_1 = require("../../src/network/external");
const ingress_controller_1 = require("../../src/network/ingress-controller");
const secure_ingress_1 = require("../../src/network/secure-ingress");
const health_1 = require("../../src/workload/health");
const CONTROLLER = ingress_controller_1.IngressController.pods('nginx', { app: 'nginx' });
function ingress(props = {}, ofWorkload = {}) {
    const { chart, namespace } = (0, shop_1.shop)();
    const web = (0, shop_1.workload)(namespace, 'web', ofWorkload);
    new secure_ingress_1.SecureIngress(namespace, 'shop-web', {
        host: 'shop.example.com', tlsSecretName: 'shop-tls', workload: web, controller: CONTROLLER, ingressClassName: 'nginx', ...props,
    });
    return chart;
}
test('opens a host over TLS alone, and its pods to the controller alone', () => {
    const chart = ingress();
    expect((0, shop_1.manifest)(chart, 'Ingress', 'shop-web')).toEqual({
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: { name: 'shop-web', namespace: 'shop', labels: { 'app.kubernetes.io/managed-by': 'cdk8s' } },
        spec: {
            ingressClassName: 'nginx',
            rules: [{ host: 'shop.example.com', http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { name: 'http' } } } }] } }],
            tls: [{ hosts: ['shop.example.com'], secretName: 'shop-tls' }],
        },
    });
    expect((0, shop_1.manifest)(chart, 'NetworkPolicy', 'web').spec).toEqual({
        podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'web' } },
        policyTypes: ['Ingress', 'Egress'],
        ingress: [{ from: [(0, shop_1.pods)('nginx', { app: 'nginx' })], ports: [(0, shop_1.tcp)(8080)] }],
    });
});
test('leads to the pod\'s port through the Service, whatever the Service calls it', () => {
    const chart = ingress({ port: 8443, path: '/api' }, { ports: [{ number: 8080, name: 'web' }, { number: 8443, name: 'api', servicePort: 443 }] });
    expect((0, shop_1.manifest)(chart, 'Ingress', 'shop-web').spec.rules[0].http.paths).toEqual([
        { path: '/api', pathType: 'Prefix', backend: { service: { name: 'web', port: { name: 'api' } } } },
    ]);
    expect((0, shop_1.manifest)(chart, 'NetworkPolicy', 'web').spec.ingress[0].ports).toEqual([(0, shop_1.tcp)(8443)]);
});
test('a load balancer that sends to pods directly, and a controller on the host network, come by address', () => {
    const from = (controller) => (0, shop_1.manifest)(ingress({ controller }), 'NetworkPolicy', 'web').spec.ingress[0].from;
    expect(from(ingress_controller_1.IngressController.cloudLoadBalancer(['35.191.0.0/16']))).toEqual([{ ipBlock: { cidr: '35.191.0.0/16' } }]);
    expect(from(ingress_controller_1.IngressController.hostNetwork(['192.0.2.0/24']))).toEqual([{ ipBlock: { cidr: '192.0.2.0/24' } }]);
});
const SIDECAR = { name: 'exporter', image: 'registry.example.com/exporter:1', ports: [{ number: 9100, name: 'export' }], health: health_1.Health.tcp() };
test('takes the only port that the Service leads to over TCP', () => {
    const chart = ingress({}, { ports: [{ number: 8080, name: 'web' }, { number: 8080, name: 'quic', protocol: port_1.PortProtocol.UDP }], sidecars: [SIDECAR] });
    expect((0, shop_1.manifest)(chart, 'Ingress', 'shop-web').spec.rules[0].http.paths[0].backend.service.port).toEqual({ name: 'web' });
});
test.each([
    ['a port that is not there', { port: 80 }, {}, 'ingress to "web" needs one port: got 80, expected 8080; name the port on which its main container listens'],
    ['several ports and none named', {}, { ports: [{ number: 8080, name: 'a' }, { number: 8081, name: 'b' }] },
        'ingress to "web" needs one port: got undefined, expected 8080 or 8081; name the port on which its main container listens'],
    ['a workload without a port', {}, { ports: [] },
        'ingress to "web" needs one port: got undefined, expected a workload whose Service has a TCP port; name the port on which its main container listens'],
    ['a port of a sidecar, to which no Service leads', { port: 9100 }, { sidecars: [SIDECAR] },
        'ingress to "web" needs one port: got 9100, expected 8080; name the port on which its main container listens'],
    ['a workload with a sidecar\'s port alone', {}, { ports: [], sidecars: [SIDECAR] },
        'ingress to "web" needs one port: got undefined, expected a workload whose Service has a TCP port; name the port on which its main container listens'],
    ['a port over UDP', { port: 5353 }, { ports: [{ number: 5353, protocol: port_1.PortProtocol.UDP }] },
        'ingress to "web" needs one port: got 5353, expected a workload whose Service has a TCP port; name the port on which its main container listens'],
])('%s is refused', (_, props, ofWorkload, message) => {
    expect(() => ingress(props, ofWorkload)).toThrow(new Error(message));
});
test.each([
    ['a destination that is no workload of the app', { workload: external_1.External.internet() },
        'ingress "shop-web" leads to the internet: expected a workload of this app; pass the workload as workload'],
    ['a controller of whatever address', { controller: external_1.KubeApi.webhookCaller() },
        'ingress "shop-web" is carried by the API server, from whatever address it calls: expected whoever carries the traffic; '
            + 'pass IngressController.pods(…), .hostNetwork(…) or .cloudLoadBalancer(…) as controller'],
    ['a wildcard', { host: '*.example.com' }, 'host of an ingress is a wildcard: got "*.example.com", expected one host; make an ingress for each host'],
    ['every host', { host: '*' }, 'host of an ingress is a wildcard: got "*", expected one host; make an ingress for each host'],
    ['an address', { host: '192.0.2.1' },
        'host of an ingress is an address: got "192.0.2.1", expected the name of a host; name the host that its certificate names'],
    ['no host', { host: '' },
        'host of an ingress: got "", expected a DNS subdomain: lower-case letters, digits, inner hyphens and dots, at most 253; choose another name'],
    ['a host with a port', { host: 'shop.example.com:443' },
        'host of an ingress: got "shop.example.com:443", expected a DNS subdomain: lower-case letters, digits, inner hyphens and dots, at most 253; choose another name'],
    ['a Secret that is none', { tlsSecretName: 'TLS' },
        'tlsSecretName: got "TLS", expected a DNS subdomain: lower-case letters, digits, inner hyphens and dots, at most 253; choose another name'],
    ['a class that is none', { ingressClassName: 'a b' },
        'ingressClassName: got "a b", expected a DNS subdomain: lower-case letters, digits, inner hyphens and dots, at most 253; choose another name'],
    ...['api', '', '/a//b', '/a/../b', '/a/.', '/a%2Fb'].map((path) => [`the path "${path}"`, { path },
        `path of an ingress: got "${path}", expected a path from / on, without //, /., /.. or %2f; write it like /api`]),
])('%s is refused', (_, props, message) => {
    expect(() => ingress(props)).toThrow(new Error(message));
});
test('an id that cannot be its name is refused', () => {
    const { namespace } = (0, shop_1.shop)();
    expect(() => new secure_ingress_1.SecureIngress(namespace, 'Shop', {
        host: 'shop.example.com', tlsSecretName: 'tls', workload: (0, shop_1.workload)(namespace, 'web'), controller: CONTROLLER, ingressClassName: 'nginx',
    })).toThrow('name of the ingress: got "Shop", expected a DNS label');
});
