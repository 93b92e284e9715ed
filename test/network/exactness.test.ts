import * as fs from 'fs';
import * as path from 'path';
import * as fc from 'fast-check';
import * as yaml from 'yaml';
import { differences, manifestsOf } from './exactness';
import { DeclaredFlow } from './oracle/declared-flow';
import { seededFaults } from './oracle/faults';
import { flowGraphs } from './oracle/random-graph';
import { manifest, shop, workload } from './shop';
import { ClusterDns } from '../../src/kube/cluster-dns';
import { External } from '../../src/network/external';
import { IngressController } from '../../src/network/ingress-controller';
import { SecureIngress } from '../../src/network/secure-ingress';

const GRAPHS = 250;
const FAULTS = 200;
const SEED = 20_260_801;

test(`${GRAPHS} random apps open exactly what they declare, on each side, to each other, to decoys and to addresses`, () => {
  fc.assert(fc.property(flowGraphs(), graph => {
    expect(differences(manifestsOf(graph), graph.namespaces, graph.flows)).toEqual([]);
  }), { seed: SEED, numRuns: GRAPHS });
}, 120_000);

describe('Online Boutique', () => {
  const NAMESPACE = 'online-boutique';
  const EXPECTED = path.join(__dirname, '..', '..', 'examples', '02-online-boutique', 'expected.yaml');
  const manifests: any[] = yaml.parseAllDocuments(fs.readFileSync(EXPECTED, 'utf8')).map(document => document.toJS());

  /** Who calls whom, on which port of its pods, in the programs of the release. */
  const CALLS: readonly (readonly [string, string, number])[] = [
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
  const flows: readonly DeclaredFlow[] = [
    ...CALLS.map(([from, to, port]): DeclaredFlow => ({ from: `${NAMESPACE}/${from}`, to: `${NAMESPACE}/${to}`, port, protocol: 'TCP' })),
    { from: { namespace: 'traefik', labels: { 'app.kubernetes.io/name': 'traefik' } }, to: `${NAMESPACE}/frontend`, port: 8080, protocol: 'TCP' },
  ];

  test('opens its 16 calls and the way in, and nothing else, on each side', () => {
    expect(CALLS).toHaveLength(16);
    expect(differences(manifests, [NAMESPACE], flows)).toEqual([]);
  });

  test(`does not pass with any of ${FAULTS} faults in its policies`, () => {
    const faults = seededFaults(manifests, SEED, FAULTS);
    expect(faults).toHaveLength(FAULTS);
    expect(faults.filter(fault => differences(fault.manifests, [NAMESPACE], flows).length === 0).map(({ kind, what }) => `${kind} ${what}`)).toEqual([]);
  }, 120_000);
});

test(`an app with flows of every kind does not pass with any of ${FAULTS} faults in its policies`, () => {
  const [graph] = fc.sample(flowGraphs().filter(({ workloads, flows }) => workloads.length > 8 && flows.length > 16), { seed: SEED, numRuns: 1 });
  const manifests = manifestsOf(graph);
  const faults = seededFaults(manifests, SEED, FAULTS);
  expect(differences(manifests, graph.namespaces, graph.flows)).toEqual([]);
  expect(faults).toHaveLength(FAULTS);
  expect(faults.filter(fault => differences(fault.manifests, graph.namespaces, graph.flows).length === 0).map(({ kind, what }) => `${kind} ${what}`)).toEqual([]);
}, 120_000);

test('the internet of a cluster with ranges of its own, a way in by address and a resolver on another port are exact too', () => {
  const { chart, namespace } = shop({ ipv6: true, clusterCidrs: ['198.18.0.0/15', '2600:1f00::/40'], clusterDns: ClusterDns.openshift() });
  const web = workload(namespace, 'web');
  web.connections.allowTo(External.internet(), { port: 443 });
  web.connections.allowAmongReplicas();
  new SecureIngress(namespace, 'in', {
    host: 'shop.example.com', tlsSecretName: 'tls', workload: web, ingressClassName: 'alb', controller: IngressController.cloudLoadBalancer(['35.191.0.0/16']),
  });
  const resolver = { namespace: 'openshift-dns', labels: { 'dns.operator.openshift.io/daemonset-dns': 'default' } };
  const v4 = { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16', '198.18.0.0/15'] };
  const v6 = { cidr: '::/0', except: ['fc00::/7', 'fe80::/10', '2600:1f00::/40'] };
  const flows: DeclaredFlow[] = [
    { from: 'shop/web', to: v4, port: 443, protocol: 'TCP' },
    { from: 'shop/web', to: v6, port: 443, protocol: 'TCP' },
    { from: { cidr: '35.191.0.0/16' }, to: 'shop/web', port: 8080, protocol: 'TCP' },
    { from: 'shop/web', to: 'shop/web', port: 8080, protocol: 'TCP' },
    { from: 'shop/web', to: resolver, port: 5353, protocol: 'UDP' },
    { from: 'shop/web', to: resolver, port: 5353, protocol: 'TCP' },
  ];
  expect(differences(chart.toJson(), ['shop'], flows, [])).toEqual([]);
  expect(manifest(chart, 'NetworkPolicy', 'web').spec.egress).toHaveLength(3);
});
