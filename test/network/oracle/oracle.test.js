"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const cluster_1 = require("./cluster");
const oracle_1 = require("./oracle");
/*
 * The cluster of the e2e tests of Kubernetes: pods a, b and c in each of the namespaces x, y and z. All answers are stated by hand.
 */
const PORTS = [
    { name: 'serve-80-tcp', containerPort: 80 }, { name: 'serve-81-tcp', containerPort: 81, protocol: 'TCP' },
    { name: 'serve-80-udp', containerPort: 80, protocol: 'UDP' }, { name: 'serve-80-sctp', containerPort: 80, protocol: 'SCTP' },
];
const POD = (namespace, name, spec = {}, labels = { pod: name }) => ({ kind: 'Pod', metadata: { namespace, name, labels }, spec: { containers: [{ ports: PORTS }], ...spec } });
const MANIFESTS = [
    ...['x', 'y', 'z'].flatMap(ns => [
        { kind: 'Namespace', metadata: { name: ns, labels: { ns } } }, ...['a', 'b', 'c'].map(name => POD(ns, name)),
    ]),
    POD('x', 'host', { hostNetwork: true }, { pod: 'a' }),
    POD('x', 'bare', {}, {}),
    // Serves under the same name on another port.
    POD('z', 'odd', { containers: [{ ports: [{ name: 'serve-80-tcp', containerPort: 8080 }] }] }),
    POD('unlabelled', 'a'),
];
const on = (namespace, spec) => ({ kind: 'NetworkPolicy', metadata: { namespace, name: 'p' }, spec });
/** A policy for x/a. */
const xa = (spec) => on('x', { podSelector: { matchLabels: { pod: 'a' } }, ...spec });
const from = (...peers) => xa({ ingress: [{ from: peers }] });
const to = (...peers) => xa({ policyTypes: ['Egress'], egress: [{ to: peers }] });
const portsIn = (...ports) => xa({ ingress: [{ ports }] });
const portsOut = (...ports) => xa({ policyTypes: ['Egress'], egress: [{ ports }] });
const labels = (matchLabels) => ({ matchLabels });
const where = (key, operator, ...values) => ({ matchExpressions: [{ key, operator, ...values.length > 0 ? { values } : {} }] });
const block = (cidr, ...except) => ({ ipBlock: { cidr, ...except.length > 0 ? { except } : {} } });
/** `x/a < y/b` asks the ingress side of x/a for y/b, `x/a > y/b` the egress side of x/a. */
function answer(policies, question) {
    const cluster = cluster_1.Cluster.of([...MANIFESTS, ...policies]);
    const party = (text) => text.includes('/') ? cluster.pod(text) : text;
    const [subject, arrow, other] = question.split(' ');
    return (arrow === '<' ? oracle_1.allowedIngress : oracle_1.allowedEgress)(cluster, party(subject), party(other)).show();
}
function check(cases) {
    test.each(cases)('%s', (_, policies, answers) => {
        const actual = Object.fromEntries(Object.keys(answers).map(question => [question, answer(policies, question)]));
        expect(actual).toEqual(answers);
    });
}
describe('whom a policy holds', () => check([
    ['without policies everything is allowed', [], { 'x/a < y/b': 'all', 'x/a > y/b': 'all', 'x/a > 203.0.113.1': 'all', 'x/a < 2001:db8::1': 'all' }],
    ['a default deny of ingress', [on('x', { podSelector: {}, policyTypes: ['Ingress'] })],
        { 'x/a < x/b': 'none', 'x/c < y/a': 'none', 'x/a < 203.0.113.1': 'none', 'x/a > y/b': 'all', 'y/a < x/a': 'all' }],
    ['a default deny of egress', [on('x', { podSelector: {}, policyTypes: ['Egress'] })],
        { 'x/a > x/b': 'none', 'x/a > 2001:db8::1': 'none', 'x/a < y/b': 'all', 'y/a > x/a': 'all' }],
    ['a default deny of both', [on('x', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] })], { 'x/a < x/b': 'none', 'x/a > x/b': 'none' }],
    ['the empty selector holds a pod without labels', [on('x', { podSelector: {} })], { 'x/bare < y/a': 'none' }],
    ['a missing selector is an empty one', [on('x', {})], { 'x/a < y/a': 'none', 'x/bare < y/a': 'none' }],
    ['a pod that is not selected is open', [from({ podSelector: {} })], { 'x/b < y/a': 'all', 'x/bare < y/a': 'all' }],
    ['the same labels in another namespace are not selected', [from({ podSelector: {} })], { 'y/a < z/a': 'all' }],
    ['every label must be there', [on('x', { podSelector: labels({ pod: 'a', tier: 'web' }) })], { 'x/a < y/a': 'all' }],
    ['a selector by In', [on('x', { podSelector: where('pod', 'In', 'a', 'b') })], { 'x/a < y/a': 'none', 'x/b < y/a': 'none', 'x/c < y/a': 'all', 'x/bare < y/a': 'all' }],
    ['a selector by NotIn holds who has no such label', [on('x', { podSelector: where('pod', 'NotIn', 'a') })],
        { 'x/a < y/a': 'all', 'x/b < y/a': 'none', 'x/bare < y/a': 'none' }],
    ['a selector by Exists', [on('x', { podSelector: where('pod', 'Exists') })], { 'x/a < y/a': 'none', 'x/bare < y/a': 'all' }],
    ['a selector by DoesNotExist', [on('x', { podSelector: where('pod', 'DoesNotExist') })], { 'x/a < y/a': 'all', 'x/bare < y/a': 'none' }],
    ['a host-network pod is held by none', [on('x', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] })], { 'x/host < y/a': 'all', 'x/host > y/a': 'all' }],
    ['an address is held by none', [on('x', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] })], { '203.0.113.1 > x/a': 'all' }],
]));
describe('policyTypes', () => check([
    ['left out, egress rules make it both', [xa({ egress: [{}] })], { 'x/a < y/a': 'none', 'x/a > y/a': 'all' }],
    ['left out, an empty list of egress rules does not', [xa({ egress: [] })], { 'x/a < y/a': 'none', 'x/a > y/a': 'all' }],
    ['left out, without rules it is ingress', [xa({})], { 'x/a < y/a': 'none', 'x/a > y/a': 'all' }],
    ['Egress alone with ingress rules leaves ingress open', [xa({ policyTypes: ['Egress'], ingress: [{ from: [{ podSelector: {} }] }] })],
        { 'x/a < y/a': 'all', 'x/a > y/a': 'none' }],
    ['Ingress alone with egress rules leaves egress open', [xa({ policyTypes: ['Ingress'], egress: [{ to: [{ podSelector: {} }] }] })],
        { 'x/a < y/a': 'none', 'x/a > y/a': 'all' }],
    ['both with rules for one close the other', [xa({ policyTypes: ['Ingress', 'Egress'], ingress: [{}] })], { 'x/a < y/a': 'all', 'x/a > y/a': 'none' }],
]));
describe('peers', () => check([
    ['an empty rule is everyone', [xa({ ingress: [{}] })], { 'x/a < y/a': 'all', 'x/a < 203.0.113.1': 'all', 'x/a < x/host': 'all' }],
    ['an empty list of peers is everyone', [xa({ ingress: [{ from: [] }] })], { 'x/a < y/a': 'all', 'x/a < fd00::1': 'all' }],
    ['an empty list of rules is no one', [xa({ ingress: [] })], { 'x/a < y/a': 'none' }],
    ['a pod selector alone means the own namespace', [from({ podSelector: labels({ pod: 'b' }) })], { 'x/a < x/b': 'all', 'x/a < y/b': 'none', 'x/a < x/c': 'none' }],
    ['an empty pod selector means all of the own namespace', [from({ podSelector: {} })], { 'x/a < x/c': 'all', 'x/a < x/bare': 'all', 'x/a < y/a': 'none', 'x/a < 203.0.113.1': 'none' }],
    ['a pod selector alone on egress means the own namespace', [to({ podSelector: labels({ pod: 'b' }) })], { 'x/a > x/b': 'all', 'x/a > y/b': 'none' }],
    ['a namespace selector alone means all of its pods', [from({ namespaceSelector: labels({ ns: 'y' }) })], { 'x/a < y/a': 'all', 'x/a < y/c': 'all', 'x/a < x/b': 'none', 'x/a < z/a': 'none' }],
    ['an empty namespace selector means all pods, but no address', [from({ namespaceSelector: {} })],
        { 'x/a < z/c': 'all', 'x/a < x/b': 'all', 'x/a < unlabelled/a': 'all', 'x/a < 203.0.113.1': 'none' }],
    ['an empty namespace selector with an empty pod selector too', [from({ namespaceSelector: {}, podSelector: {} })], { 'x/a < z/c': 'all', 'x/a < 203.0.113.1': 'none' }],
    ['two selectors in one peer must both agree', [from({ namespaceSelector: labels({ ns: 'y' }), podSelector: labels({ pod: 'b' }) })],
        { 'x/a < y/b': 'all', 'x/a < y/a': 'none', 'x/a < x/b': 'none', 'x/a < z/b': 'none' }],
    ['two selectors in two peers are either', [from({ namespaceSelector: labels({ ns: 'y' }) }, { podSelector: labels({ pod: 'b' }) })],
        { 'x/a < y/a': 'all', 'x/a < x/b': 'all', 'x/a < z/b': 'none', 'x/a < x/c': 'none' }],
    ['any namespace with one pod selector', [from({ namespaceSelector: {}, podSelector: labels({ pod: 'b' }) })], { 'x/a < z/b': 'all', 'x/a < x/b': 'all', 'x/a < z/a': 'none' }],
    ['a namespace by its name', [from({ namespaceSelector: labels({ 'kubernetes.io/metadata.name': 'unlabelled' }) })], { 'x/a < unlabelled/a': 'all', 'x/a < y/a': 'none' }],
    ['namespaces by In', [from({ namespaceSelector: where('ns', 'In', 'x', 'y') })], { 'x/a < x/b': 'all', 'x/a < y/b': 'all', 'x/a < z/b': 'none', 'x/a < unlabelled/a': 'none' }],
    ['namespaces by NotIn, the unlabelled one too', [from({ namespaceSelector: where('ns', 'NotIn', 'x') })], { 'x/a < x/b': 'none', 'x/a < y/b': 'all', 'x/a < unlabelled/a': 'all' }],
    ['namespaces by Exists', [from({ namespaceSelector: where('ns', 'Exists') })], { 'x/a < z/b': 'all', 'x/a < unlabelled/a': 'none' }],
    ['namespaces by DoesNotExist', [from({ namespaceSelector: where('ns', 'DoesNotExist') })], { 'x/a < z/b': 'none', 'x/a < unlabelled/a': 'all' }],
    ['pods by NotIn', [from({ podSelector: where('pod', 'NotIn', 'b', 'c') })], { 'x/a < x/b': 'none', 'x/a < x/c': 'none', 'x/a < x/bare': 'all', 'x/a < y/a': 'none' }],
    ['labels and expressions must both agree', [from({ podSelector: { ...labels({ pod: 'b' }), ...where('pod', 'NotIn', 'b') } })], { 'x/a < x/b': 'none' }],
    ['a selector that is null is none', [from({ namespaceSelector: null, podSelector: labels({ pod: 'b' }) })], { 'x/a < x/b': 'all', 'x/a < y/b': 'none' }],
    ['a workload with itself is two replicas', [from({ podSelector: labels({ pod: 'b' }) })], { 'x/a < x/a': 'none', 'x/b < x/b': 'all' }],
    ['replicas may be let in', [from({ podSelector: labels({ pod: 'a' }) })], { 'x/a < x/a': 'all' }],
    ['no selector finds a host-network pod', [from({ namespaceSelector: {} }, { podSelector: {} }), to({ namespaceSelector: {} })], { 'x/a < x/host': 'none', 'x/a > x/host': 'none' }],
]));
describe('ports', () => check([
    ['an empty list is every port', [xa({ ingress: [{ ports: [] }] })], { 'x/a < y/a': 'all' }],
    ['a number', [portsIn({ port: 80, protocol: 'TCP' })], { 'x/a < y/a': 'TCP 80', 'x/a < 203.0.113.1': 'TCP 80', 'x/a > y/a': 'all' }],
    ['without protocol is TCP', [portsIn({ port: 80 })], { 'x/a < y/a': 'TCP 80' }],
    ['of several protocols', [portsIn({ port: 80, protocol: 'UDP' }, { port: 80, protocol: 'SCTP' })], { 'x/a < y/a': 'UDP 80; SCTP 80' }],
    ['a protocol without number is all of its ports', [portsIn({ protocol: 'UDP' })], { 'x/a < y/a': 'UDP 1-65535' }],
    ['an empty port is all of TCP', [portsIn({})], { 'x/a < y/a': 'TCP 1-65535' }],
    ['a range has both of its ends', [portsIn({ port: 80, endPort: 90 })], { 'x/a < y/a': 'TCP 80-90' }],
    ['a range of one', [portsIn({ port: 80, endPort: 80, protocol: 'SCTP' })], { 'x/a < y/a': 'SCTP 80' }],
    ['ranges that touch are one', [portsIn({ port: 80, endPort: 90 }, { port: 91 }, { port: 85, endPort: 95 })], { 'x/a < y/a': 'TCP 80-95' }],
    ['all ports one by one are everything', [portsIn(...['TCP', 'UDP', 'SCTP'].map(protocol => ({ port: 1, endPort: 65535, protocol })))], { 'x/a < y/a': 'all' }],
    ['a name on ingress is a port of the pod itself', [portsIn({ port: 'serve-81-tcp' })], { 'x/a < z/odd': 'TCP 81', 'x/a < 203.0.113.1': 'TCP 81' }],
    ['a name on egress is a port of the destination', [portsOut({ port: 'serve-80-tcp' })], { 'x/a > y/b': 'TCP 80', 'x/a > z/odd': 'TCP 8080' }],
    ['a name that the destination does not have opens nothing', [portsOut({ port: 'serve-81-tcp' })], { 'x/a > z/odd': 'none', 'x/a > y/a': 'TCP 81' }],
    ['a name of another protocol opens nothing', [portsIn({ port: 'serve-80-udp' })], { 'x/a < y/a': 'none' }],
    ['a name with its protocol', [portsIn({ port: 'serve-80-udp', protocol: 'UDP' })], { 'x/a < y/a': 'UDP 80' }],
    ['a name means nothing for an address', [portsOut({ port: 'serve-80-tcp' })], { 'x/a > 203.0.113.1': 'none', 'x/a > x/host': 'none' }],
]));
describe('addresses', () => check([
    ['a block', [to(block('203.0.113.0/24'))], { 'x/a > 203.0.113.0': 'all', 'x/a > 203.0.113.255': 'all', 'x/a > 203.0.112.255': 'none', 'x/a > 203.0.114.0': 'none' }],
    ['a block less a part', [to(block('203.0.113.0/24', '203.0.113.64/26'))],
        { 'x/a > 203.0.113.63': 'all', 'x/a > 203.0.113.64': 'none', 'x/a > 203.0.113.127': 'none', 'x/a > 203.0.113.128': 'all' }],
    ['a block less two parts', [to(block('0.0.0.0/0', '10.0.0.0/8', '169.254.0.0/16'))], { 'x/a > 10.1.2.3': 'none', 'x/a > 169.254.169.254': 'none', 'x/a > 11.0.0.0': 'all' }],
    ['what one block leaves out, another may open', [to(block('10.0.0.0/8', '10.1.0.0/16'), block('10.1.2.0/24'))],
        { 'x/a > 10.1.2.3': 'all', 'x/a > 10.1.3.3': 'none', 'x/a > 10.2.0.0': 'all' }],
    ['one address', [to(block('203.0.113.7/32'))], { 'x/a > 203.0.113.7': 'all', 'x/a > 203.0.113.6': 'none' }],
    ['never a pod', [from(block('0.0.0.0/0'), block('::/0'))], { 'x/a < y/a': 'none', 'x/a < x/host': 'none', 'x/a < 203.0.113.1': 'all', 'x/a < fd00::1': 'all' }],
    ['on ingress', [from(block('203.0.113.0/24'))], { 'x/a < 203.0.113.9': 'all', 'x/a < 203.0.114.9': 'none', 'x/a > 203.0.114.9': 'all' }],
    ['IPv6', [to(block('2001:db8::/32', '2001:db8:1::/48'))],
        { 'x/a > 2001:db8::1': 'all', 'x/a > 2001:db8:1::': 'none', 'x/a > 2001:db8:1:ffff:ffff:ffff:ffff:ffff': 'none', 'x/a > 2001:db8:2::': 'all', 'x/a > 2001:db9::': 'none' }],
    ['all of IPv4 is nothing of IPv6', [to(block('0.0.0.0/0'))], { 'x/a > 2001:db8::1': 'none', 'x/a > ::ffff:203.0.113.1': 'none', 'x/a > 203.0.113.1': 'all' }],
    ['all of IPv6 is nothing of IPv4', [to(block('::/0'))], { 'x/a > 203.0.113.1': 'none', 'x/a > 2001:db8::1': 'all' }],
    ['the metadata service of IPv6', [to(block('::/0', 'fc00::/7'))], { 'x/a > fd00:ec2::254': 'none', 'x/a > fe80::1': 'all' }],
]));
describe('several rules and policies', () => check([
    ['rules of a policy add up', [xa({ ingress: [{ from: [{ podSelector: labels({ pod: 'b' }) }], ports: [{ port: 80 }] }, { ports: [{ port: 81 }] }] })],
        { 'x/a < x/b': 'TCP 80-81', 'x/a < y/b': 'TCP 81' }],
    ['peers and ports of a rule multiply', [xa({ ingress: [{ from: [{ podSelector: labels({ pod: 'b' }) }, { podSelector: labels({ pod: 'c' }) }], ports: [{ port: 80 }, { port: 53, protocol: 'UDP' }] }] })],
        { 'x/a < x/b': 'TCP 80; UDP 53', 'x/a < x/c': 'TCP 80; UDP 53', 'x/a < x/bare': 'none' }],
    ['ports of one rule do not serve peers of another',
        [xa({ ingress: [{ from: [{ podSelector: labels({ pod: 'b' }) }], ports: [{ port: 80 }] }, { from: [{ podSelector: labels({ pod: 'c' }) }], ports: [{ port: 81 }] }] })],
        { 'x/a < x/b': 'TCP 80', 'x/a < x/c': 'TCP 81' }],
    ['policies add up', [from({ podSelector: labels({ pod: 'b' }) }), portsIn({ port: 81 })], { 'x/a < x/b': 'all', 'x/a < y/b': 'TCP 81' }],
    ['a deny takes nothing away', [on('x', { podSelector: {} }), from({ podSelector: labels({ pod: 'b' }) })], { 'x/a < x/b': 'all', 'x/a < x/c': 'none', 'x/b < x/c': 'none' }],
    ['an allow for all defeats every deny', [on('x', { podSelector: {} }), on('x', { podSelector: {}, ingress: [{}] })], { 'x/a < y/b': 'all' }],
    ['policies of another namespace say nothing', [on('y', { podSelector: {}, ingress: [{}] }), on('x', { podSelector: {} })], { 'x/a < y/b': 'none', 'y/b < x/a': 'all' }],
    ['each side is its own', [on('y', { podSelector: {}, policyTypes: ['Ingress'] }), to({ namespaceSelector: labels({ ns: 'y' }) })], { 'x/a > y/b': 'all', 'y/b < x/a': 'none' }],
    ['a policy on egress does not isolate ingress', [to({ podSelector: {} }), portsIn({ port: 80 })], { 'x/a < y/a': 'TCP 80', 'x/a > y/a': 'none', 'x/a > x/c': 'all' }],
]));
