"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.FAULT_KINDS = void 0;
exports.loses = loses;
exports.gains = gains;
const witness_1 = require("./witness");
/** What can go wrong in a policy. */
exports.FAULT_KINDS = [
    'drop rule', 'drop peers', 'drop peer', 'drop ports', 'drop port',
    'remove namespaceSelector', 'empty namespaceSelector', 'remove podSelector', 'empty podSelector', 'split peer',
    'change port', 'change protocol', 'add endPort', 'widen cidr', 'drop except',
    'remove policyType', 'drop policy', 'change podSelector of policy', 'empty podSelector of policy',
];
/** Allowed before by what is taken away; a fault if nothing else may allow it. */
function loses(witnesses) {
    return (_, after) => witnesses.some(witness => !(0, witness_1.mayGrant)(after, witness));
}
/** Allowed now by what is put in; a fault if nothing may have allowed it before. */
function gains(witnesses) {
    return before => witnesses.some(witness => !(0, witness_1.mayGrant)(before, witness));
}
