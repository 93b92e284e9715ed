import { App } from 'cdk8s';
import { gatewayPods, madePods } from './gateway-pods';
import { mesh, meshObjects, MeshedShop, shopOf, spec } from './meshed';
import { Mesh } from './oracle/mesh';
import { decide, MeshRequest } from './oracle/oracle';
import { GatewayApi } from '../../src/mesh/gateway-api';
import { IstioDataPlane } from '../../src/mesh/istio-data-plane';
import { IstioMtlsMeshProps } from '../../src/mesh/istio-mtls-mesh-props';
import { IstioVersion } from '../../src/mesh/istio-version';
import { SecureGateway } from '../../src/mesh/secure-gateway';
import { SecureGatewayProps } from '../../src/mesh/secure-gateway-props';
import { External } from '../../src/network/external';
import { IngressController } from '../../src/network/ingress-controller';
import { Pods } from '../../src/network/pods';
import { differences } from '../network/exactness';
import { DeclaredFlow, End } from '../network/oracle/declared-flow';
import { DNS, findings, manifest, peer, pods, stockChart, tcp, workload } from '../network/shop';

const SIDECAR = { dataPlane: IstioDataPlane.SIDECAR };
const OWN = { api: GatewayApi.KUBERNETES, hosts: ['shop.example.com'], credentialName: 'shop-tls', clientCidrs: ['203.0.113.0/24'] };
const INGRESS = IngressController.pods('istio-ingress', { istio: 'ingress' }, { serviceAccount: 'istio-ingress' });
const THEIRS = { api: GatewayApi.ISTIO, hosts: ['shop.example.com'], credentialName: 'shop-tls', gateway: INGRESS };
const GATEWAY = { 'gateway.networking.k8s.io/gateway-name': 'public' };
const ISTIOD = { to: [pods('istio-system', { app: 'istiod' })], ports: [tcp(15012)] };

function shopBehind(props: Partial<SecureGatewayProps>, meshProps: Partial<IstioMtlsMeshProps> = {}): MeshedShop {
  const made = shopOf();
  new SecureGateway(made.chart, 'public', { workload: made.web, ...OWN, ...props });
  mesh(made.chart, meshProps);
  return made;
}

