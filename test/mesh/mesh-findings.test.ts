import { endpoint, mesh, shopOf } from './meshed';
import { IstioDataPlane } from '../../src/mesh/istio-data-plane';
import { TokenDemands } from '../../src/mesh/token-demands';
import { SecureNamespace } from '../../src/namespace/secure-namespace';
import { IngressController } from '../../src/network/ingress-controller';
import { Monitoring, Pods } from '../../src/network/pods';
import { findings, workload } from '../network/shop';

test('a caller without an identity is an error, in both data planes', () => {
  for (const dataPlane of [IstioDataPlane.AMBIENT, IstioDataPlane.SIDECAR]) {
    const { chart, web } = shopOf();
    web.connections.allowFrom(IngressController.pods('traefik', { app: 'traefik' }));
    mesh(chart, { dataPlane });
    expect(findings(chart)).toEqual([
      '[shop/shop/web] mesh-mtls-strict: ingress controller in traefik has no identity in the mesh, and "web" takes nothing but mutual TLS on port 8080: '
      + 'expected a workload of the mesh, or pods outside the app with their serviceAccount; name the caller\'s serviceAccount if it is part of the mesh, '
      + 'or waive mesh-mtls-strict on "web" with the reason: its port then takes plaintext, and the policy of the network alone says from whom',
    ]);
  }
});

test('a workload outside the mesh that calls one inside of it has none either', () => {
  const { chart, web, cart } = shopOf();
  const outside = workload(new SecureNamespace(chart, 'ops'), 'robot');
  for (const caller of [web, outside]) { caller.connections.allowTo(cart); }
  mesh(chart, { namespaces: ['shop'] });
  expect(findings(chart)).toEqual([expect.stringMatching(/^\[shop\/shop\/cart\] mesh-mtls-strict: robot has no identity in the mesh, and "cart" takes/)]);
});

test('with its service account, or while plaintext is taken, it is none', () => {
  const one = shopOf();
  one.web.connections.allowFrom(IngressController.pods('traefik', { app: 'traefik' }, { serviceAccount: 'traefik' }));
  mesh(one.chart);
  const other = shopOf({ asOf: '2030-01-01' });
  other.web.connections.allowFrom(Pods.inNamespace('ops', { app: 'x' }));
  mesh(other.chart, { waivers: [{ rule: 'mesh-mtls-strict', reason: 'the shop joins', expires: '2030-03-01' }] });
  expect([...findings(one.chart), ...findings(other.chart)]).toEqual([]);
});

test('a token that nobody would read is an error', () => {
  const { chart, web } = shopOf();
  web.connections.allowFrom(Monitoring.pods('ops', { app: 'x' }, { serviceAccount: 'x' }));
  TokenDemands.of(chart).add(endpoint(chart, 'web'), { port: 8080, issuer: 'https://a.example.com' });
  mesh(chart);
  expect(findings(chart)).toEqual([
    '[shop/shop/web] flow-requests-enforced: nothing reads the token of monitoring in ops on port 8080 of "web": it goes past the waypoint: '
    + 'expected a caller of the mesh that dials the Service, and no pods; '
    + 'give what it calls a port of its own without RequireJwt, or use IstioDataPlane.SIDECAR',
  ]);
});
