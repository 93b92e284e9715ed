import { App } from 'cdk8s';
import { gatewayPods } from './gateway-pods';
import { mesh, meshObjects, MeshedShop, shopOf, spec } from './meshed';
import { readAuthorizationPolicy } from './oracle/authorization-policy';
import { envoyMatches } from './oracle/envoy-rule';
import { readIdentity } from './oracle/identity';
import { AppProtocol, PortProtocol } from '../../src/kube/port';
import { EgressHost } from '../../src/mesh/egress-host';
import { EgressHostProps } from '../../src/mesh/egress-host-props';
import { IstioDataPlane } from '../../src/mesh/istio-data-plane';
import { IstioMtlsMeshProps } from '../../src/mesh/istio-mtls-mesh-props';
import { SecureNamespace } from '../../src/namespace/secure-namespace';
import { External } from '../../src/network/external';
import { Pods } from '../../src/network/pods';
import { differences } from '../network/exactness';
import { DeclaredFlow, End } from '../network/oracle/declared-flow';
import { DNS, findings, manifest, peer, pods, stockChart, tcp, workload } from '../network/shop';

const SIDECAR = { dataPlane: IstioDataPlane.SIDECAR };
const EGRESS = Pods.inNamespace('istio-egress', { istio: 'egress' }, { serviceAccount: 'istio-egress' });
const ISTIOD = { to: [pods('istio-system', { app: 'istiod' })], ports: [tcp(15012)] };
const PRIVATE = ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'];
const INTERNET = { ipBlock: { cidr: '0.0.0.0/0', except: PRIVATE } };
const WAYPOINT = { 'gateway.networking.k8s.io/gateway-name': 'egress-waypoint' };

interface Shop extends MeshedShop {
  readonly stripe: EgressHost;
}

/** The web calls one host outside by its gateway. */
function shopOut(props: Partial<EgressHostProps> = {}, meshProps?: Partial<IstioMtlsMeshProps>): Shop {
  const made = shopOf();
  const stripe = new EgressHost(made.namespace, 'stripe', { host: 'api.stripe.com', ...props });
  made.web.connections.allowTo(stripe);
  if (meshProps) { mesh(made.chart, meshProps); }
  return { ...made, stripe };
}

