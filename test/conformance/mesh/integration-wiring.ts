import type { Literal } from './literals';

/** A workload of Istio's tests. */
export interface Instance {
  readonly id: string;
  readonly namespace: string;
  readonly prefix: string;
  readonly name: string;
  readonly address: string;
  /** As templates ask for it. */
  readonly addresses: readonly string[];
  readonly ports: Readonly<Record<string, number>>;
}

const PORTS = { http: 18080, http2: 18085, grpc: 17070, tcp: 19090 };

function instance(prefix: string, name: string, address: string, ports: Readonly<Record<string, number>> = PORTS): Instance {
  const namespace = prefix === 'istio-system' ? prefix : `${prefix}-1`;
  return { id: `${namespace}/${name}`, namespace, prefix, name, address, addresses: [address], ports };
}

export const A1 = instance('echo1', 'a', '10.1.0.1');
export const A2 = instance('echo2', 'a', '10.2.0.1');
const B1 = instance('echo1', 'b', '10.1.0.2');
const C1 = instance('echo1', 'c', '10.1.0.3');
const B2 = instance('echo2', 'b', '10.2.0.2');
const INGRESS = instance('istio-system', 'istio-ingressgateway', '10.9.0.1');
const EGRESS = instance('istio-system', 'istio-egressgateway', '10.9.0.2', { http: 443 });
const SYSTEM = { Name: 'istio-system' };

/** One test: which templates, from whom to whom. What it expects stands in Istio's source. */
export interface Wiring {
  readonly test: string;
  readonly templates: readonly { readonly file: string; readonly namespace?: string; readonly parameters?: Readonly<Record<string, unknown>> }[];
  /** Undefined for clients outside. */
  readonly from: readonly (Instance | undefined)[];
  readonly to: readonly Instance[];
  /** Where the rows name none. */
  readonly ports?: readonly string[];
  /** Rows where the test has no table of its own. */
  readonly rows?: readonly Record<string, Literal>[];
  /** Which proxy decides, if it is not that of the destination. */
  readonly gateway?: Instance;
  readonly grpcProviders?: readonly string[];
  readonly headers?: (row: Record<string, Literal>) => Record<string, string>;
  readonly isPlain?: (from: Instance) => boolean;
  readonly consenting?: (row: Record<string, Literal>, from: Instance) => readonly string[];
  readonly skips?: (row: Record<string, Literal>, from: Instance | undefined) => boolean;
}

const ALLOWED = { Allowed: A1 };
const DENIED = { Denied: A2 };
const MTLS = { file: 'mtls' };
const GLOBAL = { file: 'deny-global', namespace: SYSTEM.Name };
const BOTH = [A1, A2];
const NS1 = [B1, C1];
const JWT_SERVER = { JWTServer: { JwksURI: 'https://jwt.example/keys' }, SystemNamespace: SYSTEM };
const IS_ALLOWED = { name: 'allow' };
const ALL_PORTS = ['grpc', 'tcp', 'http', 'http2'];

/** What `headers.New().With("x-foo", "foo").Build()` makes. */
function withHeader({ headers }: Record<string, Literal>): Record<string, string> {
  const set = headers?.on;
  return set?.call?.endsWith('.With') ? { [set.arguments[0]]: set.arguments[1] } : {};
}

const custom = (provider: string): Wiring => ({
  test: 'TestAuthz_CustomServer',
  templates: [{ file: 'custom-provider', parameters: { Provider: { Name: provider } } }],
  from: BOTH,
  to: NS1,
  grpcProviders: ['grpc'],
  skips: ({ skip, ports }, from) => (skip !== undefined && from !== A1) || (provider === 'http' && ports.some(({ name }: Literal) => name === 'ports.TCP')),
  // The server says yes to a header, and where it sees none to the account "a" of the first namespace.
  consenting: ({ headers, ports }, from) => {
    const isBytes = ports.some(({ name }: Literal) => name === 'ports.TCP');
    return (isBytes ? from === A1 : headers?.call === 'allowHeaders') ? [provider] : [];
  },
});

