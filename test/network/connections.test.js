"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const shop_1 = require("./shop");
const port_1 = require("../../src/kube/port");
const secure_namespace_1 = require("../../src/namespace/secure-namespace");
const external_1 = require("../../src/network/external");
const pods_1 = require("../../src/network/pods");
const health_1 = require("../../src/workload/health");
const PORTS = [
    { number: 8080, name: 'web' },
    { number: 9090, name: 'metrics', servicePort: 90 },
    { number: 5353, name: 'names', protocol: port_1.PortProtocol.UDP },
    { number: 5353, name: 'names-tcp', appProtocol: port_1.AppProtocol.TCP },
    { number: 3868, name: 'diameter', protocol: port_1.PortProtocol.SCTP },
];
/** A caller, and one that has many ports. */
function pair() {
    const { chart, namespace } = (0, shop_1.shop)();
    return { chart, namespace, web: (0, shop_1.workload)(namespace, 'web'), api: (0, shop_1.workload)(namespace, 'api', { ports: PORTS }) };
}
const policy = (chart, name) => (0, shop_1.manifest)(chart, 'NetworkPolicy', name).spec;
test('without connections a policy opens nothing', () => {
    const { chart } = pair();
    expect(policy(chart, 'web')).toEqual({ podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'web' } }, policyTypes: ['Ingress', 'Egress'] });
});
test('a flow is opened on both sides, to the only port of the destination', () => {
    const { chart, namespace, web } = pair();
    web.connections.allowTo((0, shop_1.workload)(namespace, 'db', { port: 5432 }));
    expect(policy(chart, 'web')).toEqual({
        podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'web' } },
        policyTypes: ['Ingress', 'Egress'],
        egress: [{ to: [(0, shop_1.peer)('db')], ports: [(0, shop_1.tcp)(5432)] }, shop_1.DNS],
    });
    expect(policy(chart, 'db')).toEqual({
        podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'db' } },
        policyTypes: ['Ingress', 'Egress'],
        ingress: [{ from: [(0, shop_1.peer)('web')], ports: [(0, shop_1.tcp)(5432)] }],
    });
});
test('a flow that the callee declares is the same as one that the caller declares', () => {
    const [byCaller, byCallee, byBoth] = [pair(), pair(), pair()];
    byCaller.web.connections.allowTo(byCaller.api, { port: 8080 });
    byCallee.api.connections.allowFrom(byCallee.web, { port: 8080 });
    byBoth.web.connections.allowTo(byBoth.api, { port: 8080 });
    byBoth.api.connections.allowFrom(byBoth.web, { portName: 'web' });
    byBoth.web.connections.allowTo(byBoth.api, { port: 8080, protocol: port_1.PortProtocol.TCP });
    expect(byCallee.chart.toJson()).toEqual(byCaller.chart.toJson());
    expect(byBoth.chart.toJson()).toEqual(byCaller.chart.toJson());
});
test.each([
    ['by number', { port: 9090 }, { port: 9090, protocol: 'TCP' }],
    ['by name, and the pod\'s port is meant, not the Service\'s', { portName: 'metrics' }, { port: 9090, protocol: 'TCP' }],
    ['by number and name', { port: 8080, portName: 'web' }, { port: 8080, protocol: 'TCP' }],
    ['by name, with the protocol of the port', { portName: 'names' }, { port: 5353, protocol: 'UDP' }],
    ['by number and protocol', { port: 5353, protocol: port_1.PortProtocol.TCP }, { port: 5353, protocol: 'TCP' }],
    ['by protocol alone, where one port has it', { protocol: port_1.PortProtocol.SCTP }, { port: 3868, protocol: 'SCTP' }],
])('one port of several is named %s', (_, props, port) => {
    const { chart, web, api } = pair();
    web.connections.allowTo(api, props);
    expect(policy(chart, 'web').egress).toEqual([{ to: [(0, shop_1.peer)('api')], ports: [port] }, shop_1.DNS]);
    expect(policy(chart, 'api').ingress).toEqual([{ from: [(0, shop_1.peer)('web')], ports: [port] }]);
});
test('several ports of one pair stand in one rule, sorted', () => {
    const { chart, web, api } = pair();
    for (const portName of ['names', 'metrics', 'names-tcp', 'web']) {
        web.connections.allowTo(api, { portName });
    }
    const ports = [{ port: 5353, protocol: 'TCP' }, { port: 5353, protocol: 'UDP' }, (0, shop_1.tcp)(8080), (0, shop_1.tcp)(9090)];
    expect(policy(chart, 'web').egress).toEqual([{ to: [(0, shop_1.peer)('api')], ports }, shop_1.DNS]);
    expect(policy(chart, 'api').ingress).toEqual([{ from: [(0, shop_1.peer)('web')], ports }]);
});
const KNOWN = 'web (8080/TCP), metrics (9090/TCP), names (5353/UDP), names-tcp (5353/TCP), diameter (3868/SCTP)';
test.each([
    ['which port', {}, `flow to "api" does not say to which port: got {}, expected one of ${KNOWN}; name it with port or portName`],
    ['which protocol', { port: 5353 }, `flow to "api" does not say to which port: got {"port":5353}, expected one of ${KNOWN}; name it with port or portName`],
])('a flow to several ports that does not say %s is refused', (_, props, message) => {
    const { web, api } = pair();
    expect(() => web.connections.allowTo(api, props)).toThrow(new Error(message));
    expect(() => api.connections.allowFrom(web, props)).toThrow(new Error(message));
    expect(() => api.connections.allowAmongReplicas(props)).toThrow(new Error(message));
});
test.each([
    [{ port: 90 }, '{"port":90}'], [{ portName: 'http' }, '{"portName":"http"}'], [{ port: 8080, portName: 'metrics' }, '{"port":8080,"portName":"metrics"}'],
    [{ port: 8080, protocol: port_1.PortProtocol.UDP }, '{"port":8080,"protocol":"UDP"}'], [{ port: NaN }, '{"port":null}'],
])('a flow to %j, which the destination does not have, is refused', (props, got) => {
    const { web, api } = pair();
    expect(() => web.connections.allowTo(api, props)).toThrow(new Error(`flow to a port that "api" does not have: got ${got}, expected ${KNOWN}; name a container port of the destination`));
});
test('a flow to a workload that listens on no port is refused', () => {
    const { namespace, web } = pair();
    const worker = (0, shop_1.workload)(namespace, 'worker', { ports: [] });
    expect(() => web.connections.allowTo(worker)).toThrow(new Error('flow to a port that "worker" does not have: got {}, expected none: it declares no port; name a container port of the destination'));
});
test('a range to a workload is refused, since its ports are known', () => {
    const { web, api } = pair();
    expect(() => web.connections.allowTo(api, { port: 8080, endPort: 9090 })).toThrow(new Error(`flow to "api" names a range: got 9090, expected one of its ports: ${KNOWN}; declare a flow for each port`));
});
test('replicas reach one another, by name, only where that is declared', () => {
    const { chart, namespace } = pair();
    const store = (0, shop_1.workload)(namespace, 'store', { port: 7000 });
    store.connections.allowAmongReplicas();
    expect(policy(chart, 'store')).toMatchObject({
        ingress: [{ from: [(0, shop_1.peer)('store')], ports: [(0, shop_1.tcp)(7000)] }], egress: [{ to: [(0, shop_1.peer)('store')], ports: [(0, shop_1.tcp)(7000)] }, shop_1.DNS],
    });
});
test('a flow to a sidecar names its port', () => {
    const { chart, namespace, web } = pair();
    const sidecars = [{ name: 'exporter', image: 'registry.example.com/exporter:1', ports: [{ number: 9100, name: 'export' }], health: health_1.Health.tcp() }];
    web.connections.allowTo((0, shop_1.workload)(namespace, 'db', { port: 5432, sidecars }), { portName: 'export' });
    expect(policy(chart, 'db').ingress).toEqual([{ from: [(0, shop_1.peer)('web')], ports: [(0, shop_1.tcp)(9100)] }]);
});
test('a workload in another namespace of the app is opened on both sides, each in its namespace', () => {
    const { chart, web } = pair();
    web.connections.allowTo((0, shop_1.workload)(new secure_namespace_1.SecureNamespace(chart, 'data'), 'db', { port: 5432 }));
    expect(policy(chart, 'web').egress[0]).toEqual({ to: [(0, shop_1.peer)('db', 'data')], ports: [(0, shop_1.tcp)(5432)] });
    expect((0, shop_1.manifest)(chart, 'NetworkPolicy', 'db')).toMatchObject({
        metadata: { namespace: 'data' }, spec: { ingress: [{ from: [(0, shop_1.peer)('web')], ports: [(0, shop_1.tcp)(5432)] }] },
    });
});
test('a workload that was adopted with its selector is found by that selector', () => {
    const { chart, namespace, web } = pair();
    web.connections.allowTo((0, shop_1.workload)(namespace, 'old', { selector: { app: 'legacy', tier: 'data' } }));
    expect(policy(chart, 'web').egress[0].to[0].podSelector).toEqual({ matchLabels: { app: 'legacy', tier: 'data' } });
    expect(policy(chart, 'old').podSelector).toEqual({ matchLabels: { app: 'legacy', tier: 'data' } });
});
test('ten thousand callers of one workload are ten thousand peers in one rule', () => {
    const { chart, namespace } = pair();
    const hub = (0, shop_1.workload)(namespace, 'hub');
    for (let i = 0; i < 10_000; i++) {
        hub.connections.allowFrom(pods_1.Pods.inNamespace(`team-${i}`, { app: 'caller' }));
    }
    const { ingress } = policy(chart, 'hub');
    expect(ingress).toHaveLength(1);
    expect(ingress[0].from).toHaveLength(10_000);
    expect(ingress[0].ports).toEqual([(0, shop_1.tcp)(8080)]);
});
describe('names are resolved', () => {
    const resolves = (use) => {
        const { chart, namespace, web } = pair();
        use(web, (0, shop_1.workload)(namespace, 'db', { port: 5432 }));
        return ['web', 'db'].filter(name => (policy(chart, name).egress ?? []).some((rule) => JSON.stringify(rule) === JSON.stringify(shop_1.DNS)
            || rule.ports.some((port) => port.port === 53)));
    };
    test.each([
        ['by nobody who calls nobody', () => { }, []],
        ['by who calls a workload, and not by who is called', (web, db) => web.connections.allowTo(db), ['web']],
        ['by who calls, also where the callee says so', (web, db) => db.connections.allowFrom(web), ['web']],
        ['by who calls pods of others', web => web.connections.allowTo(pods_1.Pods.inNamespace('x', { app: 'y' }), { port: 1 }), ['web']],
        ['by who calls the internet', web => web.connections.allowTo(external_1.External.internet(), { port: 443 }), ['web']],
        ['not by who calls an address', web => web.connections.allowTo(external_1.External.cidr('203.0.113.0/24'), { port: 443 }), []],
        ['not by who calls the API server, which is an address too', web => web.connections.allowTo(external_1.KubeApi.cidrs(['10.0.0.1/32']), { port: 6443 }), []],
        ['not by who is called from outside', web => web.connections.allowFrom(pods_1.Pods.inNamespace('x', { app: 'y' })), []],
        ['by who is allowed to without calling anybody', web => web.connections.allowDns(), ['web']],
    ])('%s', (_, use, expected) => {
        expect(resolves(use)).toEqual(expected);
    });
});
describe('a destination outside the app', () => {
    const outside = external_1.External.cidr('203.0.113.0/24');
    test.each([
        ['one port, over TCP', { port: 443 }, { port: 443, protocol: 'TCP' }],
        ['one port over UDP', { port: 123, protocol: port_1.PortProtocol.UDP }, { port: 123, protocol: 'UDP' }],
        ['a range', { port: 30000, endPort: 32767 }, { port: 30000, endPort: 32767, protocol: 'TCP' }],
        ['a range of one', { port: 1, endPort: 1 }, { port: 1, endPort: 1, protocol: 'TCP' }],
        ['every port, if that is said', { port: 1, endPort: 65535 }, { port: 1, endPort: 65535, protocol: 'TCP' }],
    ])('is opened on %s', (_, props, port) => {
        const { chart, web } = pair();
        web.connections.allowTo(outside, props);
        expect(policy(chart, 'web').egress).toEqual([{ to: [{ ipBlock: { cidr: '203.0.113.0/24' } }], ports: [port] }]);
    });
    test.each([
        ['no port', {}, 'flow to external 203.0.113.0/24 has no port: got undefined, expected a port from 1 to 65535; say which port; none would open every port'],
        ['a name', { portName: 'https' },
            'flow to external 203.0.113.0/24 names a port: got "https", expected a number, since names are known only inside the app; use port'],
        ['a name that is none', { portName: 'HTTPS' },
            'portName: got "HTTPS", expected lower-case letters, digits and single inner hyphens, at least one letter, at most 15; choose another name'],
        ['port 0', { port: 0 }, 'port of the flow to external 203.0.113.0/24: got 0, expected a whole number from 1 to 65535; correct the number'],
        ['port 65536', { port: 65536 }, 'port of the flow to external 203.0.113.0/24: got 65536, expected a whole number from 1 to 65535; correct the number'],
        ['an end of 65536', { port: 1, endPort: 65536 },
            'endPort of the flow to external 203.0.113.0/24: got 65536, expected a whole number from 1 to 65535; correct the number'],
        ['a range in the wrong order', { port: 443, endPort: 80 },
            'endPort of the flow to external 203.0.113.0/24 lies before port: got 80, expected 443 to 65535; give the range in order'],
    ])('with %s is refused', (_, props, message) => {
        const { web } = pair();
        expect(() => web.connections.allowTo(outside, props)).toThrow(new Error(message));
    });
});
