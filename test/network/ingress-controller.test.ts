import { manifest, pods, shop, tcp, workload } from './shop';
import { IngressController } from '../../src/network/ingress-controller';
import { FlowPeer } from '../../src/network/peer';

function ingressFrom(controller: FlowPeer): unknown {
  const { chart, namespace } = shop();
  workload(namespace, 'web').connections.allowFrom(controller);
  return manifest(chart, 'NetworkPolicy', 'web').spec.ingress;
}

test('a controller that runs as pods is found by its labels', () => {
  expect(ingressFrom(IngressController.pods('traefik', { app: 'traefik' }))).toEqual([{ from: [pods('traefik', { app: 'traefik' })], ports: [tcp(8080)] }]);
});

test('a controller on the host network comes from the addresses of nodes and tunnels', () => {
  expect(ingressFrom(IngressController.hostNetwork(['192.0.2.0/24', '10.42.0.0/32']))).toEqual([
    { from: [{ ipBlock: { cidr: '10.42.0.0/32' } }, { ipBlock: { cidr: '192.0.2.0/24' } }], ports: [tcp(8080)] },
  ]);
});

test('a load balancer of a cloud comes from its own addresses', () => {
  expect(ingressFrom(IngressController.cloudLoadBalancer(['35.191.0.0/16', '130.211.0.0/22']))).toEqual([
    { from: [{ ipBlock: { cidr: '130.211.0.0/22' } }, { ipBlock: { cidr: '35.191.0.0/16' } }], ports: [tcp(8080)] },
  ]);
});

test.each([
  ['pods without labels', () => IngressController.pods('traefik', {}),
    'ingress controller would be every pod of namespace "traefik": got {}, expected labels that select the pods meant; name the labels of their pods'],
  ['nodes without addresses', () => IngressController.hostNetwork([]),
    'ingress controller on the host network has no address: got [], expected one CIDR or more; name its addresses; there is no fallback to every address'],
  ['a load balancer without addresses', () => IngressController.cloudLoadBalancer([]),
    'cloud load balancer has no address: got [], expected one CIDR or more; name its addresses; there is no fallback to every address'],
])('%s are refused', (_, make, message) => {
  expect(make).toThrow(new Error(message));
});