describe('in the words of Kubernetes', () => {
  test('a gateway has TLS and a redirect for each host, and its route leads to the workload', () => {
    const { chart } = shopBehind({ hosts: ['www.example.com', 'shop.example.com'] });
    const tls = { certificateRefs: [{ name: 'shop-tls' }], mode: 'Terminate' };
    expect(spec(chart, 'Gateway', 'public')).toEqual({
      gatewayClassName: 'istio',
      infrastructure: { parametersRef: { group: '', kind: 'ConfigMap', name: 'public.gateway' } },
      listeners: [
        { hostname: 'shop.example.com', name: 'https', port: 443, protocol: 'HTTPS', tls },
        { hostname: 'shop.example.com', name: 'http', port: 80, protocol: 'HTTP' },
        { hostname: 'www.example.com', name: 'https-2', port: 443, protocol: 'HTTPS', tls },
        { hostname: 'www.example.com', name: 'http-2', port: 80, protocol: 'HTTP' },
      ],
    });
    expect(spec(chart, 'HTTPRoute', 'public')).toEqual({
      hostnames: ['shop.example.com', 'www.example.com'],
      parentRefs: [{ name: 'public', sectionName: 'https' }, { name: 'public', sectionName: 'https-2' }],
      rules: [{ backendRefs: [{ name: 'web', port: 8080 }] }],
    });
    expect(spec(chart, 'HTTPRoute', 'public.redirect')).toEqual({
      hostnames: ['shop.example.com', 'www.example.com'],
      parentRefs: [{ name: 'public', sectionName: 'http' }, { name: 'public', sectionName: 'http-2' }],
      rules: [{ filters: [{ requestRedirect: { scheme: 'https', statusCode: 301 }, type: 'RequestRedirect' }] }],
    });
    expect(spec(chart, 'AuthorizationPolicy', 'public.gateway')).toEqual({
      action: 'ALLOW',
      rules: [{
        to: [
          { operation: { hosts: ['shop.example.com', 'shop.example.com:*', 'www.example.com', 'www.example.com:*'], ports: ['443'] } },
          { operation: { hosts: ['shop.example.com', 'shop.example.com:*', 'www.example.com', 'www.example.com:*'], ports: ['80'] } },
        ],
      }],
      targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'public' }],
    });
  });

  test('paths and methods limit the route, the gateway and what the workload takes from it', () => {
    const { chart } = shopBehind({ paths: ['/cart', '/api/*', '/*'], methods: ['GET'] }, SIDECAR);
    expect(spec(chart, 'HTTPRoute', 'public').rules).toEqual([{
      backendRefs: [{ name: 'web', port: 8080 }],
      matches: [{ path: { type: 'PathPrefix', value: '/' } }, { path: { type: 'PathPrefix', value: '/api' } }, { path: { type: 'Exact', value: '/cart' } }],
    }]);
    expect(spec(chart, 'AuthorizationPolicy', 'public.gateway').rules[0].to[0]).toEqual({
      operation: { hosts: ['shop.example.com', 'shop.example.com:*'], methods: ['GET'], paths: ['/*', '/api/*', '/cart'], ports: ['443'] },
    });
    expect(spec(chart, 'AuthorizationPolicy', 'web').rules).toEqual([{
      from: [{ source: { serviceAccounts: ['shop/public-istio'] } }], to: [{ operation: { methods: ['GET'], paths: ['/*', '/api/*', '/cart'], ports: ['8080'] } }],
    }]);
  });

  test('with sidecars its pods reach the pods of the workload, istiod and names, and are reached by the clients', () => {
    const { chart } = shopBehind({ acceptInternet: true }, SIDECAR);
    const PRIVATE = ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'];
    expect(spec(chart, 'NetworkPolicy', 'public.gateway')).toEqual({
      podSelector: { matchLabels: GATEWAY },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [{ ipBlock: { cidr: '0.0.0.0/0', except: PRIVATE } }, { ipBlock: { cidr: '203.0.113.0/24' } }], ports: [tcp(80), tcp(443)] }],
      egress: [{ to: [peer('web')], ports: [tcp(8080)] }, ISTIOD, DNS],
    });
    expect(spec(chart, 'NetworkPolicy', 'web').ingress).toEqual([{ from: [pods('shop', GATEWAY)], ports: [tcp(8080)] }]);
  });

  test('in ambient mode they reach them by the port of the mesh, or the waypoint where one stands before the workload', () => {
    const past = shopBehind({});
    expect(spec(past.chart, 'NetworkPolicy', 'public.gateway').egress).toEqual([{ to: [peer('web')], ports: [tcp(15008)] }, ISTIOD, DNS]);
    expect(manifest(past.chart, 'Service', 'web').metadata.labels['istio.io/ingress-use-waypoint']).toBe(undefined);
    const by = shopBehind({ methods: ['GET'] });
    expect(spec(by.chart, 'NetworkPolicy', 'public.gateway').egress).toEqual([
      { to: [pods('shop', { 'gateway.networking.k8s.io/gateway-name': 'waypoint' })], ports: [tcp(15008)] }, ISTIOD, DNS,
    ]);
    expect(manifest(by.chart, 'Service', 'web').metadata.labels).toMatchObject({ 'istio.io/ingress-use-waypoint': 'true', 'istio.io/use-waypoint': 'waypoint' });
  });

  test('istiod learns how to make pods that a restricted namespace admits, and a load balancer that knows the clients', () => {
    const { chart } = shopBehind({});
    expect(manifest(chart, 'ConfigMap', 'public.gateway').data).toEqual({
      deployment: 'spec:\n  replicas: 2\n  template:\n    spec:\n      securityContext:\n        seccompProfile:\n          type: RuntimeDefault\n',
      podDisruptionBudget: 'spec:\n  maxUnavailable: 1\n  unhealthyPodEvictionPolicy: AlwaysAllow\n',
      service: 'spec:\n  externalTrafficPolicy: Local\n  loadBalancerSourceRanges:\n    - 203.0.113.0/24\n',
    });
    const open = shopBehind({ acceptInternet: true });
    expect(manifest(open.chart, 'ConfigMap', 'public.gateway').data.service).toBe('spec:\n  externalTrafficPolicy: Local\n');
    const old = shopBehind({}, { istioVersion: IstioVersion.V1_25 });
    expect(manifest(old.chart, 'ConfigMap', 'public.gateway')).toBe(undefined);
    expect(spec(old.chart, 'Gateway', 'public').infrastructure).toBe(undefined);
  });

  test('the quota leaves room for its pods, its load balancer and the ports of that on nodes', () => {
    const hard = (gateways: number) => {
      const { chart, web } = shopOf();
      for (let i = 0; i < gateways; i++) { new SecureGateway(chart, `public-${i}`, { workload: web, ...OWN }); }
      mesh(chart);
      return spec(chart, 'ResourceQuota', 'quota').hard;
    };
    const [none, one, two] = [hard(0), hard(1), hard(2)];
    expect([none, one, two].map(each => [each['services.loadbalancers'], each['services.nodeports']])).toEqual([['0', '0'], ['1', '3'], ['2', '6']]);
    expect(Number(hard(20).pods)).toBeGreaterThan(Number(none.pods));
    expect(Number(two['limits.cpu'])).toBeGreaterThan(Number(one['limits.cpu']));
  });
});