describe('in ambient mode', () => {
  test('a host is known behind a waypoint, which lets its callers there and nowhere else', () => {
    const { chart } = shopOut({}, {});
    expect(meshObjects(chart)).toEqual([
      'ServiceEntry shop/api.stripe.com', 'AuthorizationPolicy shop/api.stripe.com',
      'Gateway shop/egress-waypoint', 'AuthorizationPolicy shop/allow-nothing-egress-waypoint',
      'PeerAuthentication shop/default', 'Telemetry shop/access-log', 'AuthorizationPolicy shop/allow-nothing',
    ]);
    expect(spec(chart, 'ServiceEntry', 'api.stripe.com')).toEqual({
      exportTo: ['.'],
      hosts: ['api.stripe.com'],
      location: 'MESH_EXTERNAL',
      ports: [{ name: 'tls-443', number: 443, protocol: 'TLS' }],
      resolution: 'DNS',
    });
    expect(manifest(chart, 'ServiceEntry', 'api.stripe.com').metadata.labels['istio.io/use-waypoint']).toBe('egress-waypoint');
    expect(spec(chart, 'AuthorizationPolicy', 'api.stripe.com')).toEqual({
      action: 'ALLOW',
      rules: [{ from: [{ source: { serviceAccounts: ['shop/web'] } }], to: [{ operation: { ports: ['443'] } }] }],
      targetRefs: [{ group: 'networking.istio.io', kind: 'ServiceEntry', name: 'api.stripe.com' }],
    });
    expect(spec(chart, 'Gateway', 'egress-waypoint')).toEqual({ gatewayClassName: 'istio-waypoint', listeners: [{ name: 'mesh', port: 15008, protocol: 'HBONE' }] });
    expect(manifest(chart, 'Gateway', 'egress-waypoint').metadata.labels['istio.io/waypoint-for']).toBe('service');
    expect(spec(chart, 'AuthorizationPolicy', 'allow-nothing-egress-waypoint')).toEqual({
      targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'egress-waypoint' }],
    });
  });

  test('the callers reach the waypoint alone, and it alone the internet on the ports of its hosts', () => {
    const { chart, namespace, cart } = shopOut({}, {});
    cart.connections.allowTo(new EgressHost(namespace, 'mail', { host: 'smtp.example.com', port: 465 }));
    expect(spec(chart, 'NetworkPolicy', 'web').egress).toEqual([{ to: [pods('shop', WAYPOINT)], ports: [tcp(15008)] }, DNS]);
    expect(spec(chart, 'NetworkPolicy', 'egress-waypoint')).toEqual({
      podSelector: { matchLabels: WAYPOINT },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [peer('cart'), peer('web')], ports: [tcp(15008)] }],
      egress: [{ to: [INTERNET], ports: [tcp(443), tcp(465)] }, ISTIOD, DNS],
    });
  });

  test('the quota leaves room for the waypoint', () => {
    const cpu = (make: () => MeshedShop) => Number(spec(make().chart, 'ResourceQuota', 'quota').hard['limits.cpu']);
    const without = cpu(() => {
      const made = shopOf();
      mesh(made.chart);
      return made;
    });
    expect(cpu(() => shopOut({}, {}))).toBeGreaterThan(without);
  });

  test('callers of several namespaces share the host and its waypoint, and see it', () => {
    const { chart, stripe } = shopOut({ appProtocol: AppProtocol.HTTPS }, {});
    workload(new SecureNamespace(chart, 'bank'), 'teller').connections.allowTo(stripe, { port: 443 });
    expect(spec(chart, 'ServiceEntry', 'api.stripe.com')).toMatchObject({ exportTo: ['.', 'bank'], ports: [{ name: 'https-443', protocol: 'HTTPS' }] });
    expect(spec(chart, 'AuthorizationPolicy', 'api.stripe.com').rules[0].from).toEqual([{ source: { serviceAccounts: ['bank/teller', 'shop/web'] } }]);
    expect(spec(chart, 'NetworkPolicy', 'teller', 'bank').egress[0]).toEqual({ to: [pods('shop', WAYPOINT)], ports: [tcp(15008)] });
    expect(spec(chart, 'NetworkPolicy', 'egress-waypoint').ingress[0].from).toEqual([peer('teller', 'bank'), peer('web')]);
  });

  test('while plaintext is taken too, those reach the host who are no part of the mesh yet', () => {
    const made = shopOf({ asOf: '2030-01-01' });
    made.web.connections.allowTo(new EgressHost(made.namespace, 'stripe', { host: 'api.stripe.com' }));
    mesh(made.chart, { waivers: [{ rule: 'mesh-mtls-strict', reason: 'the shop joins', expires: '2030-02-01' }] });
    expect(spec(made.chart, 'NetworkPolicy', 'web').egress).toEqual([
      { to: [INTERNET], ports: [tcp(443)] }, { to: [pods('shop', WAYPOINT)], ports: [tcp(15008)] }, DNS,
    ]);
    expect(meshObjects(made.chart).filter(name => name.startsWith('AuthorizationPolicy'))).toEqual([]);
  });
});

