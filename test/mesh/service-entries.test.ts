import { modelOf, shopOf } from './meshed';
import { PortProtocol } from '../../src/kube/port';
import { outsideHosts, serviceEntrySpec } from '../../src/mesh/service-entries';
import { External } from '../../src/network/external';

test('a host is known once, with the ports of all who call it', () => {
  const { chart, web, cart } = shopOf();
  web.connections.allowTo(External.host('b.example.com'), { port: 443 });
  web.connections.allowTo(External.host('a.example.com'), { port: 8443, endPort: 8445 });
  cart.connections.allowTo(External.host('b.example.com'), { port: 22 });
  cart.connections.allowTo(External.host('c.example.com'), { port: 53, protocol: PortProtocol.UDP });
  cart.connections.allowTo(External.internet(), { port: 443 });
  const model = modelOf(chart);
  expect(outsideHosts(model, 'shop', model.endpoints)).toEqual([
    { host: 'a.example.com', namespace: 'shop', ports: [8443, 8444, 8445] },
    { host: 'b.example.com', namespace: 'shop', ports: [22, 443] },
  ]);
});

test('only the namespace that calls a host knows it, and what goes there stays closed to the mesh', () => {
  expect(serviceEntrySpec({ host: 'a.example.com', namespace: 'shop', ports: [443, 8443] })).toEqual({
    exportTo: ['.'],
    hosts: ['a.example.com'],
    location: 'MESH_EXTERNAL',
    ports: [{ name: 'tls-443', number: 443, protocol: 'TLS' }, { name: 'tls-8443', number: 8443, protocol: 'TLS' }],
    resolution: 'DNS',
  });
});
