"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const shop_1 = require("./shop");
const ingress_controller_1 = require("../../src/network/ingress-controller");
function ingressFrom(controller) {
    const { chart, namespace } = (0, shop_1.shop)();
    (0, shop_1.workload)(namespace, 'web').connections.allowFrom(controller);
    return (0, shop_1.manifest)(chart, 'NetworkPolicy', 'web').spec.ingress;
}
test('a controller that runs as pods is found by its labels', () => {
    expect(ingressFrom(ingress_controller_1.IngressController.pods('traefik', { app: 'traefik' }))).toEqual([{ from: [(0, shop_1.pods)('traefik', { app: 'traefik' })], ports: [(0, shop_1.tcp)(8080)] }]);
});
test('a controller on the host network comes from the addresses of nodes and tunnels', () => {
    expect(ingressFrom(ingress_controller_1.IngressController.hostNetwork(['192.0.2.0/24', '10.42.0.0/32']))).toEqual([
        { from: [{ ipBlock: { cidr: '10.42.0.0/32' } }, { ipBlock: { cidr: '192.0.2.0/24' } }], ports: [(0, shop_1.tcp)(8080)] },
    ]);
});
test('a load balancer of a cloud comes from its own addresses', () => {
    expect(ingressFrom(ingress_controller_1.IngressController.cloudLoadBalancer(['35.191.0.0/16', '130.211.0.0/22']))).toEqual([
        { from: [{ ipBlock: { cidr: '130.211.0.0/22' } }, { ipBlock: { cidr: '35.191.0.0/16' } }], ports: [(0, shop_1.tcp)(8080)] },
    ]);
});
test.each([
    ['pods without labels', () => ingress_controller_1.IngressController.pods('traefik', {}),
        'ingress controller would be every pod of namespace "traefik": got {}, expected labels that select the pods meant; name the labels of their pods'],
    ['nodes without addresses', () => ingress_controller_1.IngressController.hostNetwork([]),
        'ingress controller on the host network has no address: got [], expected one CIDR or more; name its addresses; there is no fallback to every address'],
    ['a load balancer without addresses', () => ingress_controller_1.IngressController.cloudLoadBalancer([]),
        'cloud load balancer has no address: got [], expected one CIDR or more; name its addresses; there is no fallback to every address'],
])('%s are refused', (_, make, message) => {
    expect(make).toThrow(new Error(message));
});