describe('in the words of Istio', () => {
  test('a gateway on the pods of others has TLS 1.3 alone and a redirect, and only their namespace sees its route', () => {
    const { chart } = shopBehind({ ...THEIRS, clientCidrs: undefined, paths: ['/cart', '/api/*'], name: 'edge' }, { ...SIDECAR, clusterDomain: 'corp.local' });
    expect(spec(chart, 'Gateway', 'edge')).toEqual({
      selector: { istio: 'ingress' },
      servers: [
        { hosts: ['./shop.example.com'], port: { name: 'https', number: 443, protocol: 'HTTPS' }, tls: { credentialName: 'shop-tls', minProtocolVersion: 'TLSV1_3', mode: 'SIMPLE' } },
        { hosts: ['./shop.example.com'], port: { name: 'http', number: 80, protocol: 'HTTP' }, tls: { httpsRedirect: true } },
      ],
    });
    expect(spec(chart, 'VirtualService', 'edge')).toEqual({
      exportTo: ['istio-ingress'],
      gateways: ['shop/edge'],
      hosts: ['shop.example.com'],
      http: [{
        match: [{ uri: { prefix: '/api/' } }, { uri: { exact: '/cart' } }],
        route: [{ destination: { host: 'web.shop.svc.corp.local', port: { number: 8080 } } }],
      }],
    });
    expect(meshObjects(chart)).toEqual([
      'AuthorizationPolicy shop/web', 'PeerAuthentication shop/default', 'Telemetry shop/access-log', 'AuthorizationPolicy shop/allow-nothing',
      'Sidecar shop/default', 'Gateway shop/edge', 'VirtualService shop/edge',
    ]);
  });

  test('without paths every path leads to the workload', () => {
    const { chart } = shopBehind({ ...THEIRS, clientCidrs: undefined }, SIDECAR);
    expect(spec(chart, 'VirtualService', 'public').http).toEqual([{ route: [{ destination: { host: 'web.shop.svc.cluster.local', port: { number: 8080 } } }] }]);
  });

  test('one host on the same pods is taken once', () => {
    const { chart, web, cart } = shopOf();
    new SecureGateway(chart, 'public', { workload: web, ...THEIRS });
    expect(() => new SecureGateway(chart, 'other', { workload: cart, ...THEIRS })).toThrow(
      'two gateways answer for one host on the same pods: got "shop.example.com", expected one, which is shop/public; name the host in one of them');
    const elsewhere = IngressController.pods('edge', { istio: 'ingress' }, { serviceAccount: 'edge' });
    expect(new SecureGateway(chart, 'more', { workload: cart, ...THEIRS, gateway: elsewhere }).name).toBe('more');
  });
});

