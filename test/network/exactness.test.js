"use strict";
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || (function () {
    var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function (o) {
            var ar = [];
            for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
            return ar;
        };
        return ownKeys(o);
    };
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        __setModuleDefault(result, mod);
        return result;
    };
})();
Object.defineProperty(exports, "__esModule", { value: true });
const fs = __importStar(require("fs"));
const path = __importStar(require("path"));
const fc = __importStar(require("fast-check"));
const yaml = __importStar(require("yaml"));
const exactness_1 = require("./exactness");
const faults_1 = require("./oracle/faults");
const random_graph_1 = require("./oracle/random-graph");
const shop_1 = require("./shop");
const cluster_dns_1 = require("../../src/kube/cluster-dns");
const external_1 = require("../../src/network/external");
const ingress_controller_1 = require("../../src/network/ingress-controller");
const secure_ingress_1 = require("../../src/network/secure-ingress");
const GRAPHS = 250;
const FAULTS = 200;
const SEED = 20_260_801;
test(`${GRAPHS} random apps open exactly what they declare, on each side, to each other, to decoys and to addresses`, () => {
    fc.assert(fc.property((0, random_graph_1.flowGraphs)(), graph => {
        expect((0, exactness_1.differences)((0, exactness_1.manifestsOf)(graph), graph.namespaces, graph.flows)).toEqual([]);
    }), { seed: SEED, numRuns: GRAPHS });
}, 120_000);
describe('Online Boutique', () => {
    const NAMESPACE = 'online-boutique';
    const EXPECTED = path.join(__dirname, '..', '..', 'examples', '02-online-boutique', 'expected.yaml');
    const manifests = yaml.parseAllDocuments(fs.readFileSync(EXPECTED, 'utf8')).map(document => document.toJS());
    /** Who calls whom, on which port of its pods, in the programs of the release. */
    const CALLS = [
        ['loadgenerator', 'frontend', 8080],
        ['frontend', 'adservice', 9555],
        ['frontend', 'cartservice', 7070],
        ['frontend', 'checkoutservice', 5050],
        ['frontend', 'currencyservice', 7000],
        ['frontend', 'productcatalogservice', 3550],
        ['frontend', 'recommendationservice', 8080],
        ['frontend', 'shippingservice', 50051],
        ['checkoutservice', 'cartservice', 7070],
        ['checkoutservice', 'currencyservice', 7000],
        ['checkoutservice', 'emailservice', 8080],
        ['checkoutservice', 'paymentservice', 50051],
        ['checkoutservice', 'productcatalogservice', 3550],
        ['checkoutservice', 'shippingservice', 50051],
        ['recommendationservice', 'productcatalogservice', 3550],
        ['cartservice', 'redis-cart', 6379],
    ];
    const flows = [
        ...CALLS.map(([from, to, port]) => ({ from: `${NAMESPACE}/${from}`, to: `${NAMESPACE}/${to}`, port, protocol: 'TCP' })),
        { from: { namespace: 'traefik', labels: { 'app.kubernetes.io/name': 'traefik' } }, to: `${NAMESPACE}/frontend`, port: 8080, protocol: 'TCP' },
    ];
    test('opens its 16 calls and the way in, and nothing else, on each side', () => {
        expect(CALLS).toHaveLength(16);
        expect((0, exactness_1.differences)(manifests, [NAMESPACE], flows)).toEqual([]);
    });
    test(`does not pass with any of ${FAULTS} faults in its policies`, () => {
        const faults = (0, faults_1.seededFaults)(manifests, SEED, FAULTS);
        expect(faults).toHaveLength(FAULTS);
        expect(faults.filter(fault => (0, exactness_1.differences)(fault.manifests, [NAMESPACE], flows).length === 0).map(({ kind, what }) => `${kind} ${what}`)).toEqual([]);
    }, 120_000);
});
test(`an app with flows of every kind does not pass with any of ${FAULTS} faults in its policies`, () => {
    const [graph] = fc.sample((0, random_graph_1.flowGraphs)().filter(({ workloads, flows }) => workloads.length > 8 && flows.length > 16), { seed: SEED, numRuns: 1 });
    const manifests = (0, exactness_1.manifestsOf)(graph);
    const faults = (0, faults_1.seededFaults)(manifests, SEED, FAULTS);
    expect((0, exactness_1.differences)(manifests, graph.namespaces, graph.flows)).toEqual([]);
    expect(faults).toHaveLength(FAULTS);
    expect(faults.filter(fault => (0, exactness_1.differences)(fault.manifests, graph.namespaces, graph.flows).length === 0).map(({ kind, what }) => `${kind} ${what}`)).toEqual([]);
}, 120_000);
test('the internet of a cluster with ranges of its own, a way in by address and a resolver on another port are exact too', () => {
    const { chart, namespace } = (0, shop_1.shop)({ ipv6: true, clusterCidrs: ['198.18.0.0/15', '2600:1f00::/40'], clusterDns: cluster_dns_1.ClusterDns.openshift() });
    const web = (0, shop_1.workload)(namespace, 'web');
    web.connections.allowTo(external_1.External.internet(), { port: 443 });
    web.connections.allowAmongReplicas();
    new secure_ingress_1.SecureIngress(namespace, 'in', {
        host: 'shop.example.com', tlsSecretName: 'tls', workload: web, ingressClassName: 'alb', controller: ingress_controller_1.IngressController.cloudLoadBalancer(['35.191.0.0/16']),
    });
    const resolver = { namespace: 'openshift-dns', labels: { 'dns.operator.openshift.io/daemonset-dns': 'default' } };
    const v4 = { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16', '198.18.0.0/15'] };
    const v6 = { cidr: '::/0', except: ['fc00::/7', 'fe80::/10', '2600:1f00::/40'] };
    const flows = [
        { from: 'shop/web', to: v4, port: 443, protocol: 'TCP' },
        { from: 'shop/web', to: v6, port: 443, protocol: 'TCP' },
        { from: { cidr: '35.191.0.0/16' }, to: 'shop/web', port: 8080, protocol: 'TCP' },
        { from: 'shop/web', to: 'shop/web', port: 8080, protocol: 'TCP' },
        { from: 'shop/web', to: resolver, port: 5353, protocol: 'UDP' },
        { from: 'shop/web', to: resolver, port: 5353, protocol: 'TCP' },
    ];
    expect((0, exactness_1.differences)(chart.toJson(), ['shop'], flows, [])).toEqual([]);
    expect((0, shop_1.manifest)(chart, 'NetworkPolicy', 'web').spec.egress).toHaveLength(3);
});