describe('with sidecars', () => {
  test('the sidecars of the callers lead to the gateway, and the gateway to the host', () => {
    const { chart } = shopOut({ gateway: EGRESS, port: 8443 }, { ...SIDECAR, clusterDomain: 'corp.local' });
    expect(meshObjects(chart)).toEqual([
      'ServiceEntry shop/api.stripe.com', 'Gateway shop/stripe', 'VirtualService shop/stripe', 'Sidecar shop/web',
      'PeerAuthentication shop/default', 'Telemetry shop/access-log', 'AuthorizationPolicy shop/allow-nothing', 'Sidecar shop/default',
    ]);
    expect(spec(chart, 'ServiceEntry', 'api.stripe.com')).toMatchObject({ exportTo: ['.', 'istio-egress'], ports: [{ name: 'tls-8443', number: 8443, protocol: 'TLS' }] });
    expect(manifest(chart, 'ServiceEntry', 'api.stripe.com').metadata.labels['istio.io/use-waypoint']).toBe(undefined);
    expect(spec(chart, 'Gateway', 'stripe')).toEqual({
      selector: { istio: 'egress' },
      servers: [{ hosts: ['./api.stripe.com'], port: { name: 'tls', number: 443, protocol: 'TLS' }, tls: { mode: 'PASSTHROUGH' } }],
    });
    expect(spec(chart, 'VirtualService', 'stripe')).toEqual({
      exportTo: ['.', 'istio-egress'],
      gateways: ['mesh', 'shop/stripe'],
      hosts: ['api.stripe.com'],
      tls: [
        {
          match: [{ gateways: ['mesh'], port: 8443, sniHosts: ['api.stripe.com'] }],
          route: [{ destination: { host: 'istio-egress.istio-egress.svc.corp.local', port: { number: 443 } } }],
        },
        {
          match: [{ gateways: ['shop/stripe'], port: 443, sniHosts: ['api.stripe.com'] }],
          route: [{ destination: { host: 'api.stripe.com', port: { number: 8443 } } }],
        },
      ],
    });
    expect(spec(chart, 'Sidecar', 'web')).toEqual({
      egress: [{ hosts: ['istio-egress/istio-egress.istio-egress.svc.corp.local', 'shop/api.stripe.com'] }],
      outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
      workloadSelector: { labels: { 'app.kubernetes.io/instance': 'web' } },
    });
  });

  test('the callers reach the pods of the gateway alone, on their own port', () => {
    const { chart } = shopOut({ gateway: EGRESS, gatewayPort: 8443, gatewayService: 'egress' }, SIDECAR);
    expect(spec(chart, 'NetworkPolicy', 'web').egress).toEqual([
      { to: [pods('istio-egress', { istio: 'egress' })], ports: [tcp(8443)] }, ISTIOD, DNS,
    ]);
    expect(spec(chart, 'VirtualService', 'stripe').tls[0].route[0].destination.host).toBe('egress.istio-egress.svc.cluster.local');
  });
});

const open = (from: End, to: End, ...ports: number[]): DeclaredFlow[] => ports.map(port => ({ from, to, port, protocol: 'TCP' }));
const RESOLVES = (from: string): DeclaredFlow[] => ([
  { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } }, { namespace: 'kube-system', labels: { 'k8s-app': 'node-local-dns' } }, { cidr: '169.254.20.10/32' },
] as End[]).flatMap(to => (['UDP', 'TCP'] as const).map(protocol => ({ from, to, port: 53, protocol })));
const CONTROL = { namespace: 'istio-system', labels: { app: 'istiod' } };
const OUTSIDE = { cidr: '0.0.0.0/0', except: PRIVATE };
const waypointPods = gatewayPods('shop', 'egress-waypoint', WAYPOINT, 'egress-waypoint', []);

test.each<[sentence: string, props: Partial<EgressHostProps>, mesh: Partial<IstioMtlsMeshProps>, flows: DeclaredFlow[], made: any[]]>([
  ['a waypoint', {}, {}, [
    ...open('shop/web', 'shop/egress-waypoint', 15008), ...open('shop/egress-waypoint', OUTSIDE, 443), ...open('shop/egress-waypoint', CONTROL, 15012),
    ...RESOLVES('shop/egress-waypoint'), ...RESOLVES('shop/web'),
  ], [waypointPods]],
  ['an egress gateway', { gateway: EGRESS }, SIDECAR, [
    ...open('shop/web', { namespace: 'istio-egress', labels: { istio: 'egress' } }, 443),
    ...['shop/web', 'shop/cart', 'shop/store'].flatMap(from => [...open(from, CONTROL, 15012), ...RESOLVES(from)]),
  ], []],
])('with %s the network lets through what is declared and nothing else', (_, props, meshProps, flows, made) => {
  const { chart } = shopOut(props, meshProps);
  expect(differences([...chart.toJson(), ...made], ['shop'], flows, [])).toEqual([]);
});

