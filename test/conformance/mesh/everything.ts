import { EgressHost } from '../../../src/mesh/egress-host';
import { GatewayApi } from '../../../src/mesh/gateway-api';
import { IstioDataPlane } from '../../../src/mesh/istio-data-plane';
import { MeshScope } from '../../../src/mesh/mesh-scope';
import { RequireJwt } from '../../../src/mesh/require-jwt';
import { SecureGateway } from '../../../src/mesh/secure-gateway';
import { IngressController } from '../../../src/network/ingress-controller';
import { Pods } from '../../../src/network/pods';
import { gatewayPods } from '../../mesh/gateway-pods';
import { mesh, shopOf } from '../../mesh/meshed';
import { Authority } from '../cluster/certificates';
import type { Manifest } from '../examples';

/** The gateways of somebody else, with their Services and the certificate of the way in. */
export async function gatewaysOfOthers(host: string, secret: string): Promise<Manifest[]> {
  const { certificate, key } = await (await Authority.create()).server(host);
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  return [
    ...gateway('ingress', [443, 80]),
    ...gateway('egress', [443]),
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { namespace: 'istio-ingress', name: secret },
      type: 'kubernetes.io/tls',
      data: { 'tls.crt': base64(certificate), 'tls.key': base64(key) },
    },
  ];
}

function gateway(istio: string, ports: number[]): Manifest[] {
  const name = `istio-${istio}`;
  return [
    gatewayPods(name, name, { istio }, name, ports),
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { namespace: name, name },
      spec: { selector: { istio }, ports: ports.map(port => ({ name: `tls-${port}`, port, targetPort: port, protocol: 'TCP' })) },
    },
  ];
}

const ISSUER = { issuer: 'https://id.example.com', jwksUri: 'https://id.example.com/keys', audiences: ['shop'] };
const PUBLIC = { hosts: ['shop.example.com'], credentialName: 'shop-tls', paths: ['/', '/items/*'], methods: ['GET', 'POST'] };

/** A shop with every construct of a mesh: a way in, a way out, tokens, and flows told by method; and what it finds in the cluster. */
export async function withEverything(dataPlane: IstioDataPlane): Promise<{ readonly objects: Manifest[]; readonly others: readonly Manifest[] }> {
  const { chart, namespace, web, cart, store } = shopOf();
  const isAmbient = dataPlane === IstioDataPlane.AMBIENT;
  mesh(chart, { dataPlane, scope: MeshScope.WHOLE_MESH });
  new SecureGateway(chart, 'public', {
    ...PUBLIC,
    workload: web,
    ...isAmbient
      ? { api: GatewayApi.KUBERNETES, clientCidrs: ['203.0.113.0/24'] }
      : { api: GatewayApi.ISTIO, gateway: IngressController.pods('istio-ingress', { istio: 'ingress' }, { serviceAccount: 'istio-ingress' }) },
  });
  const payments = new EgressHost(namespace, 'payments', {
    host: 'api.payments.example.com', ...isAmbient ? {} : { gateway: Pods.inNamespace('istio-egress', { istio: 'egress' }, { serviceAccount: 'istio-egress' }) },
  });
  new RequireJwt(chart, 'users', { ...ISSUER, workload: web });
  web.connections.allowTo(cart, { grpcMethods: ['shop.Cart/Get', 'shop.Cart/Add'] });
  web.connections.allowTo(payments);
  cart.connections.allowTo(store);
  return { objects: chart.toJson(), others: isAmbient ? [] : await gatewaysOfOthers('shop.example.com', 'shop-tls') };
}
