"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const shop_1 = require("./shop");
const cluster_dns_1 = require("../../src/kube/cluster-dns");
const cni_1 = require("../../src/kube/cni");
const pod_security_level_1 = require("../../src/kube/pod-security-level");
const secure_namespace_1 = require("../../src/namespace/secure-namespace");
const external_1 = require("../../src/network/external");
const pods_1 = require("../../src/network/pods");
const health_1 = require("../../src/workload/health");
const calling = (to, waivers = []) => {
    const { chart, namespace } = (0, shop_1.shop)();
    (0, shop_1.workload)(namespace, 'web', { waivers }).connections.allowTo(to, { port: 80 });
    return chart;
};
describe('the metadata service of clouds', () => {
    const finding = (cidr) => '[shop/shop/web] metadata-address-closed: flow of "web" opens the metadata service of the cloud, where whoever asks receives '
        + `the node's credentials: got "${cidr}", expected a range without 169.254.169.254 and fd00:ec2::254; `
        + 'leave it out with except, or waive metadata-address-closed with the reason';
    test.each([
        '0.0.0.0/0', '169.254.169.254/32', '169.254.0.0/16', '128.0.0.0/1', '::/0', 'fd00:ec2::254/128', 'fc00::/7',
    ])('%s opens it', cidr => {
        expect((0, shop_1.findings)(calling(external_1.External.cidr(cidr)))).toEqual([finding(cidr)]);
    });
    test('is opened by nodes and the API server of any address too', () => {
        expect((0, shop_1.findings)(calling(external_1.Nodes.cidrs(['0.0.0.0/0'])))).toEqual([finding('0.0.0.0/0')]);
        expect((0, shop_1.findings)(calling(external_1.KubeApi.cidrs(['10.0.0.1/32', '::/0'])))).toEqual([finding('::/0')]);
    });
    test('stays closed where it is left out, alone or with its range', () => {
        expect((0, shop_1.findings)(calling(external_1.External.cidr('0.0.0.0/0', { except: ['169.254.169.254/32'] })))).toEqual([]);
        expect((0, shop_1.findings)(calling(external_1.External.cidr('169.254.0.0/16', { except: ['169.254.128.0/17'] })))).toEqual([]);
        expect((0, shop_1.findings)(calling(external_1.External.cidr('fd00:ec2::/32', { except: ['fd00:ec2::/64'] })))).toEqual([]);
    });
    test('is open if another range leaves out something else', () => {
        expect((0, shop_1.findings)(calling(external_1.External.cidr('169.254.0.0/16', { except: ['169.254.0.0/17'] })))).toEqual([finding('169.254.0.0/16')]);
    });
    test('is opened by one of two flows, though the other leaves it out: a policy cannot subtract', () => {
        const { chart, namespace } = (0, shop_1.shop)();
        const web = (0, shop_1.workload)(namespace, 'web');
        web.connections.allowTo(external_1.External.internet(), { port: 80 });
        web.connections.allowTo(external_1.External.cidr('169.254.169.254/32'), { port: 80 });
        web.connections.allowTo(external_1.External.cidr('169.254.169.254/32'), { port: 8080 });
        expect((0, shop_1.findings)(chart)).toEqual([finding('169.254.169.254/32')]);
    });
    test('is no matter of who may call', () => {
        const { chart, namespace } = (0, shop_1.shop)();
        (0, shop_1.workload)(namespace, 'web').connections.allowFrom(external_1.External.cidr('0.0.0.0/0'));
        expect((0, shop_1.findings)(chart)).toEqual([]);
    });
    test('is not opened by the internet, in either family', () => {
        const { chart, namespace } = (0, shop_1.shop)({ ipv6: true });
        (0, shop_1.workload)(namespace, 'web').connections.allowTo(external_1.External.internet(), { port: 80 });
        expect((0, shop_1.findings)(chart)).toEqual([]);
    });
    test('may be opened with a waiver, which is written on the Deployment', () => {
        const chart = calling(external_1.External.cidr('169.254.169.254/32'), [{ rule: 'metadata-address-closed', reason: 'It reads its own zone.' }]);
        expect((0, shop_1.findings)(chart)).toEqual([]);
        expect((0, shop_1.manifest)(chart, 'Deployment', 'web').metadata.annotations).toMatchObject({ 'waiver.cdk8s-hardened/metadata-address-closed': 'It reads its own zone.' });
        expect((0, shop_1.manifest)(chart, 'NetworkPolicy', 'web').spec.egress).toEqual([{ to: [{ ipBlock: { cidr: '169.254.169.254/32' } }], ports: [{ port: 80, protocol: 'TCP' }] }]);
    });
});
describe('pods that are named by labels', () => {
    const finding = (what, labels) => `[shop/shop/web] flow-opens-both-sides: flow of "web" names ${what} by labels, `
        + `and the app makes that namespace itself: got ${labels}, expected the workload; pass the workload instead of labels, so that both sides are opened`;
    test('in a namespace of the app have a side that nobody opens', () => {
        const { chart, namespace } = (0, shop_1.shop)();
        const web = (0, shop_1.workload)(namespace, 'web');
        web.connections.allowTo(pods_1.Pods.inNamespace('shop', { app: 'db' }), { port: 5432 });
        web.connections.allowFrom(pods_1.Monitoring.pods('late', { app: 'prometheus' }));
        new secure_namespace_1.SecureNamespace(chart, 'late');
        expect((0, shop_1.findings)(chart)).toEqual([finding('pods in shop', '{"app":"db"}'), finding('monitoring in late', '{"app":"prometheus"}')]);
    });
    test('in a namespace that is imported or unknown are the business of others', () => {
        const { chart, namespace } = (0, shop_1.shop)();
        secure_namespace_1.SecureNamespace.imported(chart, 'theirs', { level: pod_security_level_1.PodSecurityLevel.RESTRICTED });
        const web = (0, shop_1.workload)(namespace, 'web');
        web.connections.allowTo(pods_1.Pods.inNamespace('theirs', { app: 'db' }), { port: 5432 });
        web.connections.allowTo(pods_1.Pods.inNamespace('unknown', { app: 'db' }), { port: 5432 });
        expect((0, shop_1.findings)(chart)).toEqual([]);
    });
});
describe('the VPC CNI of AWS', () => {
    const moved = (cni, ports) => {
        const { chart, namespace } = (0, shop_1.shop)({ cni });
        const db = (0, shop_1.workload)(namespace, 'db', {
            ports, sidecars: [{ name: 'exporter', image: 'registry.example.com/exporter:1', ports: [{ number: 9100, name: 'export' }], health: health_1.Health.tcp() }],
        });
        const web = (0, shop_1.workload)(namespace, 'web');
        ports.forEach(({ number }) => web.connections.allowTo(db, { port: number }));
        web.connections.allowTo(db, { portName: 'export' });
        return (0, shop_1.findings)(chart);
    };
    test('enforces a flow only where the Service\'s port equals the container\'s', () => {
        expect(moved(cni_1.Cni.AWS_VPC_CNI, [{ number: 8080, servicePort: 80, name: 'web' }, { number: 9090, name: 'metrics' }])).toEqual([
            '[shop/shop/db] service-port-equals-container-port: the VPC CNI of AWS would drop the flow from "web" to "db": '
                + 'got {"servicePort":80,"port":8080}, expected a Service port that equals the container\'s; leave servicePort out',
        ]);
    });
    test('has nothing against equal ports, nor against a sidecar, to which no Service leads', () => {
        expect(moved(cni_1.Cni.AWS_VPC_CNI, [{ number: 8080 }])).toEqual([]);
    });
    test.each([cni_1.Cni.GENERIC, cni_1.Cni.CALICO, cni_1.Cni.CILIUM])('is alone in this: %s does not care', cni => {
        expect(moved(cni, [{ number: 8080, servicePort: 80 }])).toEqual([]);
    });
    const blocks = (cni, flows) => {
        const { chart, namespace } = (0, shop_1.shop)({ cni, ipv6: true, clusterDns: cluster_dns_1.ClusterDns.openshift() });
        const web = (0, shop_1.workload)(namespace, 'web');
        flows.forEach(([to, port]) => web.connections.allowTo(to, { port }));
        return (0, shop_1.findings)(chart);
    };
    const merged = (cidr) => '[shop/shop/web] address-blocks-apart: the VPC CNI of AWS merges the ports of overlapping blocks in the flows of "web": '
        + `got "${cidr}", expected blocks that do not overlap, or one set of ports; narrow one of the blocks`;
    test.each([
        ['one inside the other', [[external_1.External.cidr('203.0.113.0/24'), 443], [external_1.External.cidr('203.0.113.8/29'), 80]], '203.0.113.8/29'],
        ['the internet and a part of it', [[external_1.External.internet(), 443], [external_1.External.cidr('203.0.113.0/24'), 80]], '203.0.113.0/24'],
        ['one more port on the inner one',
            [[external_1.External.cidr('203.0.113.0/24'), 443], [external_1.External.cidr('203.0.113.8/29'), 443], [external_1.External.cidr('203.0.113.8/29'), 80]], '203.0.113.8/29'],
        ['of IPv6', [[external_1.External.cidr('2001:db8::/32'), 443], [external_1.External.cidr('2001:db8:1::/48'), 80]], '2001:db8:1::/48'],
        ['the same but for what is left out', [[external_1.External.cidr('203.0.113.0/24'), 443], [external_1.External.cidr('203.0.113.0/24', { except: ['203.0.113.0/32'] }), 80]],
            '203.0.113.0/24'],
    ])('merges the ports of overlapping blocks: %s', (_, flows, cidr) => {
        expect(blocks(cni_1.Cni.AWS_VPC_CNI, flows)).toEqual([merged(cidr)]);
        expect(blocks(cni_1.Cni.CALICO, flows)).toEqual([]);
    });
    test.each([
        ['with equal ports', [[external_1.External.cidr('203.0.113.0/24'), 443], [external_1.External.cidr('203.0.113.8/29'), 443]]],
        ['that lie apart', [[external_1.External.cidr('203.0.113.0/24'), 443], [external_1.External.cidr('203.0.112.0/24'), 80]]],
        ['that are one, whose ports stand in one rule', [[external_1.KubeApi.cidrs(['10.0.0.1/32', '10.96.0.1/32']), 6443], [external_1.KubeApi.cidrs(['10.0.0.1/32', '10.96.0.1/32']), 443]]],
        ['that are the internet, on two ports', [[external_1.External.internet(), 443], [external_1.External.internet(), 80]]],
    ])('keeps apart blocks %s', (_, flows) => {
        expect(blocks(cni_1.Cni.AWS_VPC_CNI, flows)).toEqual([]);
    });
});
