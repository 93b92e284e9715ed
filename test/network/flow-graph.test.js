"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const shop_1 = require("./shop");
const external_1 = require("../../src/network/external");
const flow_graph_1 = require("../../src/network/flow-graph");
const pods_1 = require("../../src/network/pods");
const secure_ingress_1 = require("../../src/network/secure-ingress");
test('an app has one graph', () => {
    const [one, other] = [(0, shop_1.shop)(), (0, shop_1.shop)()];
    expect(flow_graph_1.FlowGraph.of(one.namespace)).toBe(flow_graph_1.FlowGraph.of(one.chart));
    expect(flow_graph_1.FlowGraph.of(one.chart)).not.toBe(flow_graph_1.FlowGraph.of(other.chart));
});
test('the same flow declared twice is one, and flows that differ in peer, port or range are not', () => {
    const { chart, namespace } = (0, shop_1.shop)();
    const web = (0, shop_1.workload)(namespace, 'web');
    const graph = flow_graph_1.FlowGraph.of(chart);
    const [end] = graph.endpoints;
    for (let i = 0; i < 2; i++) {
        web.connections.allowTo(external_1.External.cidr('203.0.113.0/24'), { port: 443 });
        web.connections.allowTo(external_1.External.cidr('203.0.113.0/24'), { port: 80 });
        web.connections.allowTo(external_1.External.cidr('203.0.113.0/24'), { port: 80, endPort: 90 });
        web.connections.allowTo(external_1.External.cidr('203.0.112.0/24'), { port: 443 });
        web.connections.allowTo(pods_1.Pods.inNamespace('a', { app: 'x' }), { port: 443 });
        web.connections.allowTo(pods_1.Pods.inNamespace('b', { app: 'x' }), { port: 443 });
    }
    expect(graph.outOf(end)).toHaveLength(6);
    expect(graph.into(end)).toEqual([]);
});
test('a flow that is declared after a first synthesis is written by the next', () => {
    const { chart, namespace } = (0, shop_1.shop)();
    const [web, db] = [(0, shop_1.workload)(namespace, 'web'), (0, shop_1.workload)(namespace, 'db')];
    expect((0, shop_1.manifest)(chart, 'NetworkPolicy', 'db').spec.ingress).toBeUndefined();
    web.connections.allowTo(db);
    expect((0, shop_1.manifest)(chart, 'NetworkPolicy', 'db').spec.ingress).toEqual([{ from: [(0, shop_1.peer)('web')], ports: [{ port: 8080, protocol: 'TCP' }] }]);
    (0, shop_1.workload)(namespace, 'late').connections.allowTo(db);
    expect((0, shop_1.manifest)(chart, 'NetworkPolicy', 'db').spec.ingress[0].from).toEqual([(0, shop_1.peer)('late'), (0, shop_1.peer)('web')]);
    expect((0, shop_1.findings)(chart)).toEqual([]);
});
test('a flow that is declared after a first synthesis is judged by the next', () => {
    const { chart, namespace } = (0, shop_1.shop)();
    const web = (0, shop_1.workload)(namespace, 'web');
    expect((0, shop_1.findings)(chart)).toEqual([]);
    web.connections.allowTo(external_1.External.cidr('169.254.169.254/32'), { port: 80 });
    expect((0, shop_1.findings)(chart)).toHaveLength(1);
});
test('names that a workload may resolve after a first synthesis are judged and written by the next', () => {
    const { chart, namespace } = (0, shop_1.shop)();
    const web = (0, shop_1.workload)(namespace, 'web');
    (0, shop_1.foreign)(namespace, 'theirs', { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec: { podSelector: {}, egress: [shop_1.DNS] } });
    expect((0, shop_1.findings)(chart)).toHaveLength(1);
    web.connections.allowDns();
    expect((0, shop_1.findings)(chart)).toEqual([]);
    expect((0, shop_1.manifest)(chart, 'NetworkPolicy', 'web').spec.egress).toEqual([shop_1.DNS]);
});
test('a workload of another app is refused as an end: nobody would write its side', () => {
    const [mine, theirs] = [(0, shop_1.shop)(), (0, shop_1.shop)()];
    const [web, db] = [(0, shop_1.workload)(mine.namespace, 'web'), (0, shop_1.workload)(theirs.namespace, 'db')];
    const message = 'flow names workload "db" of another app: got "shop/shop/db", expected a workload of this app; '
        + 'name its pods with Pods.inNamespace(…), and declare the flow in the other app too';
    expect(() => web.connections.allowTo(db)).toThrow(new Error(message));
    expect(() => web.connections.allowFrom(db)).toThrow(new Error(message));
    expect(() => new secure_ingress_1.SecureIngress(mine.chart, 'in', {
        host: 'shop.example.com', tlsSecretName: 'tls', ingressClassName: 'nginx', workload: db, controller: pods_1.Pods.inNamespace('nginx', { app: 'nginx' }),
    })).toThrow(new Error(message));
});