const HOST = { method: 'GET', path: '/', host: 'shop.example.com' };
const ASKED: Record<string, MeshRequest> = {
  'a client over TLS': { to: 'shop/public-istio', port: 443, http: HOST },
  'one that sends the port': { to: 'shop/public-istio', port: 443, http: { ...HOST, host: 'shop.example.com:443' } },
  'one that is to be redirected': { to: 'shop/public-istio', port: 80, http: HOST },
  'one for another host': { to: 'shop/public-istio', port: 443, http: { ...HOST, host: 'admin.example.com' } },
  'one for a host that begins so': { to: 'shop/public-istio', port: 443, http: { ...HOST, host: 'shop.example.com.evil.example' } },
  'one on another port': { to: 'shop/public-istio', port: 15021, http: HOST },
  'the gateway': { from: 'shop/public-istio', to: 'shop/web', port: 8080, http: HOST },
  'the gateway with another method': { from: 'shop/public-istio', to: 'shop/web', port: 8080, http: { ...HOST, method: 'DELETE' } },
  'the gateway past the Service': { from: 'shop/public-istio', direct: true, to: 'shop/web', port: 8080, http: HOST },
  'the gateway to another': { from: 'shop/public-istio', to: 'shop/cart', port: 7070, http: HOST },
  'the same account elsewhere': { identity: 'cluster.local/ns/other/sa/public-istio', to: 'shop/web', port: 8080, http: HOST },
  'somebody of the shop': { from: 'shop/cart', to: 'shop/web', port: 8080, http: HOST },
  'somebody outside': { to: 'shop/web', port: 8080, http: HOST },
};
const CLIENTS = ['a client over TLS', 'one that sends the port', 'one that is to be redirected'];

test.each<[sentence: string, mesh: Partial<IstioMtlsMeshProps>, props: Partial<SecureGatewayProps>, allowed: string[]]>([
  ['sidecars', SIDECAR, {}, [...CLIENTS, 'the gateway', 'the gateway with another method', 'the gateway past the Service']],
  ['sidecars and methods', SIDECAR, { methods: ['GET'] }, [...CLIENTS, 'the gateway', 'the gateway past the Service']],
  ['ambient', {}, {}, [...CLIENTS, 'the gateway', 'the gateway with another method', 'the gateway past the Service']],
  ['a waypoint', {}, { methods: ['GET'] }, [...CLIENTS, 'the gateway']],
])('with %s the mesh lets through what is declared and nothing else', (_, meshProps, props, allowed) => {
  const { chart } = shopBehind(props, meshProps);
  const oracle = Mesh.of([...chart.toJson(), madePods('public')]);
  const asked = Object.keys(ASKED).filter(question => decide(oracle, { sourceAddress: '203.0.113.7', ...ASKED[question] }).allowed);
  expect(asked).toEqual(allowed);
});

const RESOLVES = (from: string): DeclaredFlow[] => ([
  { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } }, { namespace: 'kube-system', labels: { 'k8s-app': 'node-local-dns' } }, { cidr: '169.254.20.10/32' },
] as End[]).flatMap(to => (['UDP', 'TCP'] as const).map(protocol => ({ from, to, port: 53, protocol })));
const open = (from: End, to: End, ...ports: number[]): DeclaredFlow[] => ports.map(port => ({ from, to, port, protocol: 'TCP' }));
const CONTROL = { namespace: 'istio-system', labels: { app: 'istiod' } };
const WORKLOADS = ['shop/web', 'shop/cart', 'shop/store'];