test('the waypoint lets each caller to its own hosts, and nobody else anywhere', () => {
  const { chart, namespace, cart } = shopOut({}, {});
  cart.connections.allowTo(new EgressHost(namespace, 'mail', { host: 'smtp.example.com', port: 465 }));
  const policies = chart.toJson().filter(({ kind }) => kind === 'AuthorizationPolicy').map(json => readAuthorizationPolicy(json)!);
  const lets = (host: string, port: number, caller: string) => policies
    .filter(({ targetRefs }) => targetRefs.some(({ kind, name }) => kind === 'ServiceEntry' && name === host))
    .some(({ action, namespace: home, rules }) => rules.some(rule => envoyMatches(rule, { action, namespace: home, trustDomains: ['cluster.local'] }, {
      identity: readIdentity(`cluster.local/ns/${caller.split('/')[0]}/sa/${caller.split('/')[1]}`), port,
    })));
  const callers = ['shop/web', 'shop/cart', 'shop/store', 'shop/default', 'bank/web'];
  expect(callers.filter(caller => lets('api.stripe.com', 443, caller))).toEqual(['shop/web']);
  expect(callers.filter(caller => lets('smtp.example.com', 465, caller))).toEqual(['shop/cart']);
  expect(callers.filter(caller => lets('api.stripe.com', 465, caller) || lets('smtp.example.com', 443, caller))).toEqual([]);
});

test('nothing is found wrong with it, wherever the mesh stands in the program', () => {
  expect(findings(shopOut({}, {}).chart)).toEqual([]);
  expect(findings(shopOut({ gateway: EGRESS }, SIDECAR).chart)).toEqual([]);
});

type Wrong = [
  sentence: string, props: Partial<EgressHostProps>, mesh: Partial<IstioMtlsMeshProps> | undefined, more: (shop: Shop) => void, error: string,
];

test.each<Wrong>([
  ['no mesh', {}, undefined, () => {}, 'no gateway stands before api.stripe.com: expected an IstioMtlsMesh in the app, of which namespace "shop" is part'],
  ['a mesh of others', {}, { namespaces: ['bank'] }, ({ chart }) => { new SecureNamespace(chart, 'bank'); },
    '"web" calls api.stripe.com by a gateway, and is no part of the mesh: got "shop", expected a namespace of the mesh; make it part of the mesh'],
  ['sidecars without gateway', {}, SIDECAR, () => {},
    'gateway of EgressHost api.stripe.com does not fit the data plane of the mesh: got "sidecar", expected the pods of an egress gateway; pass them as gateway'],
  ['a gateway in ambient mode', { gateway: EGRESS }, {}, () => {},
    'gateway of EgressHost api.stripe.com does not fit the data plane of the mesh: got "ambient", expected none, since a waypoint stands before the host; leave it out'],
  ['bytes with sidecars', { gateway: EGRESS, appProtocol: AppProtocol.TCP }, SIDECAR, () => {},
    'connections to api.stripe.com name no host by which a gateway could tell them: got "TCP", expected TLS or HTTPS; have the caller speak TLS'],
  ['a way past the gateway', {}, {}, ({ cart }) => cart.connections.allowTo(External.host('api.stripe.com'), { port: 443 }),
    '"cart" calls api.stripe.com past the gateway that stands before it: expected one way out; allow its flow to the EgressHost, and not to External.host'],
  ['a workload with the name of the waypoint', {}, {}, ({ namespace }) => { workload(namespace, 'egress-waypoint'); },
    'NetworkPolicy "egress-waypoint" exists already in namespace "shop": got "shop/shop/stripe", expected another name than that of shop/shop/egress-waypoint'],
])('%s is an error at synthesis', (_, props, meshProps, more, error) => {
  const made = shopOut(props, meshProps);
  more(made);
  expect(() => App.of(made.chart).synthYaml()).toThrow(error);
});

