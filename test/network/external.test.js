"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const shop_1 = require("./shop");
const external_1 = require("../../src/network/external");
/** What a workload's policy lets out to a peer, and nothing else. */
function egressTo(peer, settings = {}) {
    const { chart, namespace } = (0, shop_1.shop)(settings);
    (0, shop_1.workload)(namespace, 'web').connections.allowTo(peer, { port: 443 });
    return (0, shop_1.manifest)(chart, 'NetworkPolicy', 'web').spec.egress[0];
}
const PRIVATE_V4 = ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'];
const PRIVATE_V6 = ['fc00::/7', 'fe80::/10'];
test.each(['203.0.113.0/24', '2001:db8::/32', '198.51.100.7/32'])('External.cidr opens %s and nothing else', cidr => {
    expect(egressTo(external_1.External.cidr(cidr))).toEqual({ to: [{ ipBlock: { cidr } }], ports: [(0, shop_1.tcp)(443)] });
    expect(external_1.External.cidr(cidr).description).toBe(`external ${cidr}`);
});
test('External.cidr leaves closed what it is told to', () => {
    expect(egressTo(external_1.External.cidr('203.0.113.0/24', { except: ['203.0.113.8/29', '203.0.113.128/25'] }))).toEqual({
        to: [{ ipBlock: { cidr: '203.0.113.0/24', except: ['203.0.113.8/29', '203.0.113.128/25'] } }], ports: [(0, shop_1.tcp)(443)],
    });
});
test('External.cidr writes the one spelling of an IPv6 range', () => {
    expect(egressTo(external_1.External.cidr('2001:0DB8:0:0::/48', { except: ['2001:DB8:0:1::/64'] }))).toMatchObject({
        to: [{ ipBlock: { cidr: '2001:db8::/48', except: ['2001:db8:0:1::/64'] } }],
    });
});
test.each([
    ['203.0.113.7/24', 'external CIDR: got "203.0.113.7/24", expected a CIDR without bits behind its prefix; '
            + 'write 203.0.113.0/24 for the whole range, or 203.0.113.7/32 for the one address'],
    ['203.0.113.7', 'external CIDR: got "203.0.113.7", expected a CIDR with a prefix length; write 203.0.113.7/32 for the one address'],
    ['example.com', 'external CIDR: got "example.com", expected a CIDR; write it like 203.0.113.0/24 or 2001:db8::/32, without zone and without leading zeros'],
])('External.cidr refuses %s', (cidr, message) => {
    expect(() => external_1.External.cidr(cidr)).toThrow(new Error(message));
});
test.each([
    ['another range', '203.0.113.0/24', '203.0.112.0/24'], ['the whole range', '203.0.113.0/24', '203.0.113.0/24'], ['a wider range', '203.0.113.0/24', '203.0.0.0/16'],
    ['the other family', '::/0', '10.0.0.0/8'],
])('External.cidr refuses to leave out %s, as the API server does', (_, cidr, except) => {
    expect(() => external_1.External.cidr(cidr, { except: [except] })).toThrow(new Error(`except of external CIDR lies outside of it: got "${except}", expected a range inside ${cidr}; leave it out`));
});
test('the internet is every address but private and link-local ones', () => {
    expect(egressTo(external_1.External.internet())).toEqual({ to: [{ ipBlock: { cidr: '0.0.0.0/0', except: PRIVATE_V4 } }], ports: [(0, shop_1.tcp)(443)] });
});
test('the internet is of both families where pods have IPv6 addresses', () => {
    expect(egressTo(external_1.External.internet(), { ipv6: true })).toEqual({
        to: [{ ipBlock: { cidr: '0.0.0.0/0', except: PRIVATE_V4 } }, { ipBlock: { cidr: '::/0', except: PRIVATE_V6 } }], ports: [(0, shop_1.tcp)(443)],
    });
});
test('the internet is without the ranges of the cluster, each in its family', () => {
    const clusterCidrs = ['198.18.0.0/15', '2600:1f00::/40'];
    expect(egressTo(external_1.External.internet(), { clusterCidrs })).toMatchObject({ to: [{ ipBlock: { except: [...PRIVATE_V4, '198.18.0.0/15'] } }] });
    expect(egressTo(external_1.External.internet(), { clusterCidrs, ipv6: true })).toMatchObject({
        to: [{ ipBlock: { except: [...PRIVATE_V4, '198.18.0.0/15'] } }, { ipBlock: { except: [...PRIVATE_V6, '2600:1f00::/40'] } }],
    });
});
test('a range of the cluster that is closed already, or twice, adds nothing', () => {
    expect((0, external_1.internetBlocks)(['10.244.0.0/16', '198.18.0.0/15', '198.18.0.0/15', '198.19.0.0/16'], false)).toEqual([
        { cidr: '0.0.0.0/0', except: [...PRIVATE_V4, '198.18.0.0/15'] },
    ]);
});
test('a range of the cluster takes in a private one that it contains', () => {
    expect((0, external_1.internetBlocks)(['172.0.0.0/8'], false)[0].except).toEqual(['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '192.168.0.0/16', '172.0.0.0/8']);
});
test.each(['0.0.0.0/0', '::/0'])('a cluster of all addresses, %s, is refused', cidr => {
    expect(() => (0, external_1.internetBlocks)([cidr], true)).toThrow(new Error(`clusterCidrs leave no internet: got "${cidr}", expected the ranges of pods, Services and nodes; name those alone`));
});
test('the internet never holds a metadata service', () => {
    expect((0, external_1.internetBlocks)([], true).filter(external_1.opensMetadata)).toEqual([]);
});
test.each([
    ['0.0.0.0/0', [], true], ['169.254.169.254/32', [], true], ['169.254.0.0/16', [], true], ['169.254.169.0/24', ['169.254.169.254/32'], false],
    ['0.0.0.0/0', ['169.254.0.0/16'], false], ['0.0.0.0/0', ['169.254.169.253/32'], true], ['169.254.170.2/32', [], false],
    ['::/0', [], true], ['fd00:ec2::/32', [], true], ['fd00:ec2::/32', ['fd00:ec2::254/128'], false], ['fe80::/10', [], false], ['10.0.0.0/8', [], false],
])('%s without %j opens a metadata service: %s', (cidr, except, opens) => {
    expect((0, external_1.opensMetadata)({ cidr, except })).toBe(opens);
});
test('the API server is its addresses, on the port that the flow names', () => {
    expect(egressTo(external_1.KubeApi.cidrs(['10.0.0.10/32', '10.96.0.1/32']))).toEqual({
        to: [{ ipBlock: { cidr: '10.0.0.10/32' } }, { ipBlock: { cidr: '10.96.0.1/32' } }], ports: [(0, shop_1.tcp)(443)],
    });
});
test('nodes are their addresses', () => {
    expect(egressTo(external_1.Nodes.cidrs(['192.0.2.0/24']))).toEqual({ to: [{ ipBlock: { cidr: '192.0.2.0/24' } }], ports: [(0, shop_1.tcp)(443)] });
});
test('an address given twice is opened once', () => {
    expect(egressTo(external_1.Nodes.cidrs(['192.0.2.0/24', '192.0.2.0/24']))).toMatchObject({ to: [{ ipBlock: { cidr: '192.0.2.0/24' } }] });
});
test.each([
    ['the API server', () => external_1.KubeApi.cidrs([])], ['nodes', () => external_1.Nodes.cidrs([])],
])('%s without an address are refused: nothing falls back to every address', (what, make) => {
    expect(make).toThrow(new Error(`${what} has no address: got [], expected one CIDR or more; name its addresses; there is no fallback to every address`));
});
test.each([
    ['the API server', () => external_1.KubeApi.cidrs(['10.0.0.10'])], ['nodes', () => external_1.Nodes.cidrs(['10.0.0.10'])],
])('%s with an address that is no CIDR are refused', (what, make) => {
    expect(make).toThrow(new Error(`CIDR of ${what}: got "10.0.0.10", expected a CIDR with a prefix length; write 10.0.0.10/32 for the one address`));
});
test('the API server as the caller of a webhook is let in from wherever it calls, on that port alone', () => {
    const { chart, namespace } = (0, shop_1.shop)();
    (0, shop_1.workload)(namespace, 'hook', { port: 9443 }).connections.allowFrom(external_1.KubeApi.webhookCaller());
    expect((0, shop_1.manifest)(chart, 'NetworkPolicy', 'hook').spec).toEqual({
        podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'hook' } }, policyTypes: ['Ingress', 'Egress'], ingress: [{ ports: [(0, shop_1.tcp)(9443)] }],
    });
});
test('the API server without addresses cannot be called', () => {
    const { namespace } = (0, shop_1.shop)();
    expect(() => (0, shop_1.workload)(namespace, 'web').connections.allowTo(external_1.KubeApi.webhookCaller(), { port: 443 })).toThrow(new Error('flow from "web" leads to the API server, from whatever address it calls: expected a destination with addresses or pods; '
        + 'use KubeApi.cidrs(…) to call the API server'));
});
