"use strict";
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || (function () {
    var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function (o) {
            var ar = [];
            for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
            return ar;
        };
        return ownKeys(o);
    };
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        __setModuleDefault(result, mod);
        return result;
    };
})();
Object.defineProperty(exports, "__esModule", { value: true });
const cdk8s_1 = require("cdk8s");
const kplus = __importStar(require("cdk8s-plus-28"));
const shop_1 = require("./shop");
const secure_namespace_1 = require("../../src/namespace/secure-namespace");
const external_1 = require("../../src/network/external");
const pods_1 = require("../../src/network/pods");
/** `web` calls `db`, the internet and a range; pods of others call `web`, and whoever calls a webhook. */
function declared() {
    const made = (0, shop_1.openShop)();
    const web = (0, shop_1.workload)(made.namespace, 'web', { ports: [{ number: 8080, name: 'web' }, { number: 9443, name: 'hook' }, { number: 9090, name: 'metrics' }] });
    web.connections.allowTo((0, shop_1.workload)(made.namespace, 'db', { port: 5432 }));
    web.connections.allowTo(external_1.External.internet(), { port: 443 });
    web.connections.allowTo(external_1.External.cidr('203.0.113.0/24', { except: ['203.0.113.128/25'] }), { port: 8000, endPort: 8999 });
    web.connections.allowFrom(pods_1.Pods.inNamespace('edge', { app: 'gateway', tier: 'edge' }), { portName: 'web' });
    web.connections.allowFrom(external_1.KubeApi.webhookCaller(), { portName: 'hook' });
    return made;
}
const WEB = { podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'web' } } };
const policy = (spec) => ({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec });
function findingsWith(spec) {
    const { chart, namespace } = declared();
    (0, shop_1.foreign)(namespace, 'theirs', policy(spec));
    return (0, shop_1.findings)(chart);
}
const RULE = '[shop/shop/theirs] policy-opens-declared-flows-only: NetworkPolicy "theirs" opens to ';
const INGRESS_OF_WEB = 'part of pods in edge on 8080/TCP or the API server, from whatever address it calls on 9443/TCP';
const EGRESS_OF_WEB = 'part of db on 5432/TCP or the internet on 443/TCP or external 203.0.113.0/24 on 8000-8999/TCP '
    + 'or the cluster\'s DNS on 53/UDP or the cluster\'s DNS on 53/TCP';
