"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const shop_1 = require("./shop");
const cluster_dns_1 = require("../../src/kube/cluster-dns");
const port_1 = require("../../src/kube/port");
const secure_namespace_1 = require("../../src/namespace/secure-namespace");
const external_1 = require("../../src/network/external");
const ingress_controller_1 = require("../../src/network/ingress-controller");
const pods_1 = require("../../src/network/pods");
const secure_ingress_1 = require("../../src/network/secure-ingress");
describe('DNS is opened', () => {
    const rule = (clusterDns, settings = {}) => {
        const { chart, namespace } = (0, shop_1.shop)({ ...settings, clusterDns });
        (0, shop_1.workload)(namespace, 'web').connections.allowDns();
        return (0, shop_1.manifest)(chart, 'NetworkPolicy', 'web').spec.egress;
    };
    const both = (port) => [{ port, protocol: 'UDP' }, { port, protocol: 'TCP' }];
    test('to kube-dns and a node-local cache as three peers, over UDP and TCP', () => {
        expect(rule()).toEqual([shop_1.DNS]);
    });
    test('to the ClusterIP too, where a node-local cache answers on it', () => {
        expect(rule(cluster_dns_1.ClusterDns.kubeDns(['10.96.0.10/32', 'fd00::a/128']))).toEqual([
            { to: [...shop_1.DNS.to, { ipBlock: { cidr: '10.96.0.10/32' } }, { ipBlock: { cidr: 'fd00::a/128' } }], ports: both(53) },
        ]);
    });
    test('to OpenShift\'s resolver on the port of its pods, 5353', () => {
        expect(rule(cluster_dns_1.ClusterDns.openshift())).toEqual([
            { to: [(0, shop_1.pods)('openshift-dns', { 'dns.operator.openshift.io/daemonset-dns': 'default' })], ports: both(5353) },
        ]);
    });
    test('to a resolver of one\'s own', () => {
        const own = cluster_dns_1.ClusterDns.custom({ namespace: 'dns', podLabels: { app: 'resolver' }, port: 1053, addresses: ['169.254.25.10/32'] });
        expect(rule(own)).toEqual([{ to: [(0, shop_1.pods)('dns', { app: 'resolver' }), { ipBlock: { cidr: '169.254.25.10/32' } }], ports: both(1053) }]);
    });
    test('to kube-dns, if a custom one says nothing', () => {
        expect(rule(cluster_dns_1.ClusterDns.custom({}))).toEqual([{ to: [(0, shop_1.pods)('kube-system', { 'k8s-app': 'kube-dns' })], ports: both(53) }]);
    });
});
describe('rules', () => {
    test('are one for each set of ports, with peers and ports sorted, whatever the order of declaration', () => {
        const egress = (order) => {
            const { chart, namespace } = (0, shop_1.shop)();
            const web = (0, shop_1.workload)(namespace, 'web');
            const [a, b, c] = ['a', 'b', 'c'].map(name => (0, shop_1.workload)(namespace, name, { ports: [{ number: 9000, name: 'x' }, { number: 8000, name: 'y' }] }));
            const declare = [
                () => web.connections.allowTo(c, { port: 9000 }),
                () => web.connections.allowTo(b, { port: 9000 }),
                () => web.connections.allowTo(b, { port: 8000 }),
                () => web.connections.allowTo(a, { port: 8000 }),
                () => web.connections.allowTo(a, { port: 9000 }),
                () => web.connections.allowTo(external_1.External.cidr('203.0.113.0/24'), { port: 8000 }),
            ];
            order.forEach(i => declare[i]());
            return (0, shop_1.manifest)(chart, 'NetworkPolicy', 'web').spec.egress;
        };
        expect(egress([0, 1, 2, 3, 4, 5])).toEqual([
            { to: [{ ipBlock: { cidr: '203.0.113.0/24' } }], ports: [(0, shop_1.tcp)(8000)] },
            { to: [(0, shop_1.peer)('a'), (0, shop_1.peer)('b')], ports: [(0, shop_1.tcp)(8000), (0, shop_1.tcp)(9000)] },
            { to: [(0, shop_1.peer)('c')], ports: [(0, shop_1.tcp)(9000)] },
            shop_1.DNS,
        ]);
        expect(egress([5, 4, 3, 2, 1, 0])).toEqual(egress([0, 1, 2, 3, 4, 5]));
        expect(egress([3, 0, 5, 1, 4, 2])).toEqual(egress([0, 1, 2, 3, 4, 5]));
    });
    test('for everyone stand alone, also beside peers with the very same ports', () => {
        const { chart, namespace } = (0, shop_1.shop)();
        const hook = (0, shop_1.workload)(namespace, 'hook', { port: 9443 });
        hook.connections.allowFrom(pods_1.Monitoring.pods('monitoring', { app: 'prometheus' }));
        hook.connections.allowFrom(external_1.KubeApi.webhookCaller());
        expect((0, shop_1.manifest)(chart, 'NetworkPolicy', 'hook').spec.ingress).toEqual([
            { ports: [(0, shop_1.tcp)(9443)] },
            { from: [(0, shop_1.pods)('monitoring', { app: 'prometheus' })], ports: [(0, shop_1.tcp)(9443)] },
        ]);
    });
    test('for everyone open to everyone nothing of what peers may reach besides', () => {
        const { chart, namespace } = (0, shop_1.shop)();
        const hook = (0, shop_1.workload)(namespace, 'hook', { ports: [{ number: 9443, name: 'hook' }, { number: 9090, name: 'metrics' }] });
        hook.connections.allowFrom(external_1.KubeApi.webhookCaller(), { portName: 'hook' });
        hook.connections.allowFrom(pods_1.Monitoring.pods('monitoring', { app: 'prometheus' }), { portName: 'hook' });
        hook.connections.allowFrom(pods_1.Monitoring.pods('monitoring', { app: 'prometheus' }), { portName: 'metrics' });
        expect((0, shop_1.manifest)(chart, 'NetworkPolicy', 'hook').spec.ingress).toEqual([
            { from: [(0, shop_1.pods)('monitoring', { app: 'prometheus' })], ports: [(0, shop_1.tcp)(9090), (0, shop_1.tcp)(9443)] },
            { ports: [(0, shop_1.tcp)(9443)] },
        ]);
    });
});
describe('traps of NetworkPolicies', () => {
    /** A workload with a flow of every sort, and the policies of the app. */
    const everything = () => {
        const { chart, namespace } = (0, shop_1.shop)({ ipv6: true });
        const data = new secure_namespace_1.SecureNamespace(chart, 'data');
        const web = (0, shop_1.workload)(namespace, 'web', {
            ports: [
                { number: 8080, name: 'web', servicePort: 80 }, { number: 5353, name: 'names', protocol: port_1.PortProtocol.UDP }, { number: 9443, name: 'hook' },
            ],
        });
        const db = (0, shop_1.workload)(data, 'db', { port: 5432 });
        web.connections.allowTo(db);
        web.connections.allowTo(external_1.External.internet(), { port: 443 });
        web.connections.allowTo(external_1.External.cidr('203.0.113.0/24', { except: ['203.0.113.0/32'] }), { port: 30000, endPort: 30100, protocol: port_1.PortProtocol.UDP });
        web.connections.allowTo(external_1.KubeApi.cidrs(['10.0.0.1/32']), { port: 6443 });
        web.connections.allowTo(pods_1.Pods.inNamespace('queue', { app: 'broker' }), { port: 5672, protocol: port_1.PortProtocol.SCTP });
        web.connections.allowFrom(external_1.KubeApi.webhookCaller(), { portName: 'hook' });
        web.connections.allowFrom(db, { portName: 'names' });
        web.connections.allowAmongReplicas({ portName: 'web' });
        new secure_ingress_1.SecureIngress(namespace, 'in', {
            host: 'shop.example.com', tlsSecretName: 'tls', workload: web, port: 8080, ingressClassName: 'nginx', controller: ingress_controller_1.IngressController.pods('nginx', { app: 'nginx' }),
        });
        return { chart, policies: chart.toJson().filter(({ kind }) => kind === 'NetworkPolicy') };
    };
    const { chart, policies } = everything();
    const rules = policies.flatMap(({ spec }) => [...spec.ingress ?? [], ...spec.egress ?? []]);
    const peers = rules.flatMap(rule => [...rule.from ?? [], ...rule.to ?? []]);
    const ports = rules.flatMap(rule => rule.ports);
    test('the app is large enough to show them', () => {
        expect([policies.length, rules.length, peers.length, ports.length].every((count, i) => count >= [4, 9, 12, 12][i])).toBe(true);
    });
    test('two items of a list mean either: a peer of pods has both selectors, or is addresses alone', () => {
        expect([...new Set(peers.map(each => Object.keys(each).sort().join()))].sort()).toEqual(['ipBlock', 'namespaceSelector,podSelector']);
        expect(peers.filter(each => each.podSelector && Object.keys(each.podSelector.matchLabels).length === 0)).toEqual([]);
    });
    test('an empty list of ports means every port: each rule has one or more', () => {
        expect(rules.filter(rule => !(rule.ports?.length > 0))).toEqual([]);
    });
    test('an empty list of peers means everyone: only the caller of a webhook is unnamed, and its rule has no list', () => {
        expect(rules.filter(rule => !rule.from && !rule.to)).toEqual([{ ports: [(0, shop_1.tcp)(9443)] }]);
        expect(rules.filter(rule => rule.from?.length === 0 || rule.to?.length === 0)).toEqual([]);
    });
    test('an empty rule means everything: there is none', () => {
        expect(rules.filter(rule => Object.keys(rule).length === 0)).toEqual([]);
    });
    test('ports are numbers from 1 on, and ranges in order, since names mean another port in every pod', () => {
        expect(ports.filter(({ port, endPort = port }) => !(Number.isInteger(port) && port >= 1 && endPort >= port && endPort <= 65535))).toEqual([]);
    });
    test('the protocol is always written, and is that of the container port', () => {
        expect(ports.filter(({ protocol }) => !['TCP', 'UDP', 'SCTP'].includes(protocol))).toEqual([]);
        expect((0, shop_1.manifest)(chart, 'NetworkPolicy', 'db').spec.egress[0]).toEqual({ to: [(0, shop_1.peer)('web')], ports: [{ port: 5353, protocol: 'UDP' }] });
    });
    test('a policy sees the pod\'s port, never the Service\'s', () => {
        expect((0, shop_1.manifest)(chart, 'Service', 'web').spec.ports.map((each) => each.port)).toContain(80);
        expect(ports.map(({ port }) => port)).not.toContain(80);
    });
    test('policyTypes are always both: without them egress is denied only where a rule for it stands', () => {
        expect(policies.filter(({ spec }) => spec.policyTypes.join() !== 'Ingress,Egress')).toEqual([]);
    });
    test('what is left out of a block lies inside of it, and the API server takes it', () => {
        const blocks = peers.filter(each => each.ipBlock).map(each => each.ipBlock);
        expect(blocks.every(({ except }) => except === undefined || except.length > 0)).toBe(true);
        expect(blocks.filter(({ cidr, except = [] }) => except.includes(cidr))).toEqual([]);
    });
    test('a workload has one policy, however many flows it has', () => {
        expect(policies.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`).sort()).toEqual([
            'data/db', 'data/default-deny', 'shop/default-deny', 'shop/web',
        ]);
    });
    test('no policy is written into a namespace that the app does not make, for the other end of a flow', () => {
        expect([...new Set(policies.map(({ metadata }) => metadata.namespace))].sort()).toEqual(['data', 'shop']);
    });
    test('policies come before workloads, so that no pod starts before its policy is known', () => {
        const kinds = chart.toJson().map(({ kind }) => kind);
        expect(kinds.lastIndexOf('NetworkPolicy')).toBeLessThan(kinds.indexOf('Deployment'));
    });
    test('names of namespaces are matched by the label that the API server alone sets', () => {
        const selectors = peers.filter(each => each.namespaceSelector).map(each => each.namespaceSelector);
        expect(selectors.filter(each => Object.keys(each.matchLabels).join() !== 'kubernetes.io/metadata.name' || each.matchExpressions)).toEqual([]);
    });
    test('an object of another library in the namespace changes no policy', () => {
        const { chart: other, namespace } = (0, shop_1.shop)();
        (0, shop_1.workload)(namespace, 'web');
        const before = (0, shop_1.manifest)(other, 'NetworkPolicy', 'web');
        (0, shop_1.foreign)(namespace, 'config', { apiVersion: 'v1', kind: 'ConfigMap' });
        expect((0, shop_1.manifest)(other, 'NetworkPolicy', 'web')).toEqual(before);
    });
});
