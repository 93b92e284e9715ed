"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const policies_1 = require("./policies");
const read = (spec) => (0, policies_1.readPolicy)({ metadata: { name: 'p', namespace: 'n' }, spec: { podSelector: {}, ...spec } });
const peer = (from) => ({ ingress: [{ from: [from] }] });
const port = (ports) => ({ ingress: [{ ports: [ports] }] });
test.each([
    ['none is on ingress', {}, [0, '-']],
    ['none with egress rules is on both', { egress: [{}] }, [0, 1]],
    ['none with an empty list of egress rules is on ingress', { egress: [] }, [0, '-']],
    ['none with ingress rules is on ingress', { ingress: [{}, {}] }, [2, '-']],
    ['an empty list is like none', { policyTypes: [], egress: [{}] }, [0, 1]],
    ['Egress alone leaves ingress rules void', { policyTypes: ['Egress'], ingress: [{}] }, ['-', 0]],
    ['Ingress alone leaves egress rules void', { policyTypes: ['Ingress'], egress: [{}] }, [0, '-']],
    ['both close both', { policyTypes: ['Ingress', 'Egress'] }, [0, 0]],
])('policyTypes: %s', (_, spec, [ingress, egress]) => {
    const policy = read(spec);
    expect([policy.ingress?.length ?? '-', policy.egress?.length ?? '-']).toEqual([ingress, egress]);
});
test.each([
    ['a type that does not exist', { policyTypes: ['ingress'] }],
    ['an empty peer', peer({})],
    ['a peer with addresses and pods', peer({ ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} })],
    ['a peer with a wrong field', peer({ podselector: {} })],
    ['from in an egress rule', { egress: [{ from: [] }] }],
    ['a rule that is misspelt', { ingres: [] }],
    ['an except outside', peer({ ipBlock: { cidr: '10.0.0.0/8', except: ['11.0.0.0/9'] } })],
    ['an except as large as its block', peer({ ipBlock: { cidr: '10.0.0.0/8', except: ['10.0.0.0/8'] } })],
    ['an except of another family', peer({ ipBlock: { cidr: '0.0.0.0/0', except: ['fd00::/8'] } })],
    ['port 0', port({ port: 0 })],
    ['port 65536', port({ port: 65536 })],
    ['a port as digits', port({ port: '80' })],
    ['a range that ends before it begins', port({ port: 80, endPort: 79 })],
    ['a range without beginning', port({ endPort: 80 })],
    ['a range from a name', port({ port: 'http', endPort: 80 })],
    ['a protocol in lower case', port({ port: 80, protocol: 'tcp' })],
    ['a label that is no text', peer({ podSelector: { matchLabels: { a: true } } })],
    ['an operator that does not exist', peer({ podSelector: { matchExpressions: [{ key: 'a', operator: 'Equals', values: ['b'] }] } })],
    ['In without values', peer({ podSelector: { matchExpressions: [{ key: 'a', operator: 'In', values: [] }] } })],
    ['Exists with values', peer({ podSelector: { matchExpressions: [{ key: 'a', operator: 'Exists', values: ['b'] }] } })],
])('refuses %s, as an API server would', (_, spec) => {
    expect(() => read(spec)).toThrow('which an API server would not take');
});
