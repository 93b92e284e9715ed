"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.ruleSites = ruleSites;
exports.connectionsOf = connectionsOf;
const address_1 = require("./address");
const connections_1 = require("./connections");
const fault_site_1 = require("./fault-site");
const selector_1 = require("./selector");
const witness_1 = require("./witness");
/**
 * Faults in the rules of a policy. Left out, because they may mean the same:
 *
 * - rules in a direction that `policyTypes` does not list: they are void
 * - named ports: what they mean is decided by the pods
 * - a peer without its `namespaceSelector` where that named the policy's own namespace
 * - wider selectors where the narrow one already let everyone in (`NotIn` and `DoesNotExist` ask for no label)
 * - the only peer or port of a list: an empty list means everyone or everything, which is a kind of its own
 * - whatever another rule may grant as well
 */
function ruleSites(policy, random) {
    const types = ['Ingress', 'Egress'].filter(type => policy.spec.policyTypes?.includes(type));
    return types.flatMap(type => placesIn(policy, type)).flatMap(place => sitesOf(place, random));
}
/** One connection or more for each that a policy grants for sure. */
function connectionsOf(policy, type) {
    return placesIn(policy, type).flatMap(place => connections(place, partiesOf(place, peersOf(place)), spans(place.rule.ports ?? [])));
}
function placesIn({ metadata, spec }, type) {
    const [rules, peersField] = type === 'Ingress' ? ['ingress', 'from'] : ['egress', 'to'];
    const subject = { type, namespace: (0, witness_1.namespaceOf)(metadata), labels: (0, witness_1.someLabels)(spec.podSelector) };
    return (spec[rules] ?? []).map((rule, index) => ({
        subject, peersField, rule, index, what: `${rules}[${index}] of ${subject.namespace}/${metadata.name}`, rulesIn: (copy) => copy.spec[rules],
    }));
}
function peersOf({ rule, peersField }) {
    return rule[peersField] ?? [];
}
function sitesOf(place, random) {
    const { rule, peersField, index, rulesIn, what } = place;
    const [peers, ports] = [peersOf(place), rule.ports ?? []];
    const dropRule = {
        kind: 'drop rule',
        what,
        change: copy => { rulesIn(copy).splice(index, 1); return [copy]; },
        differs: (0, fault_site_1.loses)(connections(place, partiesOf(place, peers), spans(ports))),
    };
    return [
        dropRule,
        ...when(peers.length > 0, site(place, 'drop peers', '', r => { delete r[peersField]; }, (0, fault_site_1.gains)(connections(place, witness_1.STRANGERS, spans(ports))))),
        ...when(ports.length > 0, site(place, 'drop ports', '', r => { delete r.ports; }, (0, fault_site_1.gains)(connections(place, partiesOf(place, peers), witness_1.ODD_SPANS)))),
        ...peers.flatMap((peer, i) => [
            ...when(peers.length > 1, site(place, 'drop peer', `${i}`, r => { r[peersField].splice(i, 1); }, (0, fault_site_1.loses)(connections(place, partiesOf(place, [peer]), spans(ports))))),
            ...peer.ipBlock ? addressSites(place, peer.ipBlock, i) : selectorSites(place, peer, i),
        ]),
        ...ports.flatMap((port, i) => portSites(place, port, i, random)),
    ];
}
function selectorSites(place, peer, i) {
    const { namespaceSelector, podSelector } = peer;
    const ports = spans(place.rule.ports ?? []);
    const itself = (0, fault_site_1.loses)(connections(place, partiesOf(place, [peer]), ports));
    const elsewhere = (0, fault_site_1.gains)(connections(place, [(0, witness_1.lookAlikes)(peer)], ports));
    const unlabelled = (0, fault_site_1.gains)(connections(place, [{ ...(0, witness_1.podsOf)(peer, place.subject.namespace), labels: witness_1.UNLABELLED }], ports));
    const [both, asks] = [namespaceSelector && podSelector, (0, selector_1.asksForLabels)(podSelector)];
    const edit = (kind, differs, change) => site(place, kind, `peer ${i}`, rule => change(rule[place.peersField][i], rule[place.peersField]), differs);
    return [
        ...when(both, edit('remove namespaceSelector', itself, p => { delete p.namespaceSelector; })),
        ...when(!namespaceSelector || (0, selector_1.asksForLabels)(namespaceSelector), edit('empty namespaceSelector', elsewhere, p => { p.namespaceSelector = {}; })),
        ...when(both && asks, edit('remove podSelector', unlabelled, p => { delete p.podSelector; })),
        ...when(asks, edit('empty podSelector', unlabelled, p => { p.podSelector = {}; })),
        ...when(both && asks, edit('split peer', unlabelled, (p, peers) => { peers.splice(i, 1, { namespaceSelector: p.namespaceSelector }, { podSelector: p.podSelector }); })),
    ];
}
function addressSites(place, { cidr, except = [] }, i) {
    const block = address_1.Block.read(cidr);
    const opens = (opened) => (0, fault_site_1.gains)(connections(place, [{ block: opened }], spans(place.rule.ports ?? [])));
    const blockIn = (rule) => rule[place.peersField][i].ipBlock;
    const excepted = except.map((part) => address_1.Block.read(part));
    return [
        ...block.prefix === 0 ? [] : [
            site(place, 'widen cidr', `peer ${i} to ${block.wider.cidr}`, rule => { blockIn(rule).cidr = block.wider.cidr; }, opens(block.sibling)),
        ],
        ...excepted.flatMap((part, j) => when(!excepted.some((other, k) => k !== j && other.overlaps(part)), site(place, 'drop except', `${part.cidr} of peer ${i}`, rule => { blockIn(rule).except.splice(j, 1); }, opens(part)))),
    ];
}
function portSites(place, port, i, random) {
    const { protocol = 'TCP', port: number, endPort } = port;
    const parties = partiesOf(place, peersOf(place));
    const without = (0, fault_site_1.loses)(connections(place, parties, spans([port])));
    const sites = when(place.rule.ports.length > 1, site(place, 'drop port', `${i}`, rule => { rule.ports.splice(i, 1); }, without));
    const edit = (kind, fields, differs) => sites.push(site(place, kind, `port ${i} to ${JSON.stringify(fields)}`, rule => Object.assign(rule.ports[i], fields), differs));
    if (typeof number === 'string') {
        return sites;
    }
    edit('change protocol', { protocol: random.pick(connections_1.PROTOCOLS.filter(other => other !== protocol)) }, without);
    if (number === undefined) {
        return sites;
    }
    const other = endPort === undefined ? (number + random.below(65534)) % 65535 + 1 : number + 1;
    if (endPort === undefined || number < endPort) {
        edit('change port', { port: other }, (0, fault_site_1.loses)(connections(place, parties, [{ protocol, first: number, last: number }])));
    }
    if (endPort === undefined && number < 65535) {
        const end = number + 1 + random.below(Math.min(1000, 65535 - number));
        edit('add endPort', { endPort: end }, (0, fault_site_1.gains)(connections(place, parties, [{ protocol, first: number + 1, last: end }])));
    }
    return sites;
}
function connections({ subject }, parties, ports) {
    return parties.flatMap(other => ports.map(span => ({ subject, other, span })));
}
/** Somebody that each peer lets in; whoever it is, where no peer stands. */
function partiesOf({ subject }, peers) {
    return peers.length === 0 ? [...witness_1.STRANGERS] : peers.flatMap((peer) => {
        if (!peer.ipBlock) {
            return [(0, witness_1.podsOf)(peer, subject.namespace)];
        }
        const block = address_1.Block.read(peer.ipBlock.cidr);
        const excepted = (peer.ipBlock.except ?? []).reduce((sum, part) => sum + address_1.Block.read(part).size, 0n);
        return excepted < block.size ? [{ block }] : [];
    });
}
/** What each port opens; something of everything, where no port stands. */
function spans(ports) {
    return ports.length === 0 ? witness_1.ODD_SPANS : ports.flatMap(({ protocol = 'TCP', port, endPort }) => {
        if (typeof port === 'string') {
            return [];
        }
        return [port === undefined ? { protocol, first: 1, last: 65535 } : { protocol, first: port, last: endPort ?? port }];
    });
}
function when(condition, value) {
    return condition ? [value] : [];
}
function site({ rulesIn, index, what }, kind, detail, change, differs) {
    return { kind, what: detail === '' ? what : `${detail} in ${what}`, change: copy => { change(rulesIn(copy)[index]); return [copy]; }, differs };
}