test.each<[sentence: string, mesh: Partial<IstioMtlsMeshProps>, props: Partial<SecureGatewayProps>, flows: DeclaredFlow[], made: any[]]>([
  ['sidecars', SIDECAR, {}, [...open('shop/public-istio', 'shop/web', 8080), ...WORKLOADS.flatMap(from => [...open(from, CONTROL, 15012), ...RESOLVES(from)])], []],
  ['ambient', {}, {}, open('shop/public-istio', 'shop/web', 15008), []],
  ['a waypoint', {}, { methods: ['GET'] },
    [...open('shop/public-istio', 'shop/waypoint', 15008), ...open('shop/waypoint', 'shop/web', 15008), ...open('shop/waypoint', CONTROL, 15012), ...RESOLVES('shop/waypoint')],
    [gatewayPods('shop', 'waypoint', { 'gateway.networking.k8s.io/gateway-name': 'waypoint' }, 'waypoint', [])]],
])('with %s the network lets through what is declared and nothing else', (_, meshProps, props, flows, made) => {
  const { chart } = shopBehind(props, meshProps);
  const all = [
    ...open({ cidr: '203.0.113.0/24' }, 'shop/public-istio', 443, 80), ...open('shop/public-istio', CONTROL, 15012), ...RESOLVES('shop/public-istio'), ...flows,
  ];
  expect(differences([...chart.toJson(), madePods('public'), ...made], ['shop'], all, [])).toEqual([]);
});

test('a gateway of others is let in by its account, and goes through the waypoint', () => {
  const { chart } = shopBehind({ ...THEIRS, clientCidrs: undefined, methods: ['GET'] });
  const oracle = Mesh.of([
    ...chart.toJson(), gatewayPods('istio-ingress', 'edge', { 'istio': 'ingress', 'gateway.networking.k8s.io/gateway-name': 'edge' }, 'istio-ingress', [8443]),
  ]);
  const ask = (method: string) => decide(oracle, { from: 'istio-ingress/edge', to: 'shop/web', port: 8080, http: { ...HOST, method } }).why;
  expect([ask('GET'), ask('PUT')]).toEqual(['waypoint waypoint: ALLOW shop/web.waypoint; ztunnel: ALLOW shop/web', 'waypoint waypoint: no ALLOW is for it']);
});

test('nothing is found wrong with a gateway that stands before its mesh', () => {
  expect(findings(shopBehind({}).chart)).toEqual([]);
  expect(findings(shopBehind({ methods: ['GET'] }, SIDECAR).chart)).toEqual([]);
});

test('without a mesh there is no gateway', () => {
  const { chart, web } = shopOf();
  new SecureGateway(chart, 'public', { workload: web, ...OWN });
  new SecureGateway(chart, 'edge', { workload: web, ...THEIRS });
  expect(() => App.of(chart).synthYaml()).toThrow('no mesh carries the requests of gateway "edge" to "web"');
  expect(() => App.of(chart).synthYaml()).toThrow('no mesh carries the requests of gateway "public" to "web": expected an IstioMtlsMesh in the app, of which namespace "shop" is part; make the mesh part of the app, or take this out of it');
});

test('pods of a gateway have no name of a workload', () => {
  const { chart, namespace } = shopBehind({});
  workload(namespace, 'public-istio');
  expect(() => App.of(chart).synthYaml()).toThrow('pods of gateway "public" have the name of a workload: got "public-istio", expected a name for each; give one of the two another name');
});

const { clientCidrs: _none, ...CLOSED } = OWN;

