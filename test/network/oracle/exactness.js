"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.compare = compare;
exports.showDifference = showDifference;
const declared_flow_1 = require("./declared-flow");
const decoys_1 = require("./decoys");
const oracle_1 = require("./oracle");
const policies_1 = require("./policies");
/**
 * Every difference between what policies allow and what was declared. Each side is compared on its own: what one side opens too wide,
 * the other may still hold shut, and no test of who reaches whom would see it.
 *
 * Asked are all pairs of workloads, a workload with itself included (its replicas), and every workload with every decoy: those given,
 * pods added to the cluster, and those that `addDecoys` finds. Names are resolved over DNS like any other traffic: declare it.
 */
function compare(cluster, flows, decoys = []) {
    const stage = cluster.copy();
    const given = decoys.map(decoy => typeof decoy === 'string' ? decoy : stage.addPod(decoy));
    const closed = given.filter((party, i) => typeof party !== 'string' && decoys[i].closed === true);
    const addresses = (0, decoys_1.addDecoys)(stage, flows);
    const subjects = [...stage.pods.filter(pod => pod.managed && !pod.hostNetwork), ...closed];
    const others = [...stage.pods, ...addresses, ...given.filter(party => typeof party === 'string')];
    const sides = new declared_flow_1.DeclaredSides(stage, flows);
    return subjects.flatMap(subject => policies_1.DIRECTIONS.flatMap(side => {
        const allows = (0, oracle_1.sideOf)(stage, side, subject);
        return others.flatMap(other => {
            const [declared, allowed] = [sides.of(side, subject, other), allows(other)];
            return declared.equals(allowed) ? [] : [difference(side, subject, other, declared, allowed)];
        });
    }));
}
function difference(side, subject, other, declared, allowed) {
    const [from, to] = side === 'egress' ? [subject, other] : [other, subject];
    return { side, from: showParty(from), to: showParty(to), declared, allowed, extra: allowed.minus(declared), missing: declared.minus(allowed) };
}
/** A difference as a line to read. */
function showDifference({ side, from, to, extra, missing }) {
    return `${side} side of ${from} -> ${to}: extra ${extra.show()}, missing ${missing.show()}`;
}
function showParty(party) {
    if (typeof party === 'string') {
        return party;
    }
    return party.managed ? `${party.namespace}/${party.name}` : `pod in ${party.namespace} with ${JSON.stringify(party.labels)}`;
}