test.each<[sentence: string, props: Partial<EgressHostProps>, error: string]>([
  ['an address', { host: '203.0.113.7' }, 'host of an EgressHost: got "203.0.113.7", expected a full name, such as api.example.com, and no wildcard; use External.cidr for addresses'],
  ['a wildcard', { host: '*.stripe.com' }, 'host of an EgressHost: got "*.stripe.com"'],
  ['a name without dot', { host: 'stripe' }, 'host of an EgressHost: got "stripe"'],
  ['a strange name', { host: 'api_1.stripe.com' }, 'host of an EgressHost: got "api_1.stripe.com", expected a DNS subdomain'],
  ['a name with dots', { name: 'api.stripe' }, 'name of an EgressHost: got "api.stripe", expected a DNS label'],
  ['no port', { port: 0 }, 'port of EgressHost "stripe": got 0'],
  ['HTTP in the clear', { appProtocol: AppProtocol.HTTP }, 'appProtocol of EgressHost "stripe": got "http", expected one of tls, https, tcp: what leaves the cluster is encrypted by the caller'],
  ['parts of a gateway', { gatewayPort: 8443 }, 'EgressHost "stripe" names parts of a gateway: got {"gatewayPort":8443}, expected its pods too; pass them as gateway'],
  ['pods without account', { gateway: Pods.inNamespace('edge', { app: 'x' }) }, 'gateway of EgressHost "stripe": got "pods in edge", expected pods with their service account'],
  ['addresses as gateway', { gateway: External.cidr('203.0.113.0/24') }, 'gateway of EgressHost "stripe": got "external 203.0.113.0/24"'],
  ['a Service with a strange name', { gateway: EGRESS, gatewayService: 'a.b' }, 'gatewayService of EgressHost "stripe": got "a.b"'],
])('%s is refused', (_, props, error) => {
  expect(() => shopOut(props)).toThrow(error);
});

test('a host is one in its namespace, and says the same everywhere', () => {
  const { chart, namespace } = shopOut();
  expect(() => new EgressHost(namespace, 'again', { host: 'api.stripe.com', port: 8443 })).toThrow(
    'two EgressHosts of namespace "shop" are one host: got "shop/shop/again", expected one, which is shop/shop/stripe; allow flows to that one');
  const bank = new SecureNamespace(chart, 'bank');
  expect(() => new EgressHost(bank, 'stripe', { host: 'api.stripe.com', appProtocol: AppProtocol.TCP })).toThrow(
    'two EgressHosts say what is spoken on port 443 of api.stripe.com: got "TCP", expected TLS, as shop/shop/stripe says; say the same in both');
  expect(new EgressHost(bank, 'other', { host: 'api.stripe.com', port: 8443, appProtocol: AppProtocol.TCP }).peer.description).toBe('host api.stripe.com behind an egress gateway');
});

test('a flow to it has its port, and no other', () => {
  const { cart, stripe } = shopOut();
  const error = 'flow to host api.stripe.com behind an egress gateway names another port: got ';
  expect(() => cart.connections.allowTo(stripe, { port: 80 })).toThrow(`${error}{"port":80}, expected 443, the port of this EgressHost; leave it out, or make an EgressHost for it`);
  expect(() => cart.connections.allowTo(stripe, { port: 443, endPort: 444 })).toThrow(error);
  expect(() => cart.connections.allowTo(stripe, { protocol: PortProtocol.UDP })).toThrow(error);
});

test('it needs a namespace of its own', () => {
  expect(() => new EgressHost(stockChart(), 'stripe', { host: 'api.stripe.com' })).toThrow('EgressHost "stripe" stands in no namespace');
});
