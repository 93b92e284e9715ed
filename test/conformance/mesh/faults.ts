import type { Manifest } from '../examples';

/** A mesh manifest that is broken, in a namespace of the app that it stands beside, and what must be said about it. */
export interface MeshFault {
  readonly name: string;
  readonly object: (namespace: string) => object;
  readonly found: RegExp;
}

function object(apiVersion: string, kind: string, spec: object, metadata: object = {}): MeshFault['object'] {
  return namespace => ({ apiVersion, kind, metadata: { name: 'broken', namespace, ...metadata }, spec });
}

const authorization = (spec: object) => object('security.istio.io/v1', 'AuthorizationPolicy', spec);
const peers = (spec: object) => object('security.istio.io/v1', 'PeerAuthentication', spec);
const tokens = (...jwtRules: object[]) => object('security.istio.io/v1', 'RequestAuthentication', { jwtRules });
const networking = (kind: string, spec: object) => object('networking.istio.io/v1', kind, spec);
const from = (source: object) => ({ rules: [{ from: [{ source }] }] });
const to = (operation: object) => ({ rules: [{ to: [{ operation }] }] });

/** What `istioctl analyze` finds, which sees all objects at once. */
export const ANALYZED: readonly MeshFault[] = [
  { name: 'a policy that selects nobody', found: /^IST0127 .*AuthorizationPolicy/, object: authorization({ selector: { matchLabels: { app: 'nobody' } } }) },
  { name: 'a caller in a namespace that does not exist', found: /^IST0101 .*namespace/i, object: authorization(from({ namespaces: ['nowhere'] })) },
  { name: 'a second Sidecar for a whole namespace', found: /^IST0111 /, object: networking('Sidecar', { egress: [{ hosts: ['./*'] }] }) },
  { name: 'a Sidecar that selects nobody', found: /^IST0101 .*Sidecar/, object: networking('Sidecar', { workloadSelector: { labels: { app: 'nobody' } } }) },
  {
    name: 'a route for a host that does not exist',
    found: /^IST0101 .*VirtualService/,
    object: networking('VirtualService', { hosts: ['nowhere'], http: [{ route: [{ destination: { host: 'nowhere' } }] }] }),
  },
  {
    name: 'a gateway with a secret that does not exist',
    found: /^IST0101 .*Gateway/,
    object: networking('Gateway', {
      selector: { istio: 'ingressgateway' },
      servers: [{ port: { number: 443, name: 'https', protocol: 'HTTPS' }, hosts: ['shop.example.com'], tls: { mode: 'SIMPLE', credentialName: 'nowhere' } }],
    }),
  },
  {
    name: 'TLS to outside whose certificate nobody checks',
    found: /^IST012[89] /,
    object: networking('DestinationRule', { host: 'api.example.com', trafficPolicy: { tls: { mode: 'SIMPLE' } } }),
  },
  {
    name: 'a Service whose port tells nothing of what is spoken on it',
    found: /^IST0118 /,
    object: object('v1', 'Service', { ports: [{ port: 80, name: 'port' }] }),
  },
  {
    name: 'a namespace with two ways to inject',
    found: /^IST0123 /,
    object: () => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'twice', labels: { 'istio-injection': 'enabled', 'istio.io/rev': 'stable' } } }),
  },
];

/** What the webhook refuses, which sees one object. */
export const VALIDATED: readonly MeshFault[] = [
  { name: 'a condition that does not exist', found: /unknown attribute/, object: authorization({ rules: [{ when: [{ key: 'source.labels', values: ['a'] }] }] }) },
  { name: 'an empty source', found: /`from.source` must not be empty/, object: authorization(from({})) },
  { name: 'a port that is a name', found: /bad port \(http\)/, object: authorization(to({ ports: ['http'] })) },
  { name: 'an address that is none', found: /bad IP address/, object: authorization(from({ ipBlocks: ['10.0.0.0.0'] })) },
  { name: 'a DENY without rules', found: /DENY action without `rules`/, object: authorization({ action: 'DENY' }) },
  { name: 'a template with a star alone', found: /invalid or unsupported path/i, object: authorization(to({ paths: ['/{*}/*'] })) },
  { name: 'an unknown field', found: /unknown field/, object: authorization({ rulez: [] }) },
  { name: 'keys of a token by another scheme', found: /scheme "ftp" is not supported/, object: tokens({ issuer: 'a', jwksUri: 'ftp://id.example/keys' }) },
  { name: 'modes of ports for everybody', found: /cannot have port level mTLS/, object: peers({ portLevelMtls: { 8080: { mode: 'PERMISSIVE' } } }) },
  { name: 'a host outside without a name', found: /must have at least one host/, object: networking('ServiceEntry', { hosts: [], ports: [], resolution: 'DNS' }) },
];

/** What the definitions refuse, in the API server. */
export const DEFINED: readonly MeshFault[] = [
  { name: 'an unknown field', found: /\.spec\.rulez: field not declared in schema/, object: authorization({ rulez: [] }) },
  { name: 'accounts beside principals', found: /Cannot set serviceAccounts with namespaces or principals/, object: authorization(from({ serviceAccounts: ['a'], principals: ['b'] })) },
  { name: 'seventeen accounts', found: /must have at most 16 items/, object: authorization(from({ serviceAccounts: Array.from({ length: 17 }, (_, i) => `a${i}`) })) },
  {
    name: 'a selector beside a target',
    found: /only one of targetRefs or selector can be set/,
    object: authorization({ selector: { matchLabels: { a: 'b' } }, targetRefs: [{ group: '', kind: 'Service', name: 'a' }] }),
  },
  { name: 'modes of ports for everybody', found: /portLevelMtls requires selector/, object: peers({ portLevelMtls: { 8080: { mode: 'PERMISSIVE' } } }) },
  { name: 'a mode that does not exist', found: /Unsupported value: "LAX"/, object: peers({ mtls: { mode: 'LAX' } }) },
  { name: 'keys of a token by another scheme', found: /url must have scheme/, object: tokens({ issuer: 'a', jwksUri: 'ftp://id.example/keys' }) },
  { name: 'any host outside', found: /hostname cannot be wildcard/, object: networking('ServiceEntry', { hosts: ['*'], ports: [{ number: 443, name: 'tls', protocol: 'TLS' }] }) },
  {
    name: 'a listener without a name',
    found: /omits all key fields \["name"\]/,
    object: object('gateway.networking.k8s.io/v1', 'Gateway', { gatewayClassName: 'istio-waypoint', listeners: [{ port: 15008, protocol: 'HBONE' }] }),
  },
];

/** The objects of an app, with one more. */
export function beside(objects: readonly Manifest[], { object: make }: MeshFault): { readonly all: Manifest[]; readonly broken: Manifest } {
  const { metadata } = objects.find(({ kind }) => kind === 'Namespace')!;
  const broken = make(metadata.name) as Manifest;
  return { all: [...objects, broken], broken };
}