export const WIRING: readonly Wiring[] = [
  { test: 'TestAuthz_Principal', templates: [MTLS, { file: 'allow-principal', parameters: ALLOWED }], from: BOTH, to: NS1 },
  { test: 'TestAuthz_ServiceAccount', templates: [MTLS, { file: 'allow-serviceaccount', parameters: ALLOWED }], from: BOTH, to: NS1 },
  { test: 'TestAuthz_TrustDomain', templates: [MTLS, { file: 'allow-trust-domain' }], from: BOTH, to: NS1 },
  { test: 'TestAuthz_DenyPrincipal', templates: [MTLS, GLOBAL, { file: 'deny-principal', parameters: DENIED }], from: BOTH, to: NS1 },
  { test: 'TestAuthz_Namespace', templates: [MTLS, { file: 'allow-namespace', parameters: ALLOWED }], from: BOTH, to: [...NS1, B2] },
  { test: 'TestAuthz_DenyNamespace', templates: [MTLS, GLOBAL, { file: 'deny-namespace', parameters: DENIED }], from: BOTH, to: [...NS1, B2] },
  {
    test: 'TestAuthz_NotNamespace', templates: [MTLS, { file: 'not-namespace', parameters: ALLOWED }], from: BOTH, to: NS1, ports: ALL_PORTS, rows: [{ allow: IS_ALLOWED }],
  },
  { test: 'TestAuthz_NotHost', templates: [{ file: 'not-host' }], from: [INGRESS], to: NS1, ports: ['http'] },
  { test: 'TestAuthz_NotMethod', templates: [{ file: 'not-method' }], from: [A1], to: [...NS1, B2] },
  { test: 'TestAuthz_NotPort', templates: [{ file: 'not-port' }], from: [A1], to: [...NS1, B2] },
  {
    test: 'TestAuthz_DenyPlaintext', templates: [{ file: 'plaintext', parameters: DENIED }], from: BOTH, to: NS1, ports: ALL_PORTS, rows: [{ allow: IS_ALLOWED }], isPlain: from => from === A2,
  },
  { test: 'TestAuthz_JWT', templates: [{ file: 'jwt', parameters: JWT_SERVER }], from: [A1], to: NS1, ports: ['http', 'http2'] },
  { test: 'TestAuthz_PathPrecedence', templates: [{ file: 'path-precedence' }], from: [A1], to: NS1, ports: ['http', 'http2'] },
  { test: 'TestAuthz_PathTemplating', templates: [{ file: 'path-templating' }], from: [A1], to: NS1, ports: ['http', 'http2'] },
  { test: 'TestAuthz_PathNormalization', templates: [{ file: 'path-normalization' }], from: [A1], to: NS1, ports: ['http'] },
  {
    test: 'TestAuthz_IngressGateway', templates: [{ file: 'ingress-gateway', parameters: { SystemNamespace: SYSTEM, GatewayIstioLabel: '' } }], from: [undefined], to: NS1, ports: ['http'], gateway: INGRESS,
  },
  {
    test: 'TestAuthz_EgressGateway',
    templates: [{
      file: 'egress-gateway',
      parameters: { ...ALLOWED, ...JWT_SERVER, From: A1, EgressGatewayIstioLabel: '', EgressGatewayServiceName: '', EgressGatewayServiceNamespace: '' },
    }],
    from: BOTH,
    to: NS1,
    ports: ['http'],
    gateway: EGRESS,
  },
  { test: 'TestAuthz_Conditions', templates: [MTLS, { file: 'conditions', parameters: { ...ALLOWED, ...DENIED } }], from: BOTH, to: NS1, ports: ['http'], headers: withHeader },
  custom('http'),
  custom('grpc'),
];

export function parametersOf(to: Instance): Record<string, unknown> {
  return { To: to };
}

/** The cluster of these tests: two namespaces with sidecars, and the gateways. */
export function manifestsOf(): any[] {
  const injected = (name: string) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { 'istio-injection': 'enabled' } } });
  return [
    ...['echo1-1', 'echo2-1'].map(injected),
    ...[A1, B1, C1, A2, B2].flatMap(({ namespace, name, ports }) => [
      workload(namespace, name, ports, { app: name }),
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { namespace, name },
        spec: { selector: { app: name }, ports: Object.entries(ports).map(([protocol, port]) => ({ name: protocol, port })) },
      },
    ]),
    ...[INGRESS, EGRESS].map(({ namespace, name, ports }) => workload(namespace, name, ports, { 'app': name, 'gateway.networking.k8s.io/gateway-name': name })),
  ];
}

function workload(namespace: string, name: string, ports: Readonly<Record<string, number>>, labels: object): any {
  const containers = [{ name: 'app', ports: Object.entries(ports).map(([port, containerPort]) => ({ name: port, containerPort })) }];
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { namespace, name }, spec: { template: { metadata: { labels }, spec: { serviceAccountName: name, containers } } } };
}
