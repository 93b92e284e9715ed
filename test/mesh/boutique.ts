import * as fs from 'fs';
import * as path from 'path';
import * as yaml from 'yaml';
import { Mesh } from './oracle/mesh';
import { decide, MeshRequest } from './oracle/oracle';

/*
 * Who may call what in the example of the boutique in a mesh. `boutique.tsv` is written by hand, from what the programs of the shop really call; nothing
 * of it is read from the example.
 */

const SHOP = 'boutique';
/** The ports on which the pods listen. */
const PORTS: Readonly<Record<string, number>> = {
  'adservice': 9555,
  'cartservice': 7070,
  'checkoutservice': 5050,
  'currencyservice': 7000,
  'emailservice': 8080,
  'frontend': 8080,
  'partner-prices': 8080,
  'paymentservice': 50051,
  'productcatalogservice': 3550,
  'recommendationservice': 8080,
  'redis-cart': 6379,
  'shippingservice': 50051,
};
const WITHOUT_HTTP = 'redis-cart';

interface Call {
  readonly from: string;
  readonly to: string;
  readonly methods: readonly string[];
}

const calls: readonly Call[] = fs.readFileSync(path.join(__dirname, 'boutique.tsv'), 'utf8').trim().split('\n').slice(1)
  .map(row => row.split('\t')).map(([from, to, methods]) => ({ from, to, methods: methods.split(' ') }));

const METHODS = [...new Set(calls.flatMap(({ methods }) => methods)), 'hipstershop.CartService/DropAll', 'grpc.health.v1.Health/Check'].filter(each => each !== '*');

/** Who asks: a workload of the shop, or somebody outside by the name of an account. */
const WORKLOADS = [...Object.keys(PORTS), 'loadgenerator'];
const STRANGERS = ['elsewhere/sa/frontend', 'boutique/sa/default', 'traefik/sa/other', 'istio-ingress/sa/istio-ingress'];

/**
 * Every question whose answer is another than the table says: `frontend > cartservice a.B/C: allowed`. Without limits a caller may call whatever
 * the service has.
 */
export function boutiqueDifferences(manifests: string, hasLimits = true): string[] {
  const mesh = Mesh.of(yaml.parseAllDocuments(manifests).map(document => document.toJS()).filter(Boolean));
  return Object.entries(PORTS).filter(([to]) => to !== 'partner-prices').flatMap(([to, port]) => {
    const askers: [string, Pick<MeshRequest, 'from' | 'identity' | 'plaintext'>][] = [
      ...WORKLOADS.map((from): [string, Pick<MeshRequest, 'from'>] => [from, { from: `${SHOP}/${from}` }]),
      ...STRANGERS.map((who): [string, Pick<MeshRequest, 'identity'>] => [who, { identity: `cluster.local/ns/${who}` }]),
      ['traefik', { identity: 'cluster.local/ns/traefik/sa/traefik' }],
      ['around its proxy', { from: `${SHOP}/frontend`, plaintext: true }],
      ['nobody', {}],
    ];
    const requests = to === WITHOUT_HTTP ? [undefined] : [...METHODS, undefined];
    return askers.flatMap(([who, as]) => requests.flatMap(method => {
      const http = method === undefined ? to === WITHOUT_HTTP ? {} : { http: { method: 'GET', path: '/', host: to } } : { http: { method: 'POST', path: `/${method}`, host: to } };
      // Traefik dials pods by their addresses, and everybody else the Service.
      const { allowed } = decide(mesh, { ...as, to: `${SHOP}/${to}`, port, direct: who === 'traefik', sourceAddress: '10.9.9.9', ...http });
      return allowed === isDeclared(who, to, method, hasLimits) ? [] : [`${who} > ${to} ${method ?? 'anything'}: ${allowed ? 'allowed' : 'refused'}`];
    }));
  });
}

function isDeclared(from: string, to: string, method: string | undefined, hasLimits: boolean): boolean {
  if (from === 'traefik') { return to === 'frontend'; }
  const methods = calls.find(call => call.from === from && call.to === to)?.methods ?? [];
  if (!hasLimits) { return methods.length > 0; }
  return methods.includes('*') || (method !== undefined && methods.includes(method));
}

/** Whether the list of prices is given to somebody who asks the gateway's way, with this token. */
export function givesPrices(manifests: string, request: Partial<MeshRequest>): boolean {
  const mesh = Mesh.of(yaml.parseAllDocuments(manifests).map(document => document.toJS()).filter(Boolean));
  return decide(mesh, {
    identity: 'cluster.local/ns/istio-ingress/sa/istio-ingress', to: `${SHOP}/partner-prices`, port: PORTS['partner-prices'], sourceAddress: '10.9.9.9', ...request,
  }).allowed;
}
