"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Connections = exports.PROTOCOLS = void 0;
exports.PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const LAST_PORT = 65535;
/** A set of ports for each protocol. Its intervals are sorted, and neither meet nor touch, so that equal sets look the same. */
class Connections {
    intervals;
    static NONE = new Connections({ TCP: [], UDP: [], SCTP: [] });
    static ALL = Connections.union(exports.PROTOCOLS.map(protocol => Connections.of(protocol, 1, LAST_PORT)));
    /** One port, or a range with both of its ends. */
    static of(protocol, first, last = first) {
        if (!(Number.isInteger(first) && Number.isInteger(last) && first >= 1 && first <= last && last <= LAST_PORT)) {
            throw new Error(`range of ports: got ${first} to ${last}, expected whole numbers in order from 1 to ${LAST_PORT}`);
        }
        return new Connections({ ...Connections.NONE.intervals, [protocol]: [{ first, last }] });
    }
    static union(parts) {
        if (parts.length === 0) {
            return Connections.NONE;
        }
        return parts.length === 1 ? parts[0] : Connections.each(protocol => merged(parts.flatMap(part => part.intervals[protocol])));
    }
    static each(make) {
        return new Connections({ TCP: make('TCP'), UDP: make('UDP'), SCTP: make('SCTP') });
    }
    constructor(intervals) {
        this.intervals = intervals;
    }
    get isEmpty() {
        return exports.PROTOCOLS.every(protocol => this.intervals[protocol].length === 0);
    }
    union(other) {
        return Connections.union([this, other]);
    }
    intersect(other) {
        return Connections.each(protocol => this.intervals[protocol].flatMap(mine => other.intervals[protocol].flatMap(theirs => interval(Math.max(mine.first, theirs.first), Math.min(mine.last, theirs.last)))));
    }
    minus(other) {
        return Connections.each(protocol => other.intervals[protocol].reduce((rest, { first, last }) => rest.flatMap(mine => [
            ...interval(mine.first, Math.min(mine.last, first - 1)),
            ...interval(Math.max(mine.first, last + 1), mine.last),
        ]), this.intervals[protocol]));
    }
    equals(other) {
        return this === other || exports.PROTOCOLS.every(protocol => {
            const [mine, theirs] = [this.intervals[protocol], other.intervals[protocol]];
            return mine.length === theirs.length && mine.every(({ first, last }, i) => first === theirs[i].first && last === theirs[i].last);
        });
    }
    /** For people: `none`, `all`, or such as `TCP 80,443-445; UDP 53`. */
    show() {
        if (this.isEmpty) {
            return 'none';
        }
        if (this.equals(Connections.ALL)) {
            return 'all';
        }
        return exports.PROTOCOLS.filter(protocol => this.intervals[protocol].length > 0)
            .map(protocol => `${protocol} ${this.intervals[protocol].map(({ first, last }) => first === last ? first : `${first}-${last}`).join()}`)
            .join('; ');
    }
}
exports.Connections = Connections;
/** An interval, where there is one. */
function interval(first, last) {
    return first <= last ? [{ first, last }] : [];
}
function merged(intervals) {
    const result = [];
    for (const next of [...intervals].sort((a, b) => a.first - b.first)) {
        const before = result.at(-1);
        if (before && next.first <= before.last + 1) {
            result[result.length - 1] = { first: before.first, last: Math.max(before.last, next.last) };
        }
        else {
            result.push(next);
        }
    }
    return result;
}
