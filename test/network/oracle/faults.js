"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.seededFaults = seededFaults;
const fault_site_1 = require("./fault-site");
const policy_faults_1 = require("./policy-faults");
const random_1 = require("./random");
const rule_faults_1 = require("./rule-faults");
/**
 * Faults of all kinds in turn, none twice, the same for the same seed. All are valid policies that mean something else: `witness.ts` says
 * how that is known, `rule-faults.ts` and `policy-faults.ts` which changes are left out for it. Fewer than asked for where there are no more.
 *
 * @param manifests NetworkPolicies; manifests of other kinds are passed on
 */
function seededFaults(manifests, seed, count) {
    const random = new random_1.SeededRandom(seed);
    const found = new Map();
    for (let before = -1; found.size < count && found.size > before;) {
        before = found.size;
        for (const [at, site] of inTurn(sitesIn(manifests, random), random)) {
            if (found.size === count) {
                break;
            }
            const id = `${site.kind} ${site.what}`;
            const changed = [...manifests.slice(0, at), ...site.change(structuredClone(manifests[at])), ...manifests.slice(at + 1)];
            if (!found.has(id) && site.differs(policiesIn(manifests), policiesIn(changed))) {
                found.set(id, { kind: site.kind, what: site.what, manifests: changed });
            }
        }
    }
    return [...found.values()];
}
function policiesIn(manifests) {
    return manifests.filter(manifest => manifest.kind === 'NetworkPolicy');
}
function sitesIn(manifests, random) {
    const policies = policiesIn(manifests);
    return manifests.flatMap((manifest, at) => manifest.kind === 'NetworkPolicy'
        ? [...(0, rule_faults_1.ruleSites)(manifest, random), ...(0, policy_faults_1.policySites)(manifest, policies)].map((site) => [at, site])
        : []);
}
/** One of each kind, then another of each, so that few faults are of many kinds. */
function inTurn(sites, random) {
    const piles = fault_site_1.FAULT_KINDS.map(kind => random.shuffled(sites.filter(([, site]) => site.kind === kind)));
    const longest = Math.max(...piles.map(pile => pile.length));
    return Array.from({ length: longest }, (_, turn) => piles.flatMap(pile => pile.slice(turn, turn + 1))).flat();
}