const GATEWAY = (0, shop_1.pods)('edge', { app: 'gateway', tier: 'edge' });
const block = (cidr, ...except) => ({ ipBlock: except.length > 0 ? { cidr, except } : { cidr } });
describe('a policy that opens what nobody declared is an error', () => {
    test('an allow-all, for each workload and side, with what it opens and what is declared', () => {
        expect(findingsWith({ podSelector: {}, policyTypes: ['Ingress', 'Egress'], ingress: [{}], egress: [{}] })).toEqual([
            `${RULE}"web" what no flow declares, at spec.ingress[0]: got {}, expected ${INGRESS_OF_WEB}; `
                + 'declare the flow with connections.allowFrom(…), or remove the policy',
            `${RULE}"web" what no flow declares, at spec.egress[0]: got {}, expected ${EGRESS_OF_WEB}; `
                + 'declare the flow with connections.allowTo(…), or remove the policy',
            `${RULE}"db" what no flow declares, at spec.ingress[0]: got {}, expected part of web on 5432/TCP; declare the flow with connections.allowFrom(…), or remove the policy`,
            `${RULE}"db" what no flow declares, at spec.egress[0]: got {}, expected no rule, since no flow is declared; `
                + 'declare the flow with connections.allowTo(…), or remove the policy',
        ]);
    });
    test.each([
        ['every port', { ...WEB, ingress: [{ from: [GATEWAY] }] }],
        ['an empty list of ports, which is every port', { ...WEB, ingress: [{ from: [GATEWAY], ports: [] }] }],
        ['every port of a protocol', { ...WEB, ingress: [{ from: [GATEWAY], ports: [{ protocol: 'TCP' }] }] }],
        ['another port', { ...WEB, ingress: [{ from: [GATEWAY], ports: [(0, shop_1.tcp)(9090)] }] }],
        ['one port more', { ...WEB, ingress: [{ from: [GATEWAY], ports: [(0, shop_1.tcp)(8080), (0, shop_1.tcp)(9090)] }] }],
        ['another protocol', { ...WEB, ingress: [{ from: [GATEWAY], ports: [{ port: 8080, protocol: 'UDP' }] }] }],
        ['a range that is wider', { ...WEB, ingress: [{ from: [GATEWAY], ports: [{ port: 8080, endPort: 8081 }] }] }],
        ['a name that is another port', { ...WEB, ingress: [{ from: [GATEWAY], ports: [{ port: 'metrics' }] }] }],
        ['a name that no port has', { ...WEB, ingress: [{ from: [GATEWAY], ports: [{ port: 'http' }] }] }],
        ['a name of the destination, which differs from pod to pod', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [(0, shop_1.peer)('db')], ports: [{ port: 'http' }] }] }],
        ['everyone', { ...WEB, ingress: [{ ports: [(0, shop_1.tcp)(8080)] }] }],
        ['an empty list of peers, which is everyone', { ...WEB, ingress: [{ from: [], ports: [(0, shop_1.tcp)(8080)] }] }],
        ['one peer more', { ...WEB, ingress: [{ from: [GATEWAY, (0, shop_1.peer)('db')], ports: [(0, shop_1.tcp)(8080)] }] }],
        ['fewer labels', { ...WEB, ingress: [{ from: [(0, shop_1.pods)('edge', { app: 'gateway' })], ports: [(0, shop_1.tcp)(8080)] }] }],
        ['every pod of the namespace', { ...WEB, ingress: [{ from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'edge' } } }], ports: [(0, shop_1.tcp)(8080)] }] }],
        ['such pods in every namespace', { ...WEB, ingress: [{ from: [{ namespaceSelector: {}, podSelector: { matchLabels: { app: 'gateway', tier: 'edge' } } }], ports: [(0, shop_1.tcp)(8080)] }] }],
        ['such pods in its own namespace', { ...WEB, ingress: [{ from: [{ podSelector: { matchLabels: { app: 'gateway', tier: 'edge' } } }], ports: [(0, shop_1.tcp)(8080)] }] }],
        ['an empty peer', { ...WEB, ingress: [{ from: [{}], ports: [(0, shop_1.tcp)(8080)] }] }],
        ['addresses instead of pods', { ...WEB, ingress: [{ from: [block('10.0.0.0/8')], ports: [(0, shop_1.tcp)(8080)] }] }],
        ['pods instead of addresses', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [(0, shop_1.peer)('db')], ports: [(0, shop_1.tcp)(443)] }] }],
        ['the internet with private ranges', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('0.0.0.0/0')], ports: [(0, shop_1.tcp)(443)] }] }],
        ['a private range of it', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('10.1.0.0/16')], ports: [(0, shop_1.tcp)(443)] }] }],
        ['a range around a private one', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('8.0.0.0/6', '11.0.0.0/8')], ports: [(0, shop_1.tcp)(443)] }] }],
        ['the part that was left out', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('203.0.113.128/26')], ports: [(0, shop_1.tcp)(8080)] }] }],
        ['the other family', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('2001:db8::/32')], ports: [(0, shop_1.tcp)(443)] }] }],
        ['an address that can be read in two ways', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('198.51.100.1/24')], ports: [(0, shop_1.tcp)(443)] }] }],
        ['a range with a hole that can be read in two ways',
            { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('203.0.113.0/24', '203.0.113.128/024')], ports: [(0, shop_1.tcp)(8080)] }] }],
        ['a range that ends late', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('203.0.113.0/25')], ports: [{ port: 8000, endPort: 9000 }] }] }],
        ['any resolver of names', { ...WEB, policyTypes: ['Egress'], egress: [{ ports: [{ port: 53, protocol: 'UDP' }] }] }],
    ])('%s', (_, spec) => {
        expect(findingsWith(spec)).toEqual([expect.stringContaining(`${RULE}"web" what no flow declares, at spec.`)]);
    });
    test('a policy without podSelector selects every pod', () => {
        expect(findingsWith({ ingress: [{}] })).toHaveLength(2);
    });
    test('a policy without policyTypes is about egress too, if it has rules for it', () => {
        expect(findingsWith({ ...WEB, egress: [{}] })).toEqual([expect.stringContaining('at spec.egress[0]: got {}')]);
    });
    test('a policy that selects by another label of the pods', () => {
        expect(findingsWith({ podSelector: { matchLabels: { app: 'web' } }, ingress: [{}] })).toHaveLength(1);
        expect(findingsWith({ podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'api'] }] }, ingress: [{}] })).toHaveLength(1);
        expect(findingsWith({ podSelector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['db'] }] }, ingress: [{}] })).toHaveLength(1);
    });
    test('the rule that opens more is named, not those beside it', () => {
        const good = { from: [GATEWAY], ports: [(0, shop_1.tcp)(8080)] };
        expect(findingsWith({ ...WEB, ingress: [good, {}, good] })).toEqual([expect.stringContaining('at spec.ingress[1]: got {}')]);
    });
    test('of many flows some are named', () => {
        const { chart, namespace } = (0, shop_1.openShop)();
        const web = (0, shop_1.workload)(namespace, 'web');
        for (let i = 1; i < 9; i++) {
            web.connections.allowFrom((0, shop_1.workload)(namespace, `caller-${i}`));
        }
        (0, shop_1.foreign)(namespace, 'theirs', policy({ ...WEB, ingress: [{}] }));
        const [line] = (0, shop_1.findings)(chart);
        expect(line).toContain('expected part of caller-1 on 8080/TCP or caller-2 on 8080/TCP or caller-3 on 8080/TCP or caller-4 on 8080/TCP or caller-5 on 8080/TCP or 3 more;');
    });
    test('a workload of which no flow is declared expects no rule', () => {
        const { chart, namespace } = (0, shop_1.openShop)();
        (0, shop_1.workload)(namespace, 'web');
        (0, shop_1.foreign)(namespace, 'theirs', policy({ ...WEB, ingress: [{ from: [GATEWAY], ports: [(0, shop_1.tcp)(8080)] }] }));
        expect((0, shop_1.findings)(chart)).toEqual([expect.stringContaining('expected no rule, since no flow is declared; declare the flow with connections.allowFrom(…)')]);
    });
});
describe('a policy that opens no more than what is declared is accepted', () => {
    test.each([
        ['a default deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }],
        ['the very same rules', { ...WEB, policyTypes: ['Ingress', 'Egress'], ingress: [{ from: [GATEWAY], ports: [(0, shop_1.tcp)(8080)] }, { ports: [(0, shop_1.tcp)(9443)] }], egress: [{ to: [(0, shop_1.peer)('db')], ports: [(0, shop_1.tcp)(5432)] }, shop_1.DNS] }],
        ['a port whose protocol goes without saying', { ...WEB, ingress: [{ from: [GATEWAY], ports: [{ port: 8080 }] }] }],
        ['a port by its name', { ...WEB, ingress: [{ from: [GATEWAY], ports: [{ port: 'web' }] }] }],
        ['more labels', { ...WEB, ingress: [{ from: [(0, shop_1.pods)('edge', { app: 'gateway', tier: 'edge', zone: 'a' })], ports: [(0, shop_1.tcp)(8080)] }] }],
        ['further conditions', { ...WEB, ingress: [{ from: [{ ...GATEWAY, podSelector: { matchLabels: { app: 'gateway', tier: 'edge' }, matchExpressions: [{ key: 'x', operator: 'Exists' }] } }], ports: [(0, shop_1.tcp)(8080)] }] }],
        ['anybody who may call the webhook anyway', { ...WEB, ingress: [{ from: [block('0.0.0.0/0'), (0, shop_1.peer)('db')], ports: [(0, shop_1.tcp)(9443)] }] }],
        ['a workload of the same namespace without saying which', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [{ podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'db' } } }], ports: [(0, shop_1.tcp)(5432)] }] }],
        ['a part of the internet', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('198.51.100.0/24')], ports: [(0, shop_1.tcp)(443)] }] }],
        ['a range around a private one, without it', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('8.0.0.0/6', '10.0.0.0/7')], ports: [(0, shop_1.tcp)(443)] }] }],
        ['a part of a range, on a part of its ports', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('203.0.113.0/26')], ports: [{ port: 8080, endPort: 8090 }] }] }],
        ['a whole range without what was left out', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [block('203.0.113.0/24', '203.0.113.128/25')], ports: [(0, shop_1.tcp)(8080)] }] }],
        ['one resolver of names over one protocol', { ...WEB, policyTypes: ['Egress'], egress: [{ to: [(0, shop_1.pods)('kube-system', { 'k8s-app': 'kube-dns' })], ports: [{ port: 53, protocol: 'UDP' }] }] }],
        ['rules for a side that the policy is not about', { ...WEB, policyTypes: ['Ingress'], egress: [{}] }],
        ['rules for pods of others', { podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'other' } }, ingress: [{}] }],
        ['rules for pods without a label of ours', { podSelector: { matchExpressions: [{ key: 'app.kubernetes.io/instance', operator: 'DoesNotExist' }] }, ingress: [{}] }],
        ['no spec at all', undefined],
    ])('%s', (_, spec) => {
        expect(findingsWith(spec)).toEqual([]);
    });
    test('an allow-all in a namespace of others', () => {
        const { chart } = declared();
        (0, shop_1.foreign)(chart, 'theirs', { ...policy({ podSelector: {}, ingress: [{}] }), metadata: { namespace: 'elsewhere' } });
        expect((0, shop_1.findings)(chart)).toEqual([]);
    });
    test('an object of another group that is called a NetworkPolicy', () => {
        const { chart, namespace } = declared();
        (0, shop_1.foreign)(namespace, 'calico', { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', metadata: { namespace: 'shop' }, spec: { selector: 'app == "x"', ingress: [{ action: 'Allow' }] } });
        expect((0, shop_1.findings)(chart)).toEqual([]);
    });
});
describe('cdk8s-plus', () => {
    test('allowTo to a peer without a port opens every port, and is refused', () => {
        const { chart, namespace } = declared();
        const theirs = new kplus.Deployment(namespace, 'theirs', { containers: [{ image: 'theirs:1' }] });
        theirs.connections.allowTo((0, shop_1.workload)(namespace, 'api'));
        const lines = (0, shop_1.findings)(chart);
        expect(lines).toEqual([expect.stringMatching(/^\[shop\/shop\/.*\] policy-opens-declared-flows-only: NetworkPolicy ".*" opens to "api" what no flow declares, at spec\.ingress\[0\]/)]);
        expect(lines[0]).toContain('expected no rule, since no flow is declared; declare the flow with connections.allowFrom(…), or remove the policy');
    });
    test('a policy with exactly the declared flow is accepted', () => {
        const { chart, namespace } = (0, shop_1.openShop)();
        const [web, db] = [(0, shop_1.workload)(namespace, 'web'), (0, shop_1.workload)(namespace, 'db', { port: 5432 })];
        web.connections.allowTo(db);
        new kplus.NetworkPolicy(namespace, 'theirs', {
            selector: db, ingress: { rules: [{ peer: web, ports: [kplus.NetworkPolicyPort.tcp(5432)] }] },
        });
        expect((0, shop_1.findings)(chart)).toEqual([]);
    });
});
describe('a policy of ours that is patched', () => {
    const patched = (name, ...patches) => {
        const { chart } = declared();
        (0, shop_1.objectOf)(chart, 'NetworkPolicy', name).addJsonPatch(...patches);
        return (0, shop_1.findings)(chart);
    };
    const PATCHED = (path, name) => `[${path}] policy-opens-declared-flows-only: NetworkPolicy "${name}" opens to "web" what no flow declares, `;
    test('to open more is refused', () => {
        expect(patched('web', cdk8s_1.JsonPatch.add('/spec/ingress/-', {}))).toEqual([
            `${PATCHED('shop/shop/web', 'web')}at spec.ingress[2]: got {}, expected ${INGRESS_OF_WEB}; declare the flow with connections.allowFrom(…), or remove the policy`,
        ]);
        expect(patched('web', cdk8s_1.JsonPatch.remove('/spec/ingress/0/ports'))).toEqual([expect.stringContaining(PATCHED('shop/shop/web', 'web'))]);
        expect(patched('web', cdk8s_1.JsonPatch.remove('/spec/ingress/0/from'))).toEqual([expect.stringContaining(PATCHED('shop/shop/web', 'web'))]);
        expect(patched('web', cdk8s_1.JsonPatch.replace('/spec/ingress/0/ports/0/port', 9090))).toEqual([expect.stringContaining(PATCHED('shop/shop/web', 'web'))]);
        expect(patched('db', cdk8s_1.JsonPatch.replace('/spec/podSelector', {}))).toEqual([
            expect.stringContaining('[shop/shop/db] made-object-unchanged: '), expect.stringContaining(PATCHED('shop/shop/db', 'db')),
        ]);
    });
    test('the default deny too', () => {
        expect(patched('default-deny', cdk8s_1.JsonPatch.add('/spec/ingress', [{}])).filter(line => line.includes(' policy-opens-declared-flows-only: '))).toHaveLength(2);
    });
    test('to open less is accepted', () => {
        expect(patched('web', cdk8s_1.JsonPatch.remove('/spec/ingress/0'))).toEqual([]);
        expect(patched('web', cdk8s_1.JsonPatch.add('/metadata/annotations', { why: 'not' }))).toEqual([]);
    });
    test('after a synthesis is judged by the next', () => {
        const { chart } = declared();
        expect((0, shop_1.findings)(chart)).toEqual([]);
        (0, shop_1.objectOf)(chart, 'NetworkPolicy', 'web').addJsonPatch(cdk8s_1.JsonPatch.add('/spec/egress/-', {}));
        expect((0, shop_1.findings)(chart)).toHaveLength(1);
    });
});
test('a foreign policy that is patched after a synthesis is judged by the next', () => {
    const { chart, namespace } = declared();
    const theirs = (0, shop_1.foreign)(namespace, 'theirs', policy({ podSelector: {}, policyTypes: ['Ingress'] }));
    expect((0, shop_1.findings)(chart)).toEqual([]);
    theirs.addJsonPatch(cdk8s_1.JsonPatch.add('/spec/ingress', [{}]));
    expect((0, shop_1.findings)(chart)).toHaveLength(2);
});
test('a foreign policy is judged in every namespace that the app makes', () => {
    const { chart } = declared();
    const data = new secure_namespace_1.SecureNamespace(chart, 'data');
    (0, shop_1.workload)(data, 'store');
    (0, shop_1.foreign)(data, 'theirs', policy({ podSelector: {}, ingress: [{}] }));
    expect((0, shop_1.findings)(chart)).toEqual([expect.stringContaining('opens to "store" what no flow declares')]);
});
