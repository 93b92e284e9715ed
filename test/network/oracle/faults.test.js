"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const cluster_1 = require("./cluster");
const correct_policies_1 = require("./correct-policies");
const exactness_1 = require("./exactness");
const fault_site_1 = require("./fault-site");
const faults_1 = require("./faults");
const faultsOf = (manifests, count = 1000) => (0, faults_1.seededFaults)(manifests, 7, count);
const policy = (spec, name = 'p') => ({ kind: 'NetworkPolicy', metadata: { name, namespace: 'n' }, spec: { policyTypes: ['Ingress', 'Egress'], ...spec } });
const kindsOf = (...policies) => [...new Set(faultsOf(policies).map(fault => fault.kind))].sort();
const me = { matchLabels: { app: 'me' } };
const named = (namespace) => ({ matchLabels: { 'kubernetes.io/metadata.name': namespace } });
const DENY = policy({ podSelector: {} }, 'deny');
test.each([1, 2, 3, 20260731])('each of 200 faults is caught, with seed %d', seed => {
    const faults = (0, faults_1.seededFaults)(correct_policies_1.MANIFESTS, seed, 200);
    expect(faults).toHaveLength(200);
    expect(faults.filter(fault => (0, exactness_1.compare)(cluster_1.Cluster.of(fault.manifests), correct_policies_1.FLOWS, correct_policies_1.DECOYS).length === 0).map(fault => `${fault.kind} ${fault.what}`)).toEqual([]);
    expect(new Set(faults.map(fault => JSON.stringify(fault.manifests))).size).toBe(200);
});
test('faults are of every kind, and change nothing that was given', () => {
    const before = JSON.stringify(correct_policies_1.MANIFESTS);
    expect(new Set((0, faults_1.seededFaults)(correct_policies_1.MANIFESTS, 1, 100).map(fault => fault.kind))).toEqual(new Set(fault_site_1.FAULT_KINDS));
    expect(JSON.stringify(correct_policies_1.MANIFESTS)).toBe(before);
});
test('the same seed makes the same faults, another seed others', () => {
    expect((0, faults_1.seededFaults)(correct_policies_1.MANIFESTS, 5, 50)).toEqual((0, faults_1.seededFaults)(correct_policies_1.MANIFESTS, 5, 50));
    expect((0, faults_1.seededFaults)(correct_policies_1.MANIFESTS, 5, 50)).not.toEqual((0, faults_1.seededFaults)(correct_policies_1.MANIFESTS, 6, 50));
});
test('each fault changes one policy or takes one away, and leaves all else as it was', () => {
    for (const { manifests } of (0, faults_1.seededFaults)(correct_policies_1.MANIFESTS, 3, 200)) {
        const kept = correct_policies_1.MANIFESTS.filter(manifest => manifests.includes(manifest));
        expect(kept).toHaveLength(correct_policies_1.MANIFESTS.length - 1);
        expect(correct_policies_1.MANIFESTS.find(manifest => !manifests.includes(manifest)).kind).toBe('NetworkPolicy');
    }
});
describe('what may mean the same is left out:', () => {
    test('a namespace selector that names the own namespace', () => {
        const peer = (namespace) => ({ namespaceSelector: named(namespace), podSelector: me });
        const kinds = (namespace) => kindsOf(policy({ podSelector: me, ingress: [{ from: [peer(namespace)] }] }));
        expect(kinds('n')).not.toContain('remove namespaceSelector');
        expect(kinds('m')).toContain('remove namespaceSelector');
    });
    test('a wider selector where the narrow one asks for nothing', () => {
        const anyone = { namespaceSelector: {}, podSelector: { matchExpressions: [{ key: 'a', operator: 'NotIn', values: ['b'] }] } };
        expect(kindsOf(policy({ podSelector: me, ingress: [{ from: [anyone], ports: [{ port: 1024 }] }] }), DENY)).toEqual([
            'add endPort', 'change podSelector of policy', 'change port', 'change protocol', 'drop peers', 'drop policy', 'drop ports', 'drop rule',
            'empty podSelector of policy', 'remove namespaceSelector', 'remove policyType',
        ]);
    });
    test('what another rule grants as well', () => {
        const rule = { from: [{ podSelector: me }], ports: [{ port: 1024 }] };
        expect(kindsOf(policy({ podSelector: me, ingress: [rule] }), DENY)).toContain('drop rule');
        expect(kindsOf(policy({ podSelector: me, ingress: [rule, rule] }), DENY)).not.toContain('drop rule');
        expect(faultsOf([policy({ podSelector: me, ingress: [rule] }), policy({ podSelector: {}, ingress: [{}] }, 'all')]).map(fault => `${fault.kind} ${fault.what}`))
            .toEqual(['drop rule ingress[0] of n/all', 'drop policy all of n/all', 'remove policyType Egress of n/all']);
        expect(kindsOf(policy({ podSelector: me, ingress: [rule] }), policy({ podSelector: { matchLabels: { tier: 'web' } }, ingress: [rule] }, 'maybe'))).not.toContain('drop rule');
    });
    test('rules that policyTypes makes void, and types that are left to the default', () => {
        const rules = { ingress: [{ ports: [{ port: 1024 }] }] };
        expect(faultsOf([policy({ podSelector: me, policyTypes: ['Egress'], ...rules })]).filter(fault => fault.what.includes('ingress'))).toEqual([]);
        expect(faultsOf([policy({ podSelector: me, policyTypes: undefined, ...rules })])).toEqual([]);
        expect(kindsOf(policy({ podSelector: me, policyTypes: ['Ingress'] }))).not.toContain('remove policyType');
    });
    test('a policy without rules where another closes all pods', () => {
        expect(kindsOf(policy({ podSelector: me }), DENY)).toEqual(['drop policy', 'remove policyType']);
        expect(new Set(faultsOf([policy({ podSelector: me }), DENY]).map(fault => fault.what.split(' of ')[1]))).toEqual(new Set(['n/deny']));
    });
    test('a policy that grants everything to pods that no other holds', () => {
        expect(kindsOf(policy({ podSelector: me, ingress: [{}], egress: [{}] }))).not.toContain('drop policy');
    });
    test('named ports', () => {
        expect(kindsOf(policy({ podSelector: me, ingress: [{ from: [{ podSelector: me }], ports: [{ port: 'http' }] }] }), DENY)).not.toEqual(expect.arrayContaining(['change port', 'change protocol', 'add endPort', 'drop rule']));
    });
    test('an except inside another, and a block that cannot be wider or opens only what is open', () => {
        const to = (...blocks) => policy({ podSelector: me, egress: [{ to: blocks.map(ipBlock => ({ ipBlock })), ports: [{ port: 443 }] }] });
        expect(kindsOf(to({ cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '10.1.0.0/16'] }))).not.toContain('drop except');
        expect(kindsOf(to({ cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] }))).not.toContain('widen cidr');
        expect(kindsOf(to({ cidr: '10.0.0.0/9' }, { cidr: '10.128.0.0/9' }))).not.toContain('widen cidr');
        expect(kindsOf(to({ cidr: '10.0.0.0/9' }))).toContain('widen cidr');
    });
});