test.each<[sentence: string, props: Partial<SecureGatewayProps>, error: string]>([
  ['no host', { hosts: [] }, 'hosts of gateway "public": got 0, expected 1 to 32 hosts'],
  ['any host', { hosts: ['*'] }, 'host of gateway "public": got "*", expected the full name of a host: no wildcard'],
  ['a wildcard', { hosts: ['*.example.com'] }, 'host of gateway "public": got "*.example.com", expected the full name of a host'],
  ['an address', { hosts: ['203.0.113.7'] }, 'host of gateway "public": got "203.0.113.7", expected the full name of a host'],
  ['a name without dot', { hosts: ['shop'] }, 'host of gateway "public": got "shop"'],
  ['capital letters', { hosts: ['Shop.example.com'] }, 'host of gateway "public": got "Shop.example.com", expected a DNS subdomain'],
  ['too many hosts', { hosts: Array.from({ length: 33 }, (_, i) => `h${i}.example.com`) }, 'hosts of gateway "public": got 33, expected 1 to 32 hosts'],
  ['too many paths', { paths: Array.from({ length: 65 }, (_, i) => `/p${i}`) }, 'paths of gateway "public": got 65, expected at most 64'],
  ['a path that is not plain', { paths: ['/a/../b'] }, 'path of a flow is not plain'],
  ['no API', { api: 'ingress' as any }, 'api of gateway "public": got "ingress", expected one of istio, kubernetes'],
  ['no clients', { clientCidrs: undefined }, 'clients of gateway "public": got [], expected addresses from which they come; name them with clientCidrs, or say acceptInternet: true for every public address'],
  ['every address', { clientCidrs: ['0.0.0.0/0'] }, 'clients of gateway "public": got "0.0.0.0/0"'],
  ['pods beside its own', { gateway: INGRESS }, 'gateway "public" names pods, and istiod makes its pods: got "ingress controller in istio-ingress", expected none with GatewayApi.KUBERNETES'],
  ['clients of pods of others', { ...THEIRS }, 'gateway "public" says who its clients are, and somebody else runs its pods: got {"clientCidrs":["203.0.113.0/24"]}, expected neither of them'],
  ['pods of others that nobody names', { ...THEIRS, clientCidrs: undefined, gateway: undefined }, 'pods of gateway "public": got undefined, expected pods with their service account'],
  ['pods without account', { ...THEIRS, clientCidrs: undefined, gateway: Pods.inNamespace('edge', { app: 'x' }) }, 'pods of gateway "public": got "pods in edge"'],
  ['addresses as gateway', { ...THEIRS, clientCidrs: undefined, gateway: External.cidr('203.0.113.0/24') }, 'pods of gateway "public": got "external 203.0.113.0/24"'],
  ['a long name', { name: 'x'.repeat(58) }, 'name of a gateway: got "'],
  ['a workload of nobody', { workload: External.internet() }, 'gateway "public" leads to the internet: expected a workload of this app; pass the workload as workload'],
  ['a port of nobody', { port: 9090 }, 'gateway "public" needs one port of "web": got 9090, expected 8080; name the port on which its main container listens, and say what is spoken on it'],
  ['a Secret with a strange name', { credentialName: 'a/b' }, 'credentialName of gateway "public": got "a/b"'],
])('%s is refused', (_, props, error) => {
  const { chart, web } = shopOf();
  expect(() => new SecureGateway(chart, 'public', { workload: web, ...OWN, ...props })).toThrow(error);
});

test('a workload on which no HTTP is spoken, or of another app, is refused', () => {
  const { chart, store } = shopOf();
  expect(() => new SecureGateway(chart, 'public', { workload: store, ...CLOSED, acceptInternet: true })).toThrow(
    'gateway "public" needs one port of "store": got undefined, expected a port of its Service with appProtocol http or kubernetes.io/h2c or grpc or kubernetes.io/ws');
  const { web } = shopOf();
  expect(() => new SecureGateway(stockChart(), 'public', { workload: web, ...OWN })).toThrow('flow names workload "web" of another app');
});
